import { cellText, compact, hasZeroWidth, visible } from '../cell-text.ts'
import type { Note } from '../finding.ts'
import { nameKey } from '../firm-names.ts'
import type { Cell } from '../matrix.ts'
import { hasTooLong, splitNames } from './read-patent.ts'
import { emptyMark, NOTHING, plain, type Reading, refused } from './reading.ts'

const SIMPLE =
  /^[^\s\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff=+\-@][^\s\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]*$/u

/** Text as typed, without invisible characters and outer spaces; line breaks stay only in long texts. */
export function readText(cell: Cell, maxLength: number, long: boolean): Reading {
  if (typeof cell === 'string' && cell.length <= maxLength && SIMPLE.test(cell) && !isDash(cell))
    return plain(cell)
  if (typeof cell === 'object' && cell?.kind === 'error') return refused('formula-error')
  const shown = cellText(cell)
  const text = tidied(shown, long)
  if (text === '') return NOTHING
  if (isDash(text)) return { notes: [{ kind: 'placeholder-empty', after: '' }] }
  if (text.length > maxLength) return refused('text-too-long')
  const notes: Note[] = []
  if (hasZeroWidth(shown)) notes.push({ kind: 'zero-width', after: text })
  else if (text !== shown && text.replace(/\s/gu, '') === shown.replace(/\s/gu, ''))
    notes.push({ kind: 'text-trimmed', after: text })
  if (/^[=+@]|^-\D/u.test(text)) notes.push({ kind: 'text-hazards', after: null })
  return { value: text, notes }
}

const isDash = (text: string) =>
  text.length <= 4 && (emptyMark(text) === 'number-dash' || emptyMark(text) === 'number-slash')

function tidied(text: string, long: boolean): string {
  const lines = visible(text)
    .replace(/\r\n?/gu, '\n')
    .replace(/[^\P{Cc}\n]/gu, ' ')
  return (long ? lines : lines.replace(/\n+/gu, ' ')).trim()
}

const LEADING_NUMBER = /^\d{1,4}\s*[、．.,，]\s*(?=\p{Script=Han})/u
const FORMER =
  /[(（]\s*(?:原名称?|原|曾用名|更名前)\s*[:：为]?\s*([^()（）]{2,}(?:[(（][^()（）]*[)）][^()（）]*)?)\s*[)）]\s*$/u

/** 企业名称: without a leading number and spaces; （原:…） becomes 曾用名. Brackets stay as on the licence. */
export function readFirmName(cell: Cell): Reading {
  if (typeof cell === 'string' && cell.length <= 120 && SIMPLE.test(cell) && !/[:：]|^\d/u.test(cell))
    return plain(cell)
  const shown = visible(cellText(cell))
  let name = shown.replace(/[^\P{Cc}\n]/gu, ' ').trim()
  if (name === '' || emptyMark(compact(name)) !== null) return NOTHING
  const kinds: Note['kind'][] = []
  if (LEADING_NUMBER.test(name)) kinds.push('leading-number-in-name')
  name = name.replace(LEADING_NUMBER, '')
  const former = FORMER.exec(name)
  if (former !== null) name = name.slice(0, former.index)
  const spaced = name
  name = name.replace(/\s+(?=[^\x21-\x7e])|(?<=[^\x21-\x7e])\s+|\n/gu, '').trim()
  if (name !== spaced || shown !== shown.trim()) kinds.push('name-spaces')
  if (name.length > 120) return refused('text-too-long')
  const notes: Note[] = kinds.map((kind) => ({ kind, after: name }))
  if (hasZeroWidth(cellText(cell))) notes.push({ kind: 'zero-width', after: name })
  const old = former?.[1]?.trim()
  if (old === undefined) return { value: name, notes }
  const also = { 'enterprise.formerNames': { [nameKey(old)]: { name: old } } }
  return { value: name, notes: [...notes, { kind: 'renamed', before: old, after: name }], also }
}

/** 曾用名 as a column of its own. */
export function readFormerNames(cell: Cell): Reading {
  const names = splitNames(visible(cellText(cell))).filter((name) => emptyMark(compact(name)) === null)
  if (names.length === 0) return NOTHING
  if (hasTooLong(names)) return refused('text-too-long')
  return plain(Object.fromEntries(names.map((name) => [nameKey(name), { name }])))
}
