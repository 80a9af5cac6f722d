import { daysInMonth } from '../../records/values.ts'
import { cellText, compact } from '../cell-text.ts'
import type { Note } from '../finding.ts'
import type { FindingKind } from '../finding-kinds.ts'
import type { Cell } from '../matrix.ts'
import { emptyMark, NOTHING, plain, type Reading, refused } from './reading.ts'

const ISO = /^\d{4}-\d{2}-\d{2}$/
const FULL = /(\d{4})([.\-/年])(\d{1,2})[.\-/月](\d{1,2})(?:日|号)?/u
const MONTH = /(\d{4})([.\-/年])(\d{1,2})(?:月份?)?/u
const YEAR = /^(\d{4})年?$/u
const SHORT = /^(\d{2})([.\-/年])(\d{1,2})[.\-/月](\d{1,2})(?:日|号)?$/u
const EIGHT = /^(\d{4})(\d{2})(\d{2})$/
const TIME = /(?:T|\s)?\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?Z?$/

/** 日期 in the precision the source has: `2021`, `2021-03` or `2021-03-05`; `today` places two-digit years. */
export function readDate(cell: Cell, today: string): Reading {
  if (typeof cell === 'number') return fromNumber(cell)
  if (typeof cell === 'object' && cell?.kind === 'formula') {
    return typeof cell.value === 'number' ? fromNumber(cell.value) : readDate(cell.value, today)
  }
  const shown = cellText(cell)
  if (ISO.test(shown)) {
    const [year, month, day] = shown.split('-')
    return dated(year, month, day, shown, 'date-text-other')
  }
  if (typeof cell === 'object' && cell?.kind === 'date') return fromText(shown.slice(0, 10), today)
  return fromText(shown, today)
}

function fromText(shown: string, today: string): Reading {
  const bare = compact(shown.replace(TIME, ''))
  if (bare === '') return NOTHING
  if (emptyMark(bare) !== null) return { notes: [{ kind: 'placeholder-empty', after: '' }] }
  const digits = chineseDigits(bare)
  const reading = fromDigits(digits, shown, today)
  if (digits === bare || reading.value === undefined) return reading
  const precision = reading.notes.filter(
    (note) => note.kind === 'date-month-only' || note.kind === 'date-year-only',
  )
  return {
    value: reading.value,
    notes: [{ kind: 'date-chinese-numerals', after: String(reading.value) }, ...precision],
  }
}

function fromDigits(text: string, shown: string, today: string): Reading {
  if (/^\d{5}$/.test(text)) return fromSerial(Number(text))
  const full = FULL.exec(text)
  if (full !== null) {
    const kind = full[0] === text ? styleOf(full[2] ?? '') : 'date-with-words'
    return dated(full[1], full[3], full[4], shown, kind)
  }
  const eight = EIGHT.exec(text)
  if (eight !== null) return dated(eight[1], eight[2], eight[3], shown, 'date-number-yyyymmdd')
  const short = SHORT.exec(text)
  if (short !== null)
    return dated(century(short[1] ?? '', today), short[3], short[4], shown, 'date-two-digit-year')
  const month = MONTH.exec(text)
  if (month !== null) return dated(month[1], month[3], undefined, shown, 'date-month-only')
  const year = YEAR.exec(text)
  if (year !== null) return dated(year[1], undefined, undefined, shown, 'date-year-only')
  return refused('date-unreadable')
}

function styleOf(separator: string): FindingKind {
  if (separator === '.') return 'date-text-dots'
  if (separator === '/') return 'date-text-slash'
  return separator === '年' ? 'date-text-chinese' : 'date-text-other'
}

function fromNumber(value: number): Reading {
  const text = String(value)
  const eight = EIGHT.exec(text)
  if (eight !== null) return dated(eight[1], eight[2], eight[3], text, 'date-number-yyyymmdd')
  if (/^(19|20)\d{2}$/.test(text)) return dated(text, undefined, undefined, text, 'date-year-only')
  const decimal = /^((?:19|20)\d{2})\.(\d{1,2})$/.exec(text)
  if (decimal !== null) return fromDecimal(decimal[1] ?? '', decimal[2] ?? '')
  if (value >= 10_000 && value < 80_000) return fromSerial(Math.floor(value))
  return refused('date-unreadable')
}

/** 2016.3 is March; 2016.1 is January or October, since 2016.10 as a number loses its 0: only the year is sure. */
function fromDecimal(year: string, month: string): Reading {
  if (month === '1') return { value: year, notes: [{ kind: 'date-decimal-year-month', after: year }] }
  return dated(year, month, undefined, `${year}.${month}`, 'date-decimal-year-month')
}

/** Serial days of the 1900 date system: 25569 is 1970-01-01. */
function fromSerial(serial: number): Reading {
  const iso = isoOfDay(serial - 25_569)
  return { value: iso, notes: [{ kind: 'date-raw-serial', after: iso }] }
}

/** Calendar date of a day count from 1970-01-01 (days-from-civil, inverted). */
function isoOfDay(days: number): string {
  const shifted = days + 719_468
  const era = Math.floor(shifted / 146_097)
  const day = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (day - Math.floor(day / 1460) + Math.floor(day / 36_524) - Math.floor(day / 146_096)) / 365,
  )
  const dayOfYear = day - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return joined(year, month, dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1)
}

function dated(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
  shown: string,
  kind: FindingKind,
): Reading {
  const [y, m, d] = [Number(year), Number(month ?? 1), Number(day ?? 1)]
  if (y < 1800 || y > 2100 || m < 1 || m > 12 || d < 1 || d > daysInMonth(y, m))
    return refused('date-impossible')
  const value = day === undefined ? (month === undefined ? String(y) : joined(y, m)) : joined(y, m, d)
  if (value === shown && day !== undefined) return plain(value)
  const notes: Note[] = [{ kind, after: value }]
  return { value, notes }
}

function joined(year: number, month: number, day?: number): string {
  const parts = day === undefined ? [month] : [month, day]
  return [String(year), ...parts.map((part) => String(part).padStart(2, '0'))].join('-')
}

function century(yy: string, today: string): string {
  return Number(yy) <= Number(today.slice(2, 4)) ? `20${yy}` : `19${yy}`
}

const CHINESE = '〇一二三四五六七八九'

/** 二〇一五年十月 as 2015年10月; text without Chinese numerals comes back as it is. */
function chineseDigits(text: string): string {
  if (!/[〇零○Ｏ一二三四五六七八九十]/u.test(text)) return text
  return text
    .replace(/[零○Ｏ]/gu, '〇')
    .replace(
      /([一二三四五六七八九])?十([一二三四五六七八九])?/gu,
      (_, tens: string | undefined, ones: string | undefined) =>
        String(
          (tens === undefined ? 1 : CHINESE.indexOf(tens)) * 10 +
            (ones === undefined ? 0 : CHINESE.indexOf(ones)),
        ),
    )
    .replace(/[〇一二三四五六七八九]/gu, (digit) => String(CHINESE.indexOf(digit)))
}
