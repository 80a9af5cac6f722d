import { parsePatentNumber } from '../../codes/patent-number.ts'
import { cellText, compact } from '../cell-text.ts'
import { nameKey } from '../firm-names.ts'
import type { Cell } from '../matrix.ts'
import { NOTHING, plain, type Reading, refused, taken } from './reading.ts'

/** 申请号 in canonical form; 公布号, 公告号 and 证书号 are told apart and never taken for it. */
export function readPatentNumber(cell: Cell): Reading {
  const shown = cellText(cell)
  if (compact(shown) === '') return NOTHING
  const parsed = parsePatentNumber(shown)
  if (parsed === null) return refused('patent-number-unreadable')
  if (parsed.form === 'publication') return refused('patent-is-publication-no')
  if (parsed.form === 'certificate') return refused('patent-is-certificate-no')
  if (parsed.checkDigit === 'wrong') return refused('patent-check-digit')
  if (parsed.checkDigit === 'missing') return taken(parsed.number, ['patent-check-missing'])
  return parsed.number === shown ? plain(parsed.number) : taken(parsed.number, ['patent-number-form'])
}

const MOST_OWNERS = 50

/** 专利权人 as an ordered list of names; keys are `~` + comparable name until the import knows the firms. */
export function readOwners(cell: Cell): Reading {
  const names = splitNames(cellText(cell))
  if (names.length === 0) return NOTHING
  if (hasTooLong(names) || names.length > MOST_OWNERS) return refused('text-too-long')
  return plain(Object.fromEntries(names.map((name, at) => [nameKey(name), { name, order: at + 1 }])))
}

/** Names in one cell, separated by 、；; or line breaks (not by commas inside brackets). */
export function splitNames(text: string): string[] {
  return text
    .split(/[、;；\n]+|[,，](?![^(（]*[)）])/u)
    .map((name) => name.replace(/[\p{Cc}\s]+/gu, ' ').trim())
    .filter((name) => name !== '')
}

const LONGEST_NAME = 120

/** Whether some name is longer than any firm's: then the cell is not a list of names. */
export function hasTooLong(names: readonly string[]): boolean {
  return names.some((name) => name.length > LONGEST_NAME)
}

const SEVERAL =
  /^(多家|若干|等?\d+家|见(附件|附表|参加企业|名单|签到)|详见|全县|全体)|见(参加企业|附件|附表|名单)/u

/** 服务对象 of an activity; 多家(见参加企业) points to a list and is no firm. */
export function readParticipants(cell: Cell): Reading {
  const shown = cellText(cell)
  const text = compact(shown)
  if (text === '' || SEVERAL.test(text) || /^[-—/无]+$/u.test(text)) return NOTHING
  const names = splitNames(shown)
  if (hasTooLong(names)) return refused('text-too-long')
  return plain(Object.fromEntries(names.map((name) => [nameKey(name), { name }])))
}
