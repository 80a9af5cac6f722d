import type { Cell } from './matrix.ts'

// Zero-width characters, BOM, soft hyphen, direction marks: invisible on screen, unequal in comparison.
const ZERO_WIDTH = /[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/gu
const NEEDS_CARE =
  /[^\u0021-\u007e\u4e00-\u9fff\u3001\u3002\u201c\u201d\u2014\uff08\uff09\uff0c\uff1a\uff1b]/u

/** What the cell says as text, as it stands; dates as ISO, errors by their name. */
export function cellText(cell: Cell): string {
  if (cell === null) return ''
  switch (typeof cell) {
    case 'string':
      return cell
    case 'number':
      return numberText(cell)
    case 'boolean':
      return cell ? '是' : '否'
  }
  if (cell.kind === 'formula') return cellText(cell.value)
  return cell.kind === 'date' ? cell.iso : cell.text
}

/** A number as a person would write it: no binary tail. */
export function numberText(value: number): string {
  return Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(15)))
}

/** Whether nothing is visible in the cell. */
export function isBlank(cell: Cell): boolean {
  if (cell === null) return true
  if (typeof cell !== 'string') return false
  const first = cell.charCodeAt(0)
  const plainlyVisible = (first > 0x20 && first < 0x7f) || (first >= 0x4e00 && first <= 0x9fff)
  return !plainlyVisible && visible(cell).trim() === ''
}

/** The text without zero-width characters; the same string when there are none. */
export function visible(text: string): string {
  return NEEDS_CARE.test(text) ? text.replace(ZERO_WIDTH, '') : text
}

export function hasZeroWidth(text: string): boolean {
  return NEEDS_CARE.test(text) && text.replace(ZERO_WIDTH, '') !== text
}

/** Comparable form for reading: NFKC, no white space, nothing invisible. */
export function compact(text: string): string {
  return NEEDS_CARE.test(text) || FULL_WIDTH.test(text)
    ? text.normalize('NFKC').replace(ZERO_WIDTH, '').replace(/\s+/gu, '')
    : text
}
const FULL_WIDTH = /[\uff00-\uffef]/u

/** A1 address of 0-based row and column. */
export function addressOf(row: number, column: number): string {
  return columnLetters(column) + String(row + 1)
}

/** Letters of a 0-based column: 0 is A, 26 is AA. */
export function columnLetters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26))
  return column < 26 ? last : columnLetters(Math.floor(column / 26) - 1) + last
}
