import {
  checkCreditCode,
  isCreditCode,
  legacyKindOf,
  normaliseCode,
  suggestCreditCode,
} from '../../codes/credit-code.ts'
import { cellText, hasZeroWidth } from '../cell-text.ts'
import type { FindingKind } from '../finding-kinds.ts'
import type { Cell } from '../matrix.ts'
import { emptyMark, NOTHING, plain, type Reading, refused, taken } from './reading.ts'

const PLAIN = /^[0-9A-Z]{18}$/

/** 统一社会信用代码 of a cell: valid codes only; what was tidied and what is wrong is said. */
export function readCreditCode(cell: Cell): Reading {
  if (typeof cell === 'string' && PLAIN.test(cell) && isCreditCode(cell)) return plain(cell)
  const shown = cellText(cell)
  const raw = unwrapped(shown)
  const code = normaliseCode(raw)
  if (code === '') return NOTHING
  const fromNumber =
    typeof cell === 'number' ||
    (typeof cell === 'object' && cell?.kind === 'formula' && typeof cell.value === 'number')
  if (fromNumber && code.length > 15) return refused('uscc-numeric-precision-lost')
  if (/^\d\.\d+E\+?\d+$/.test(code)) return refused('uscc-numeric-precision-lost')
  if (isCreditCode(code)) return tidied(code, tidyKinds(shown, raw))
  const suggestion = suggestCreditCode(code)
  if (suggestion === null) return refused(defectKind(code))
  const letters = code.replace(/O/g, '0') === suggestion ? 'uscc-letter-O-for-0' : 'uscc-letter-for-digit'
  return tidied(suggestion, [letters, ...tidyKinds(shown, raw)])
}

function tidied(code: string, kinds: readonly FindingKind[]): Reading {
  return kinds.length === 0 ? plain(code) : taken(code, kinds)
}

/** `="9143…"` and a leading ' are how csv files keep a code as text. */
function unwrapped(text: string): string {
  return /^\s*="(.*)"\s*$/su.exec(text)?.[1] ?? text
}

function tidyKinds(shown: string, raw: string): FindingKind[] {
  const kinds: FindingKind[] = []
  if (shown !== raw || /^\s*['’‘`]/u.test(raw)) kinds.push('uscc-text-mark')
  if (/[\r\n]/.test(raw)) kinds.push('uscc-linebreak')
  if (hasZeroWidth(raw)) kinds.push('zero-width')
  if (/[^\S\r\n]/u.test(raw)) kinds.push('uscc-spaces')
  if (/[\uff01-\uff5e]/u.test(raw)) kinds.push('uscc-fullwidth')
  if (/[a-z\uff41-\uff5a]/u.test(raw)) kinds.push('uscc-lowercase')
  return kinds
}

function defectKind(code: string): FindingKind {
  if (emptyMark(code) !== null || /\p{Script=Han}/u.test(code)) return 'uscc-placeholder'
  const legacy = legacyKindOf(code)
  if (legacy === 'registration-number') return 'uscc-is-15-digit-reg-no'
  if (legacy === 'organisation-code') return 'uscc-is-9-digit-org-code'
  const verdict = checkCreditCode(code)
  if (verdict.valid || verdict.reason === 'check-digit') return 'uscc-check-digit'
  if (verdict.reason === 'charset') return 'uscc-charset'
  if (code.length < 8) return 'uscc-placeholder'
  return code.length === 17 ? 'uscc-length-17' : code.length === 19 ? 'uscc-length-19' : 'uscc-length'
}
