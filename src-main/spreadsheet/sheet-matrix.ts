import { type CellObject, SSF, type WorkSheet } from 'xlsx'
import type { Cell, Matrix, Merge } from '#shared/tabular/matrix.ts'
import { serialToIso } from './serial-date.ts'

const ERROR_TEXTS: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
  43: '#GETTING_DATA',
}
const EMPTY_ROW: readonly Cell[] = []

export interface SheetReading {
  readonly name: string
  readonly hidden: boolean
  readonly date1904: boolean
  /** Places still allowed for this workbook. */
  readonly cellLimit: number
}

/** A SheetJS dense sheet within its true bounding box (styled empty cells do not count); null above the limit. */
export function sheetMatrix(
  sheet: WorkSheet,
  reading: SheetReading,
): { matrix: Matrix; cells: number } | null {
  const rows: (readonly Cell[])[] = []
  let columns = 0
  let cells = 0
  const source: readonly (readonly (CellObject | undefined)[] | undefined)[] = sheet['!data'] ?? []
  // Own keys only: one stray cell at XFD1048576 makes the arrays long but leaves them sparse.
  for (const key of Object.keys(source)) {
    const row = matrixRow(source[Number(key)] ?? [], reading.date1904)
    if (row.length === 0) continue
    cells += row.length
    if (cells > reading.cellLimit) return null
    columns = Math.max(columns, row.length)
    while (rows.length < Number(key)) rows.push(EMPTY_ROW)
    rows.push(row)
  }
  const matrix: Matrix = {
    sheet: reading.name,
    rows,
    columns,
    merges: mergesWithin(sheet, rows.length, columns),
    hiddenRows: hiddenPlaces(sheet['!rows'], rows.length),
    hiddenColumns: hiddenPlaces(sheet['!cols'], columns),
    hiddenSheet: reading.hidden,
  }
  return { matrix, cells }
}

function matrixRow(source: readonly (CellObject | undefined)[], date1904: boolean): Cell[] {
  const row: Cell[] = []
  for (const key of Object.keys(source)) {
    const found = source[Number(key)]
    const cell = found === undefined ? null : matrixCell(found, date1904)
    if (cell === null) continue
    while (row.length < Number(key)) row.push(null)
    row.push(cell)
  }
  return row
}

function matrixCell(cell: CellObject, date1904: boolean): Cell {
  if (cell.t === 'e') return { kind: 'error', text: ERROR_TEXTS[Number(cell.v)] ?? '#N/A' }
  const { v: value } = cell
  if (value === undefined || value === '' || cell.t === 'z') return null
  const plain = value instanceof Date ? value.toISOString().slice(0, 10) : value
  const date = typeof plain === 'number' ? dateCell(plain, cell.z, date1904) : null
  if (cell.f === undefined) return date ?? plain
  if (date === null) return { kind: 'formula', value: plain }
  return { kind: 'formula', value: date.iso, ...(date.text === undefined ? {} : { text: date.text }) }
}

/** A date for a number shown in a date format, else null. */
export function dateCell(serial: number, format: CellObject['z'], date1904: boolean) {
  if (format === undefined || format === 'General' || !isDateFormat(format)) return null
  const iso = serialToIso(serial, date1904)
  if (iso === null) return null
  if (showsDay(format)) return { kind: 'date', iso } as const
  // 2021年3月 is all the author showed: the day in the serial is an accident.
  return { kind: 'date', iso, text: SSF.format(format, serial, { date1904 }) } as const
}

const dateFormats = new Map<string | number, boolean>()

function isDateFormat(format: string | number): boolean {
  const known = dateFormats.get(format)
  if (known !== undefined) return known
  const isDate = typeof format === 'string' && SSF.is_date(format) && /[yd]/i.test(symbolsOf(format))
  dateFormats.set(format, isDate)
  return isDate
}

function showsDay(format: string | number): boolean {
  return /d/i.test(symbolsOf(String(format)))
}

/** A number format without quoted, escaped and bracketed parts. */
function symbolsOf(format: string): string {
  return format.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '')
}

function mergesWithin(sheet: WorkSheet, rows: number, columns: number): Merge[] {
  return (sheet['!merges'] ?? [])
    .filter((merge) => merge.s.r < rows && merge.s.c < columns)
    .map((merge) => ({
      top: merge.s.r,
      left: merge.s.c,
      bottom: Math.min(merge.e.r, rows - 1),
      right: Math.min(merge.e.c, columns - 1),
    }))
}

function hiddenPlaces(
  places: readonly ({ readonly hidden?: boolean | undefined } | undefined)[] | undefined,
  end: number,
): number[] {
  return Object.keys(places ?? [])
    .map(Number)
    .filter((place) => place < end && places?.[place]?.hidden === true)
}
