import type { SheetCell } from './sheet.ts'

/** What an empty cell prints: never 0 (DOMAIN.md D3). */
export const EMPTY_TEXT = '—'

/** The one text of a cell: paper, preview, PDF and the tests of .xlsx all use this. */
export function cellText(cell: SheetCell): string {
  if (cell === null) return EMPTY_TEXT
  if (typeof cell === 'string') return cell
  if ('date' in cell) return cell.date
  return 'percent' in cell ? fixedText(cell.percent, 2) : fixedText(cell.value, cell.decimals)
}

/** Fixed decimals, half away from zero on the decimal digits (1.005 prints 1.01), no thousands separator. */
export function fixedText(value: number, decimals: number): string {
  if (!Number.isFinite(value)) return EMPTY_TEXT
  return roundedTo(value, decimals).toFixed(decimals)
}

/** Rounds on the shortest decimal notation of the number, because 1.005 * 100 is below 100.5 in binary. */
export function roundedTo(value: number, decimals: number): number {
  const shifted = Math.round(shiftedBy(Math.abs(value), decimals))
  const rounded = shiftedBy(shifted, -decimals)
  return value < 0 && rounded !== 0 ? -rounded : rounded
}

function shiftedBy(value: number, digits: number): number {
  const [mantissa, exponent] = String(value).split('e')
  return Number(`${mantissa}e${Number(exponent ?? 0) + digits}`)
}

/** 2021-03-05 as running text on paper: 2021年3月5日, without zero padding (GB/T 15835). Keeps the precision. */
export function paperDate(date: string): string {
  const [year, month, day] = date.split('-').map(Number)
  return `${year}年${month === undefined ? '' : `${month}月`}${day === undefined ? '' : `${day}日`}`
}
