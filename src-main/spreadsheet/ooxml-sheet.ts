import type { Merge } from '#shared/tabular/matrix.ts'
import type { CellLook, StyleSheet } from './ooxml-style.ts'
import { cellAddress, cellXmlText, columnLetters, xmlText } from './ooxml-text.ts'

export interface OoxmlCell {
  /** A string is always text, never a formula; null is an empty cell that keeps its look. */
  readonly value: string | number | boolean | null
  readonly look: CellLook
}

export interface OoxmlRow {
  readonly cells: readonly OoxmlCell[]
  /** Points; automatic without. */
  readonly height?: number
}

export interface OoxmlPage {
  readonly orientation: 'portrait' | 'landscape'
  readonly header: string
  readonly footer: string
}

/** One worksheet: 0-based rows and columns, widths in characters. */
export interface OoxmlSheet {
  readonly name: string
  readonly widths: readonly number[]
  readonly rows: readonly OoxmlRow[]
  readonly merges: readonly Merge[]
  /** Rows that stay in view and are repeated on each printed page, 0-based, inclusive. */
  readonly headerRows: { readonly from: number; readonly to: number }
  /** A4, fitted to one page's width. Null prints as the office program likes. */
  readonly page: OoxmlPage | null
}

const SPREADSHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
// Inches: about 20 mm at the sides, 22 mm above and below.
const MARGINS = '<pageMargins left="0.79" right="0.79" top="0.87" bottom="0.87" header="0.4" footer="0.4"/>'

/** worksheet XML; the order of elements is the schema's (ECMA-376 Part 1, 18.3.1.99). */
export function worksheetXml(sheet: OoxmlSheet, styles: StyleSheet): string {
  const { page } = sheet
  return [
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${SPREADSHEET}">`,
    page === null ? '' : '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    `<dimension ref="${sheetRange(sheet)}"/>`,
    viewXml(sheet),
    '<sheetFormatPr defaultRowHeight="16"/>',
    columnsXml(sheet.widths),
    `<sheetData>${sheet.rows.map((row, at) => rowXml(row, at, styles)).join('')}</sheetData>`,
    mergesXml(sheet.merges),
    page === null ? '' : pageXml(page),
    '</worksheet>',
  ].join('')
}

/** `A1:H20`, all that is written. */
export function sheetRange(sheet: OoxmlSheet): string {
  return `A1:${cellAddress(Math.max(0, sheet.rows.length - 1), Math.max(0, sheet.widths.length - 1))}`
}

function viewXml({ headerRows }: OoxmlSheet): string {
  const frozen = headerRows.to + 1
  return (
    `<sheetViews><sheetView workbookViewId="0"><pane ySplit="${frozen}" topLeftCell="A${frozen + 1}" activePane="bottomLeft" state="frozen"/>` +
    `<selection pane="bottomLeft" activeCell="A${frozen + 1}" sqref="A${frozen + 1}"/></sheetView></sheetViews>`
  )
}

function columnsXml(widths: readonly number[]): string {
  const columns = widths.map(
    (width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width.toFixed(2)}" customWidth="1"/>`,
  )
  return columns.length === 0 ? '' : `<cols>${columns.join('')}</cols>`
}

function rowXml(row: OoxmlRow, at: number, styles: StyleSheet): string {
  const height = row.height === undefined ? '' : ` ht="${row.height}" customHeight="1"`
  const cells = row.cells.map((cell, column) => cellXml(cell, columnLetters(column) + (at + 1), styles))
  return `<row r="${at + 1}"${height}>${cells.join('')}</row>`
}

function cellXml({ value, look }: OoxmlCell, address: string, styles: StyleSheet): string {
  const isText = typeof value === 'string'
  const formulaLike = isText && /^[=+\-@\t\r]/.test(value) && value.length > 1
  const place = `<c r="${address}" s="${styles.indexOf(formulaLike ? { ...look, quoted: true } : look)}"`
  if (value === null || value === '') return `${place}/>`
  if (isText) return `${place} t="inlineStr"><is><t xml:space="preserve">${cellXmlText(value)}</t></is></c>`
  if (typeof value === 'boolean') return `${place} t="b"><v>${value ? 1 : 0}</v></c>`
  return Number.isFinite(value) ? `${place}><v>${value}</v></c>` : `${place}/>`
}

function mergesXml(merges: readonly Merge[]): string {
  if (merges.length === 0) return ''
  const refs = merges.map(
    ({ top, left, bottom, right }) =>
      `<mergeCell ref="${cellAddress(top, left)}:${cellAddress(bottom, right)}"/>`,
  )
  return `<mergeCells count="${merges.length}">${refs.join('')}</mergeCells>`
}

function pageXml({ orientation, header, footer }: OoxmlPage): string {
  const headerXml = header === '' ? '' : `<oddHeader>${xmlText(header)}</oddHeader>`
  return (
    `<printOptions horizontalCentered="1"/>${MARGINS}` +
    `<pageSetup paperSize="9" orientation="${orientation}" fitToWidth="1" fitToHeight="0"/>` +
    `<headerFooter>${headerXml}<oddFooter>${xmlText(footer)}</oddFooter></headerFooter>`
  )
}
