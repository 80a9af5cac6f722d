import { cellText } from '#shared/sheets/cell-text.ts'
import { headerCells } from '#shared/sheets/header-cells.ts'
import { lineCells } from '#shared/sheets/line-cells.ts'
import type { Sheet, SheetAlign, SheetCell, SheetRow } from '#shared/sheets/sheet.ts'
import { watermarkText } from '#shared/sheets/watermark.ts'
import type { Merge } from '#shared/tabular/matrix.ts'
import type { OoxmlCell, OoxmlRow, OoxmlSheet } from './ooxml-sheet.ts'
import type { CellLook } from './ooxml-style.ts'
import { ooxmlWorkbook } from './ooxml-workbook.ts'
import { isoToSerial } from './serial-date.ts'

// Characters of 11 pt that fit on A4 between the margins: what column widths are shared out of.
const PAGE_CHARACTERS = { portrait: 88, landscape: 132 } as const
const LINE_HEIGHT = 16

const SONG = '宋体'
const FANG_SONG = '仿宋'
const MARK: CellLook = { font: '黑体', size: 16, bold: true, align: 'center', color: 'C00000' }
const LABEL: CellLook = { font: '黑体', size: 14, align: 'left' }
const TITLE: CellLook = { font: SONG, size: 20, bold: true, align: 'center', wrap: true }
const PERIOD: CellLook = { font: FANG_SONG, size: 12, align: 'center' }
const HEADING: CellLook = { font: SONG, bold: true, align: 'center', wrap: true, border: true }
const CLOSING: CellLook = { font: FANG_SONG, align: 'left', wrap: true }

/** The forms as one .xlsx, a sheet each: same text as on paper, numbers and dates as real values. */
export function sheetsToXlsx(sheets: readonly Sheet[]): Uint8Array {
  return ooxmlWorkbook(sheets.map(ooxmlSheet))
}

function ooxmlSheet(sheet: Sheet): OoxmlSheet {
  const widths = columnWidths(sheet)
  const merges: Merge[] = []
  const rows: OoxmlRow[] = [...openingRows(sheet, widths, merges)]
  const from = rows.length
  rows.push(...headingRows(sheet, from, merges))
  const to = Math.max(from, rows.length - 1)
  const body = rows.length
  rows.push(...sheet.rows.map((row, at) => bodyRow(sheet, row, body + at, merges)))
  rows.push(...closingRows(sheet, widths, rows.length, merges))
  return {
    name: sheet.label === '' ? sheet.title : sheet.label,
    widths,
    rows,
    merges,
    headerRows: { from, to },
    page: { orientation: sheet.orientation, header: pageHeader(sheet), footer: pageFooter(sheet) },
  }
}

function columnWidths(sheet: Sheet): number[] {
  const sum = sheet.columns.reduce((total, column) => total + column.width, 0)
  return sheet.columns.map((column) => Math.max(4, (column.width / sum) * PAGE_CHARACTERS[sheet.orientation]))
}

function openingRows(sheet: Sheet, widths: readonly number[], merges: Merge[]): OoxmlRow[] {
  const rows: OoxmlRow[] = []
  const add = (text: string, look: CellLook) => {
    const height = look.size === TITLE.size ? { height: 30 * lineCount(text, widths, 20) } : {}
    rows.push({ ...wideRow(text, look, widths, rows.length, merges), ...height })
  }
  // A page header is not seen on the screen: whoever opens the file must see at once that it is no report.
  if (sheet.watermark !== null) add(watermarkText(sheet.watermark), MARK)
  add(sheet.label, LABEL)
  add(sheet.title, TITLE)
  if (sheet.period !== '') add(sheet.period, PERIOD)
  rows.push(unitRow(sheet, widths.length, rows.length, merges))
  return rows
}

/** 填报单位 on the left, 填报日期 in the middle, 计量单位 on the right; in a narrow table all in one cell. */
function unitRow(sheet: Sheet, columns: number, at: number, merges: Merge[]): OoxmlRow {
  const { unit, date, measure } = sheet.unitLine
  const texts = [unit, date, measure ?? '']
  if (columns < 3) {
    mergeAcross(merges, at, 0, columns - 1)
    return { cells: [{ value: texts.filter((text) => text !== '').join('    '), look: CLOSING }] }
  }
  const starts = [0, Math.ceil(columns / 3), columns - Math.floor(columns / 3)]
  const aligns: readonly SheetAlign[] = ['left', 'center', 'right']
  const cells: OoxmlCell[] = Array.from({ length: columns }, () => ({ value: null, look: {} }))
  for (const [part, text] of texts.entries()) {
    const left = starts[part] ?? 0
    mergeAcross(merges, at, left, (starts[part + 1] ?? columns) - 1)
    cells[left] = { value: text, look: { font: FANG_SONG, align: aligns[part] ?? 'left' } }
  }
  return { cells }
}

function headingRows(sheet: Sheet, top: number, merges: Merge[]): OoxmlRow[] {
  const depth = sheet.columns[0]?.headings.length ?? 0
  const texts = Array.from({ length: depth }, () => sheet.columns.map((): string | null => null))
  for (const cell of headerCells(sheet.columns)) {
    const row = texts[cell.level]
    if (row !== undefined) row[cell.column] = cell.text
    if (cell.levels === 1 && cell.columns === 1) continue
    merges.push({
      top: top + cell.level,
      left: cell.column,
      bottom: top + cell.level + cell.levels - 1,
      right: cell.column + cell.columns - 1,
    })
  }
  return texts.map((row) => ({
    cells: row.map((value) => ({ value, look: HEADING })),
    height: 2 * LINE_HEIGHT,
  }))
}

function bodyRow(sheet: Sheet, row: SheetRow, at: number, merges: Merge[]): OoxmlRow {
  for (const { column, columns } of lineCells(row, sheet.columns.length)) {
    mergeAcross(merges, at, column, column + columns - 1)
  }
  const bold = row.kind === 'total' || row.kind === 'group'
  const cells = sheet.columns.map((column, place) => {
    const cell = row.cells[place] ?? null
    // Blank lines and the cells beside a group's name stay empty; elsewhere nothing known prints —.
    if (cell === null && (row.kind === 'empty' || row.kind === 'group')) {
      return { value: null, look: bodyLook(column.align, bold) }
    }
    return bodyCell(cell, column.align, bold)
  })
  return { cells }
}

function bodyCell(cell: SheetCell, align: SheetAlign, bold: boolean): OoxmlCell {
  const look = bodyLook(align, bold)
  const text = { value: cellText(cell), look }
  if (cell === null || typeof cell === 'string') return text
  if ('date' in cell) {
    const serial = isoToSerial(cell.date)
    return serial === null ? text : { value: serial, look: { ...look, format: 'yyyy-mm-dd' } }
  }
  const [value, decimals] = 'percent' in cell ? [cell.percent, 2] : [cell.value, cell.decimals]
  return Number.isFinite(value) ? { value, look: { ...look, format: fixedFormat(decimals) } } : text
}

function bodyLook(align: SheetAlign, bold: boolean): CellLook {
  return { font: FANG_SONG, align, bold, wrap: true, border: true }
}

function fixedFormat(decimals: number): string {
  return decimals === 0 ? '0' : `0.${'0'.repeat(decimals)}`
}

function closingRows(sheet: Sheet, widths: readonly number[], first: number, merges: Merge[]): OoxmlRow[] {
  const signatures = sheet.signatures.map(({ label, value }) => `${label}：${value}`).join('        ')
  const code = sheet.code === null ? '' : `校验码 ${sheet.code}`
  return [...sheet.notes, sheet.rules, signatures, code]
    .filter((text) => text !== '')
    .map((text, at) => ({
      ...wideRow(text, CLOSING, widths, first + at, merges),
      // Office programs do not fit the height of merged cells to their text.
      height: LINE_HEIGHT * lineCount(text, widths, 11) + 4,
    }))
}

function wideRow(
  value: string,
  look: CellLook,
  widths: readonly number[],
  at: number,
  merges: Merge[],
): OoxmlRow {
  mergeAcross(merges, at, 0, widths.length - 1)
  return { cells: [{ value, look }] }
}

function mergeAcross(merges: Merge[], row: number, left: number, right: number): void {
  if (right > left) merges.push({ top: row, left, bottom: row, right })
}

/** Lines a text needs across the whole table; a Chinese character is two characters wide. */
function lineCount(text: string, widths: readonly number[], size: number): number {
  const room = (widths.reduce((sum, width) => sum + width, 0) * 11) / size
  const lines = text.split('\n').map((line) => {
    const wide = [...line].reduce((sum, character) => sum + (character > '\u2e7f' ? 2 : 1), 0)
    return Math.max(1, Math.ceil(wide / room))
  })
  return lines.reduce((sum, count) => sum + count, 0)
}

/** 送审稿 or 试用数据 on every page; `&` starts a code in headers and is doubled. */
function pageHeader(sheet: Sheet): string {
  return sheet.watermark === null
    ? ''
    : `&C&"黑体,常规"&14 ${watermarkText(sheet.watermark).replaceAll('&', '&&')}`
}

function pageFooter(sheet: Sheet): string {
  const code = sheet.code === null ? '' : `&R校验码 ${sheet.code.replaceAll('&', '&&')}`
  return `&C第 &P 页 共 &N 页${code}`
}
