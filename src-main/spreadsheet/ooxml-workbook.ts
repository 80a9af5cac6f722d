import { strToU8, type Zippable, zipSync } from 'fflate'
import { type OoxmlSheet, sheetRange, worksheetXml } from './ooxml-sheet.ts'
import { styleSheet } from './ooxml-style.ts'
import { sheetNames, xmlText } from './ooxml-text.ts'

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const SPREADSHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const CONTENT = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

// The same sheets give the same bytes: a zip's dates are fixed, local time as the format has it.
const ZIP_DATE = new Date(2020, 8, 18, 0, 0, 0)

/** Bytes of an .xlsx (ECMA-376 transitional); at least one sheet. Names are made valid and unique here. */
export function ooxmlWorkbook(wanted: readonly OoxmlSheet[]): Uint8Array {
  if (wanted.length === 0) throw new Error('A workbook has at least one sheet')
  const names = sheetNames(wanted.map((sheet) => sheet.name))
  const sheets = wanted.map((sheet, at) => ({ ...sheet, name: names[at] ?? sheet.name }))
  const styles = styleSheet()
  const worksheets = sheets.map((sheet) => worksheetXml(sheet, styles))
  const parts: Record<string, string> = {
    '[Content_Types].xml': contentTypesXml(sheets.length),
    '_rels/.rels': relationshipsXml([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': workbookXml(sheets),
    'xl/_rels/workbook.xml.rels': relationshipsXml([
      ...sheets.map((_, at) => ['worksheet', `worksheets/sheet${at + 1}.xml`] as const),
      ['styles', 'styles.xml'],
    ]),
    'xl/styles.xml': styles.xml(),
    ...Object.fromEntries(worksheets.map((xml, at) => [`xl/worksheets/sheet${at + 1}.xml`, xml])),
  }
  const files: Zippable = {}
  for (const [path, xml] of Object.entries(parts)) files[path] = strToU8(xml)
  return zipSync(files, { level: 6, mtime: ZIP_DATE })
}

function contentTypesXml(sheets: number): string {
  const overrides = [
    ['/xl/workbook.xml', 'sheet.main'],
    ['/xl/styles.xml', 'styles'],
    ...Array.from({ length: sheets }, (_, at) => [`/xl/worksheets/sheet${at + 1}.xml`, 'worksheet']),
  ].map(([part, type]) => `<Override PartName="${part}" ContentType="${CONTENT}.${type}+xml"/>`)
  return (
    `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
    `<Default Extension="xml" ContentType="application/xml"/>${overrides.join('')}</Types>`
  )
}

function relationshipsXml(targets: readonly (readonly [type: string, target: string])[]): string {
  const all = targets.map(
    ([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  )
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${all.join('')}</Relationships>`
}

function workbookXml(sheets: readonly OoxmlSheet[]): string {
  const list = sheets.map(
    (sheet, at) => `<sheet name="${xmlText(sheet.name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`,
  )
  const names = sheets.flatMap(definedNames)
  return (
    `${HEAD}<workbook xmlns="${SPREADSHEET}" xmlns:r="${OFFICE}"><bookViews><workbookView/></bookViews>` +
    `<sheets>${list.join('')}</sheets>${names.length === 0 ? '' : `<definedNames>${names.join('')}</definedNames>`}</workbook>`
  )
}

/** Print area and repeated header rows are names of the workbook. */
function definedNames(sheet: OoxmlSheet, at: number): string[] {
  const quoted = xmlText(`'${sheet.name.replaceAll("'", "''")}'`)
  const define = (name: string, reference: string) =>
    `<definedName name="_xlnm.${name}" localSheetId="${at}">${quoted}!${reference}</definedName>`
  const { from, to } = sheet.headerRows
  if (sheet.page === null) return []
  return [
    define('Print_Area', absolute(sheetRange(sheet))),
    define('Print_Titles', `$${from + 1}:$${to + 1}`),
  ]
}

/** `A1:B2` as `$A$1:$B$2`. */
function absolute(range: string): string {
  return range.replace(/([A-Z]+)(\d+)/g, '$$$1$$$2')
}
