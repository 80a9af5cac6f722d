import { describe, expect, it } from 'vitest'
import * as XLSX from 'xlsx'
import { archiveParts, archiveWorkbook } from '#main/spreadsheet/archive-workbook.ts'
import { plainWorkbook } from '#main/spreadsheet/plain-workbook.ts'
import { READING_LIMITS } from '#main/spreadsheet/reading-limits.ts'
import { sheetMatrix } from '#main/spreadsheet/sheet-matrix.ts'
import { fixture, rawXlsx, rowsSheet, written } from './workbook-samples.ts'

function partsOf(bytes: Uint8Array) {
  const parts = archiveParts('a.xlsx', bytes, READING_LIMITS)
  if (!parts.ok) throw new Error(JSON.stringify(parts.error))
  return parts.value
}

const plainOf = (bytes: Uint8Array) => plainWorkbook(partsOf(bytes), READING_LIMITS.cells, () => {})

function librarySheets(bytes: Uint8Array) {
  const book = archiveWorkbook('a.xlsx', partsOf(bytes))
  if (!book.ok) throw new Error('not read')
  return book.value.SheetNames.map((name, at) => {
    const hidden = (book.value.Workbook?.Sheets?.[at]?.Hidden ?? 0) !== 0
    const date1904 = book.value.Workbook?.WBProps?.date1904 === true
    return sheetMatrix(book.value.Sheets[name] ?? {}, { name, hidden, date1904, cellLimit: 3_000_000 })
      ?.matrix
  })
}

describe('the fast path', () => {
  it.each([
    'enterprises-20000.xlsx',
    'enterprises-citywide-130.xlsx',
    'enterprises-clean-120.xlsx',
    'enterprises-huge-ref.xlsx',
    'figures-2021Q3.xlsx',
    'patents-2021.xlsx',
    'service-log-2021.xlsx',
  ])('reads %s exactly as SheetJS does', (name) => {
    const bytes = fixture(name)
    const plain = plainOf(bytes)
    expect(plain).not.toBeNull()
    expect(plain).toEqual(librarySheets(bytes))
  })

  it('reads odd text, merges and hidden parts exactly as SheetJS does', () => {
    const sheet = rowsSheet([
      [' 前后空格 ', 'a&<>"\'b', '行1\n行2', '_x0041_', '&lt', true, -0.5, 1e21],
      [],
      ['𠮷', '\t制表', '', null, Number('914306261234567890')],
    ])
    sheet['!merges'] = [XLSX.utils.decode_range('A1:B2'), XLSX.utils.decode_range('C3:Z90')]
    sheet['!rows'] = [{}, { hidden: true }, { hidden: true }]
    sheet['!cols'] = [{ hidden: true }, {}, { hidden: true }]
    const bytes = written({ 甲: sheet, 乙: rowsSheet([[1]]) }, 'xlsx', {
      Sheets: [{ Hidden: 0 }, { Hidden: 1 }],
    })
    const plain = plainOf(bytes)
    expect(plain).not.toBeNull()
    expect(plain).toEqual(librarySheets(bytes))
  })

  it.each([
    ['a formula', '<sheetData><row r="1"><c r="A1"><f>1+1</f><v>2</v></c></row></sheetData>'],
    ['a row without number', '<sheetData><row><c r="A1"><v>2</v></c></row></sheetData>'],
    ['a cell without address', '<sheetData><row r="1"><c><v>2</v></c></row></sheetData>'],
    [
      'cells out of order',
      '<sheetData><row r="1"><c r="B1"><v>2</v></c><c r="A1"><v>2</v></c></row></sheetData>',
    ],
    [
      'a row twice',
      '<sheetData><row r="1"><c r="A1"><v>2</v></c></row><row r="1"><c r="B1"><v>2</v></c></row></sheetData>',
    ],
    [
      'rich text',
      '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><r><t>a</t></r></is></c></row></sheetData>',
    ],
    ['a comment', '<!-- x --><sheetData><row r="1"><c r="A1"><v>2</v></c></row></sheetData>'],
    ['an ISO date', '<sheetData><row r="1"><c r="A1" t="d"><v>2021-03-05</v></c></row></sheetData>'],
    ['a string that is not there', '<sheetData><row r="1"><c r="A1" t="s"><v>9</v></c></row></sheetData>'],
    ['white space between cells', '<sheetData><row r="1"> <c r="A1"><v>2</v></c></row></sheetData>'],
    ['single quotes', `<sheetData><row r="1"><c r="A1" t='str'><v>2</v></c></row></sheetData>`],
    ['a TAB between attributes', '<sheetData><row r="1"><c r="A1"\tt="str"><v>2</v></c></row></sheetData>'],
    [
      'a hidden row in single quotes',
      `<sheetData><row r="1" hidden='1'><c r="A1"><v>2</v></c></row></sheetData>`,
    ],
    [
      'hidden columns in single quotes',
      `<cols><col min="1" max="1" hidden='1'/></cols><sheetData><row r="1"><c r="A1"><v>2</v></c></row></sheetData>`,
    ],
    ['a row that never ends', '<sheetData><row r="1"><c r="A1"><v>2</v></c></sheetData>'],
  ])('leaves %s to SheetJS', (_, sheet) => {
    const styles = new TextEncoder().encode(
      '<styleSheet><cellXfs count="1"><xf numFmtId="0"/></cellXfs></styleSheet>',
    )
    const plainCell = '<sheetData><row r="1"><c r="A1"><v>2</v></c></row></sheetData>'
    expect(plainOf(rawXlsx(plainCell, { 'xl/styles.xml': styles }))).not.toBeNull()
    expect(plainOf(rawXlsx(sheet, { 'xl/styles.xml': styles }))).toBeNull()
  })

  it('resolves an entity once, where SheetJS does it twice', () => {
    expect(plainOf(written({ S: rowsSheet([['&amp;']]) }))).toMatchObject([{ rows: [['&amp;']] }])
  })

  it('keeps the cell limit', () => {
    const parts = partsOf(written({ S: rowsSheet([[1, 2], [3]]) }))
    expect(plainWorkbook(parts, 2, () => {})).toBe('too-many')
    expect(plainWorkbook(parts, 3, () => {})).toHaveLength(1)
  })
})
