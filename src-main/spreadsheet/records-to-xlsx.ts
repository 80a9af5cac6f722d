import type { FieldMeta } from '#shared/records/field.ts'
import type { OoxmlCell } from './ooxml-sheet.ts'
import type { CellLook } from './ooxml-style.ts'
import { ooxmlWorkbook } from './ooxml-workbook.ts'
import { isoToSerial } from './serial-date.ts'

/** A column of a plain export; a field's own meta fits. `width` is in px of the grid. */
export type RecordColumn = Pick<FieldMeta, 'title' | 'kind' | 'unit' | 'width'>
/** List fields come as text already. */
export type RecordValue = string | number | boolean | null

const HEADING: CellLook = { bold: true, align: 'center', wrap: true, border: true, fill: 'F2F2F2' }
const PIXELS_PER_CHARACTER = 8

/** Grid rows as an .xlsx that can be imported again: codes and phones as text, numbers and dates typed. */
export function recordsToXlsx(
  columns: readonly RecordColumn[],
  rows: readonly (readonly RecordValue[])[],
  sheetName = '导出',
): Uint8Array {
  const looks = columns.map(lookOf)
  const heading = columns.map((column) => ({ value: titleOf(column), look: HEADING }))
  const body = rows.map((row) => ({
    cells: columns.map((column, at) => cellOf(row[at] ?? null, column, looks[at] ?? {})),
  }))
  return ooxmlWorkbook([
    {
      name: sheetName,
      widths: columns.map((column) => Math.max(6, (column.width ?? 100) / PIXELS_PER_CHARACTER)),
      rows: [{ cells: heading, height: 32 }, ...body],
      merges: [],
      headerRows: { from: 0, to: 0 },
      filtered: columns.length > 0,
      page: { orientation: 'landscape', header: '', footer: '&C第 &P 页 共 &N 页' },
    },
  ])
}

function titleOf({ title, unit }: RecordColumn): string {
  return unit === undefined || title.endsWith(`（${unit}）`) ? title : `${title}（${unit}）`
}

function lookOf({ kind }: RecordColumn): CellLook {
  switch (kind) {
    case 'count':
    case 'year':
      return { align: 'right', format: '0' }
    case 'amount':
      return { align: 'right', format: '0.00##' }
    case 'number':
      return { align: 'right' }
    case 'date':
      return { align: 'center', format: 'yyyy-mm-dd' }
    case 'flag':
    case 'choice':
      return { align: 'center' }
    default:
      return { align: 'left', format: '@' }
  }
}

function cellOf(value: RecordValue, { kind }: RecordColumn, look: CellLook): OoxmlCell {
  if (typeof value === 'boolean') return { value: value ? '是' : '否', look }
  if (typeof value !== 'string') return { value, look }
  const serial = kind === 'date' ? isoToSerial(value) : null
  // A date known to the month only stays the text 2021-03.
  if (serial === null) return { value, look: kind === 'date' ? { ...look, format: '@' } : look }
  return { value: serial, look }
}
