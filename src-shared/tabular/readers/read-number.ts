import { parsePatentNumber } from '../../codes/patent-number.ts'
import { cellText, compact, visible } from '../cell-text.ts'
import type { Note } from '../finding.ts'
import type { FindingKind } from '../finding-kinds.ts'
import type { Cell } from '../matrix.ts'
import { emptyMark, NOTHING, plain, type Reading, refused } from './reading.ts'

/** 元, 千元, 万元, 亿元: how many 万元 one is. */
export type MoneyUnit = '元' | '千元' | '万元' | '亿元'
const TEN_THOUSANDS: { readonly [U in MoneyUnit]: number } = { 元: 1e-4, 千元: 0.1, 万元: 1, 亿元: 1e4 }

const APPROX = /^(大约|约|近|不到|超过|超|逾)|(左右|上下|以上|以下|余|多|\+)/u
const RANGE = /^\d[\d,.]*(?:[万亿千]?元?|人|件)?[-~\u2010-\u2015至到]\d/u
const NUMBER =
  /^([-+\u2212]?)([\d,]*\.?\d+|\d[\d,]*\.)(亿元|亿|万元|万|千元|元|人次|人|名|件|项|个|家|小时|台|套)?$/u

interface Parsed {
  readonly value: number
  readonly unit: string | null
  readonly comma: boolean
  readonly approx: boolean
  readonly approxWord: boolean
}

/** Money in 万元; `unit` is what the heading or the title says, in force where the cell names none. */
export function readAmount(cell: Cell, unit: MoneyUnit | null, mayBeNegative: boolean): Reading {
  if (typeof cell === 'number') return scaled(cell, unit, mayBeNegative, [])
  const source = numericSource(cell)
  if ('notes' in source) return source
  if (source.number !== null) return scaled(source.number, unit, mayBeNegative, ['formula-cached'])
  const parsed = parseNumber(source.text)
  if (parsed === null) return refused(defectKind(source.text))
  const money = moneyUnit(parsed.unit)
  const kinds = numberKinds(source, parsed)
  if (money === null || money === '万元') return scaled(parsed.value, money ?? unit, mayBeNegative, kinds)
  const kind = money === '亿元' ? 'number-unit-yi' : money === '元' ? 'number-unit-yuan' : 'number-unit'
  return scaled(tidy(parsed.value * TEN_THOUSANDS[money]), null, mayBeNegative, [
    kind,
    ...kinds.filter(isNotUnit),
  ])
}

/** Whole number of 家, 件, 人 … */
export function readCount(cell: Cell): Reading {
  if (typeof cell === 'number') return whole(cell, [])
  const source = numericSource(cell)
  if ('notes' in source) return source
  if (source.number !== null) return whole(source.number, ['formula-cached'])
  const parsed = parseNumber(source.text)
  if (parsed !== null) return whole(parsed.value, numberKinds(source, parsed))
  return patentsCounted(source.text) ?? countWithWords(source.text) ?? refused(defectKind(source.text))
}

/** Other number with a unit in its heading, for example 小时. */
export function readNumber(cell: Cell): Reading {
  if (typeof cell === 'number') return plain(cell)
  const source = numericSource(cell)
  if ('notes' in source) return source
  if (source.number !== null) return noted(source.number, ['formula-cached'])
  const parsed = parseNumber(source.text)
  return parsed === null ? refused(defectKind(source.text)) : noted(parsed.value, numberKinds(source, parsed))
}

interface Source {
  readonly shown: string
  readonly text: string
  readonly number: number | null
}

/** The cell as text to parse, or at once the reading of an empty, failed or dashed cell. */
function numericSource(cell: Cell): Source | Reading {
  if (typeof cell === 'object' && cell !== null) {
    if (cell.kind === 'error') return refused('formula-error')
    if (cell.kind === 'formula' && typeof cell.value === 'number')
      return { shown: '', text: '', number: cell.value }
  }
  const shown = visible(cellText(cell))
  const text = compact(shown)
  if (text === '') return NOTHING
  if (/^#(REF|N\/A|VALUE|DIV\/0|NAME|NUM|NULL)[!?]?$/i.test(text)) return refused('formula-error')
  const empty = emptyMark(text)
  return empty === null ? { shown, text, number: null } : { notes: [{ kind: empty, after: '' }] }
}

function parseNumber(text: string): Parsed | null {
  const approx = APPROX.test(text)
  const bare = (approx ? text.replace(/大约|约|近|不到|超过|超|逾|左右|上下|以上|以下|余|多|\+/gu, '') : text)
    .replace(/^\((\d[\d,.]*)\)$/u, '-$1')
    .replace(/人民币|RMB|[¥￥]/giu, '')
  const found = NUMBER.exec(bare)
  const digits = found?.[2]
  if (digits === undefined || /^,|,,/.test(digits)) return null
  const value = Number(digits.replace(/,/g, '')) * (found?.[1] === '-' || found?.[1] === '\u2212' ? -1 : 1)
  if (!Number.isFinite(value)) return null
  return {
    value,
    unit: found?.[3] ?? null,
    comma: digits.includes(','),
    approx,
    approxWord: /^(大约|约|近|不到|超|逾)/u.test(text),
  }
}

function moneyUnit(unit: string | null): MoneyUnit | null {
  if (unit === '万' || unit === '万元') return '万元'
  if (unit === '亿' || unit === '亿元') return '亿元'
  return unit === '元' || unit === '千元' ? unit : null
}

const UNIT_KINDS: Readonly<Record<string, FindingKind>> = {
  人: 'number-unit-person',
  名: 'number-unit-person',
  件: 'number-unit-piece',
}
const isNotUnit = (kind: FindingKind) => kind !== 'number-unit'

function numberKinds(source: Source, parsed: Parsed): FindingKind[] {
  const kinds: FindingKind[] = []
  if (parsed.approx) kinds.push(parsed.approxWord ? 'number-approx-word' : 'number-approx')
  if (/[\uff01-\uff5e]/u.test(source.shown)) kinds.push('number-fullwidth')
  if (parsed.unit !== null && parsed.comma) kinds.push('number-unit-and-comma')
  else if (parsed.unit !== null) kinds.push(UNIT_KINDS[parsed.unit] ?? 'number-unit')
  else if (parsed.comma) kinds.push('number-thousands')
  return kinds
}

function defectKind(text: string): FindingKind {
  if (/%|百分|占比|占营|的\d/u.test(text)) return 'number-percent-words'
  return RANGE.test(text) ? 'number-range' : 'number-unreadable'
}

function scaled(
  raw: number,
  unit: MoneyUnit | null,
  mayBeNegative: boolean,
  kinds: readonly FindingKind[],
): Reading {
  const converts = unit !== null && unit !== '万元'
  const value = converts ? tidy(raw * TEN_THOUSANDS[unit]) : raw
  if (!(Math.abs(value) <= 1e9)) return refused('number-out-of-range')
  // Summed, it would lower the total of all firms without a word.
  if (value < 0 && !mayBeNegative) return refused('number-negative')
  return noted(value, converts ? [...kinds, 'number-unit-header'] : kinds)
}

function whole(value: number, kinds: readonly FindingKind[]): Reading {
  if (!Number.isInteger(value)) return refused('number-not-whole')
  if (value < 0) return refused('number-negative')
  if (value > 1e8) return refused('number-out-of-range')
  return noted(value, kinds)
}

function noted(value: number, kinds: readonly FindingKind[]): Reading {
  if (kinds.length === 0) return plain(value)
  return { value, notes: kinds.map((kind): Note => ({ kind, after: String(value) })) }
}

/** Binary fractions of a conversion must not show: 12345678 × 0.0001 is 1234.5678. */
function tidy(value: number): number {
  return Number(value.toPrecision(12))
}

/** Patent numbers typed where their count belongs: 发明 with a right check character count. */
function patentsCounted(text: string): Reading | null {
  const numbers = text.split(/[、,,;;/\n]+/u).map((part) => parsePatentNumber(part))
  const applications = numbers.flatMap((number) => (number?.form === 'application' ? [number] : []))
  if (applications.length === 0 || applications.length !== numbers.length) return null
  if (applications.some((number) => number.checkDigit === 'wrong')) {
    const notes: Note[] = [
      { kind: 'patent-number-in-count', after: null },
      { kind: 'patent-check-digit', after: null },
    ]
    return { notes }
  }
  const inventions = new Set(
    applications.filter((number) => number.kind === '发明').map((number) => number.number),
  )
  return noted(inventions.size, ['patent-number-in-count'])
}

/** 3(受让1): the leading count, the words beside it to be looked at. */
function countWithWords(text: string): Reading | null {
  const found = /^(\d{1,6})(?:件|项|个|人|家)?\((.*\p{Script=Han}.*)\)$/u.exec(text)
  return found === null ? null : noted(Number(found[1]), ['patent-count-with-words'])
}
