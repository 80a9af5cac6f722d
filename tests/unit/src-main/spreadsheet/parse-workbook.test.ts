import { describe, expect, it } from 'vitest'
import type * as XLSX from 'xlsx'
import { parseWorkbook } from '#main/spreadsheet/parse-workbook.ts'
import { READING_LIMITS } from '#main/spreadsheet/reading-limits.ts'
import type { Matrix } from '#shared/tabular/matrix.ts'
import { fixture, rawXlsx, rowsSheet, written } from './workbook-samples.ts'

function sheetsOf(name: string, bytes: Uint8Array): readonly Matrix[] {
  const read = parseWorkbook(name, bytes)
  if (!read.ok) throw new Error(JSON.stringify(read.error))
  return read.value.sheets
}

const firstRows = (name: string, bytes: Uint8Array) => sheetsOf(name, bytes)[0]?.rows

describe('sample workbooks', () => {
  it('reads the clean list with types and dates', () => {
    const [sheet, notes] = sheetsOf('a.xlsx', fixture('enterprises-clean-120.xlsx'))
    expect([sheet?.rows.length, sheet?.columns, notes?.sheet]).toEqual([121, 28, '填表说明'])
    expect(sheet?.rows[5]?.slice(0, 15)).toEqual([
      5,
      '平江虚拟湘禾塑业有限责任公司',
      '91430626EX10000555',
      '平江县',
      '430626',
      '安定镇',
      '平江县安定镇示例路99号',
      'C29',
      '橡胶和塑料制品业',
      '现代石化',
      'SBS改性制品',
      { kind: 'date', iso: '2008-06-10' },
      106,
      5403.85,
      119.81,
    ])
  })

  it('keeps hidden rows, columns, sheets and merges of the messy one', () => {
    const outline = sheetsOf('m.xlsx', fixture('enterprises-messy.xlsx')).map((sheet) => ({
      sheet: sheet.sheet,
      size: [sheet.rows.length, sheet.columns],
      merges: sheet.merges.length,
      hiddenRows: sheet.hiddenRows,
      hiddenColumns: sheet.hiddenColumns,
      hiddenSheet: sheet.hiddenSheet,
    }))
    const plain = { merges: 0, hiddenRows: [], hiddenColumns: [] }
    expect(outline).toEqual([
      { sheet: 'Sheet1', size: [0, 0], ...plain, hiddenSheet: false },
      {
        sheet: '参与企业(最终版2)',
        size: [93, 26],
        merges: 27,
        hiddenRows: [84, 85],
        hiddenColumns: [24],
        hiddenSheet: false,
      },
      { sheet: '旧版', size: [12, 6], ...plain, hiddenSheet: true },
    ])
  })

  it('reads the same rows from the .xls', () => {
    const xls = sheetsOf('m.xls', fixture('enterprises-messy.xls')).at(0)
    const xlsx = sheetsOf('m.xlsx', fixture('enterprises-messy.xlsx')).at(1)
    // SheetJS, which wrote the .xls, keeps only a formula's value there.
    const values = (xlsx?.rows ?? []).map((row) =>
      row.map((cell) => (typeof cell === 'object' && cell?.kind === 'formula' ? cell.value : cell)),
    )
    expect(xls?.rows).toEqual(values)
    expect(xls?.merges.length).toBe(27)
  })

  it('keeps an 18-digit number a number', () => {
    const sheet = sheetsOf('m.xlsx', fixture('enterprises-messy.xlsx')).at(1)
    expect(typeof sheet?.rows[17]?.[2]).toBe('number')
  })

  it('finds the true bounding box behind a stray cell at XFD1048576', () => {
    const [sheet] = sheetsOf('h.xlsx', fixture('enterprises-huge-ref.xlsx'))
    expect([sheet?.rows.length, sheet?.columns]).toEqual([6, 28])
  })

  it('keeps a stray value far away, because no cell may be lost', () => {
    const [sheet] = sheetsOf(
      'far.xlsx',
      rawXlsx(
        '<sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>7</v></c></row></sheetData>',
      ),
    )
    expect([sheet?.rows.length, sheet?.columns, sheet?.rows.at(-1)?.at(-1)]).toEqual([1_048_576, 16_384, 7])
  })

  it('reads a GBK csv as text', () => {
    expect(firstRows('enterprises-gbk.csv', fixture('enterprises-gbk.csv'))?.[5]).toEqual([
      '5',
      '平江虚拟湘禾塑业有限责任公司',
      '\t91430626EX10000555',
      '2008/6/10',
      '106',
      '6,059.4',
      '1.54E+10',
    ])
  })
})

describe('cells', () => {
  const cell = (value: number, z: string): XLSX.CellObject => ({ t: 'n', v: value, z })
  const dates = {
    '!ref': 'A1:E1',
    A1: cell(44260, 'yyyy-mm-dd'),
    B1: cell(44260, 'yyyy"年"m"月"'),
    C1: cell(44260.999, 'yyyy/m/d h:mm'),
    D1: cell(0.5, 'h:mm'),
    E1: cell(44260, '0.00'),
  }

  it('are dates by their format, with the text when the day is not shown', () => {
    for (const type of ['xlsx', 'biff8'] as const) {
      expect(firstRows('d', written({ S: dates }, type))).toEqual([
        [
          { kind: 'date', iso: '2021-03-05' },
          { kind: 'date', iso: '2021-03-05', text: '2021年3月' },
          { kind: 'date', iso: '2021-03-05' },
          0.5,
          44260,
        ],
      ])
    }
  })

  it('are dates of the 1904 system when the workbook says so', () => {
    const bytes = rawXlsx(
      '<sheetData><row r="1"><c r="A1" s="1"><v>42798</v></c></row></sheetData>',
      date1904Parts(),
    )
    expect(firstRows('d.xlsx', bytes)).toEqual([[{ kind: 'date', iso: '2021-03-05' }]])
  })

  it('keep formulas, errors and truth values apart from plain text', () => {
    const sheet: XLSX.WorkSheet = {
      '!ref': 'A1:F1',
      A1: { t: 'n', v: 3, f: 'SUM(1,2)' },
      B1: { t: 'e', v: 23 },
      C1: { t: 'b', v: true },
      D1: { t: 's', v: '=1+1' },
      E1: { t: 'n', v: 44260, f: 'TODAY()', z: 'yyyy-mm-dd' },
      F1: { t: 's', v: '' },
    }
    expect(firstRows('f.xlsx', written({ S: sheet }))).toEqual([
      [
        { kind: 'formula', value: 3 },
        { kind: 'error', text: '#REF!' },
        true,
        '=1+1',
        { kind: 'formula', value: '2021-03-05' },
      ],
    ])
  })

  it('of an HTML table called .xls stay text', () => {
    const html = '<html><body><table><tr><td>代码</td><td>914306261234567890</td></tr></table></body></html>'
    expect(firstRows('导出.xls', new TextEncoder().encode(html))).toEqual([['代码', '914306261234567890']])
  })

  it('of a sheet named __proto__ do no harm', () => {
    const sheet = '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>'
    const workbook =
      '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">' +
      '<sheets><sheet name="__proto__" sheetId="1" r:id="r1"/></sheets></workbook>'
    const read = parseWorkbook(
      'p.xlsx',
      rawXlsx(sheet, { 'xl/workbook.xml': new TextEncoder().encode(workbook) }),
    )
    expect(read).toEqual({ ok: false, error: { code: 'workbook.empty', fileName: 'p.xlsx' } })
    expect(Object.keys(Object.prototype)).toEqual([])
  })
})

describe('limits', () => {
  const grid = written({
    S: rowsSheet([
      [1, 2],
      [3, 4],
    ]),
    T: rowsSheet([[5]]),
  })

  it.each([
    ['cells', { cells: 4 }, { code: 'workbook.too-many', fileName: 'g.xlsx', what: '单元格', limit: 4 }],
    ['sheets', { sheets: 1 }, { code: 'workbook.too-many', fileName: 'g.xlsx', what: '工作表', limit: 1 }],
    ['entries', { zipEntries: 3 }, { code: 'workbook.suspicious-archive', fileName: 'g.xlsx' }],
    ['unpacked size', { unpackedBytes: 100 }, { code: 'workbook.suspicious-archive', fileName: 'g.xlsx' }],
    ['bytes', { bytes: 1024 }, { code: 'file.too-large', fileName: 'g.xlsx', megabytes: 1, limit: 0 }],
  ])('on %s are kept', (_, limit, error) => {
    expect(parseWorkbook('g.xlsx', grid, { ...READING_LIMITS, ...limit })).toEqual({ ok: false, error })
  })

  it('let the same file pass when they are not reached', () => {
    expect(parseWorkbook('g.xlsx', grid, { ...READING_LIMITS, cells: 5, sheets: 2 }).ok).toBe(true)
  })

  it('hold for the fields of a csv', () => {
    const csv = new TextEncoder().encode('a,b\nc,d\n')
    expect(parseWorkbook('a.csv', csv, { ...READING_LIMITS, cells: 3 })).toMatchObject({ ok: false })
    expect(parseWorkbook('a.csv', csv, { ...READING_LIMITS, cells: 4 })).toMatchObject({ ok: true })
  })
})

describe('progress', () => {
  it('tells the sheets done', () => {
    const steps: [number, number | null][] = []
    parseWorkbook(
      'p.xlsx',
      written({ S: rowsSheet([[1]]), T: rowsSheet([[2]]) }),
      READING_LIMITS,
      (...step) => steps.push(step),
    )
    expect(steps).toEqual([
      [0, null],
      [0, 2],
      [1, 2],
    ])
  })
})

function date1904Parts(): Record<string, Uint8Array> {
  const encode = (text: string) => new TextEncoder().encode(text)
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const pack = 'http://schemas.openxmlformats.org/package/2006'
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
  return {
    'xl/workbook.xml': encode(
      `<workbook xmlns="${main}" xmlns:r="${office}"><workbookPr date1904="1"/><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>`,
    ),
    'xl/styles.xml': encode(
      `<styleSheet xmlns="${main}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    ),
    'xl/_rels/workbook.xml.rels': encode(
      `<Relationships xmlns="${pack}/relationships"><Relationship Id="r1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    ),
    '[Content_Types].xml': encode(
      `<Types xmlns="${pack}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${type}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${type}.styles+xml"/></Types>`,
    ),
  }
}
