import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import * as XLSX from 'xlsx'
import { hasFilePass } from '#main/spreadsheet/legacy-workbook.ts'
import { parseWorkbook } from '#main/spreadsheet/parse-workbook.ts'
import { fixture, oleFile, placeOf, rawXlsx, rowsSheet, written } from './workbook-samples.ts'

const bytesOf = (...bytes: number[]) => new Uint8Array(bytes)
const errorOf = (name: string, bytes: Uint8Array) => {
  const read = parseWorkbook(name, bytes)
  return read.ok ? null : read.error
}

describe('files that are not workbooks', () => {
  it.each([
    ['a PDF', strToU8('%PDF-1.7\n…'), ' PDF'],
    ['a picture', bytesOf(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10), '图片'],
    [
      'a Word document',
      zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'word/document.xml': strToU8('<d/>') }),
      ' Word 文档',
    ],
    [
      'slides',
      zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'ppt/presentation.xml': strToU8('<d/>') }),
      '演示文稿',
    ],
    ['an old Word document', oleFile({ WordDocument: bytesOf(1, 2, 3) }), ' Word 文档'],
    ['a zip of files', zipSync({ 'a.txt': strToU8('a') }), '压缩包'],
    ['text', strToU8('这不是一个表格文件'), '普通文字'],
    ['bytes of no known kind', bytesOf(1, 2, 3, 0, 0, 7), '无法识别的数据'],
  ])('%s', (_, bytes, found) => {
    expect(errorOf('名单.xlsx', bytes)).toEqual({
      code: 'workbook.not-a-workbook',
      fileName: '名单.xlsx',
      found,
    })
  })

  it('an empty file or one without a value', () => {
    const error = { code: 'workbook.empty', fileName: '名单.xlsx' }
    expect(errorOf('名单.xlsx', bytesOf())).toEqual(error)
    expect(errorOf('名单.xlsx', rawXlsx('<sheetData/>'))).toEqual(error)
  })
})

describe('files with a password', () => {
  const error = { code: 'workbook.encrypted', fileName: '名单.xlsx' }

  it('in the OOXML way', () => {
    const bytes = oleFile({ EncryptionInfo: bytesOf(4, 0), EncryptedPackage: bytesOf(1, 2, 3, 4) })
    expect(errorOf('名单.xlsx', bytes)).toEqual(error)
  })

  it('in the xls way', () => {
    const stream = bytesOf(0x09, 0x08, 2, 0, 0, 6, 0x2f, 0, 2, 0, 1, 0, 0x0a, 0, 0, 0)
    expect(hasFilePass(stream)).toBe(true)
    expect(errorOf('名单.xlsx', oleFile({ Workbook: stream }))).toEqual(error)
  })

  it('not when FILEPASS is only data of another record or after the globals', () => {
    expect(hasFilePass(bytesOf(0x09, 0x08, 4, 0, 0x2f, 0, 0x2f, 0, 0x0a, 0, 0, 0, 0x2f, 0, 0, 0))).toBe(false)
  })

  it('in the zip way', () => {
    const bytes = rawXlsx('<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>')
    const central = placeOf(bytes, 'PK\x01\x02')
    bytes[central + 8] = 1
    expect(errorOf('名单.xlsx', bytes)).toEqual(error)
  })
})

describe('damaged files', () => {
  it('cut anywhere', () => {
    const whole = written({ S: rowsSheet([['甲', 1]]) })
    const old = written({ S: rowsSheet([['甲', 1]]) }, 'biff8')
    for (const share of [0.1, 0.5, 0.9, 0.99]) {
      expect(errorOf('a.xlsx', whole.slice(0, whole.length * share))?.code).toBe('workbook.damaged')
    }
    expect(errorOf('a.xls', old.slice(0, 600))?.code).toBe('workbook.damaged')
  })

  it('with a flipped bit in the packed sheet', () => {
    const bytes = fixture('enterprises-clean-120.xlsx')
    const sheet = placeOf(bytes, 'xl/worksheets/sheet1.xml') + 400
    bytes[sheet] = (bytes[sheet] ?? 0) ^ 1
    expect(['workbook.damaged', 'workbook.suspicious-archive']).toContain(errorOf('a.xlsx', bytes)?.code)
  })

  it('with a wrong CRC', () => {
    const bytes = rawXlsx('<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>')
    const central = placeOf(bytes, 'PK\x01\x02')
    bytes[central + 16] = (bytes[central + 16] ?? 0) ^ 0xff
    expect(errorOf('a.xlsx', bytes)).toEqual({ code: 'workbook.damaged', fileName: 'a.xlsx' })
  })
})

describe('hostile archives', () => {
  const suspicious = { code: 'workbook.suspicious-archive', fileName: 'a.xlsx' }
  const cell = '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>'

  it('with one name twice', () => {
    const bytes = rawXlsx(cell, { 'xl/worksheets/sheet2.xml': strToU8('<worksheet/>') })
    for (let at = placeOf(bytes, 'sheet2.xml'); at >= 0; at = Buffer.from(bytes).indexOf('sheet2.xml')) {
      bytes[at + 5] = 0x31
    }
    expect(errorOf('a.xlsx', bytes)).toEqual(suspicious)
  })

  it('with a size smaller than what comes out', () => {
    const bytes = rawXlsx(`${cell}${' '.repeat(5_000_000)}`)
    const central = placeOf(bytes, 'xl/worksheets/sheet1.xml', placeOf(bytes, 'PK\x01\x02')) - 46
    new DataView(bytes.buffer, bytes.byteOffset).setUint32(central + 24, 500, true)
    expect(errorOf('a.xlsx', bytes)).toEqual(suspicious)
  })

  it('that unpack to far more than they are', () => {
    expect(errorOf('a.xlsx', rawXlsx(`${cell}${' '.repeat(40_000_000)}`))).toEqual(suspicious)
  })

  it('whose local header names another file than the directory', () => {
    const bytes = rawXlsx(cell)
    bytes[placeOf(bytes, 'xl/worksheets/sheet1.xml')] = 0x79
    expect(errorOf('a.xlsx', bytes)?.code).toBe('workbook.damaged')
  })

  it('are judged without unpacking attachments and macros', () => {
    const macro = { 'xl/vbaProject.bin': bytesOf(1, 2, 3), 'xl/media/image1.png': bytesOf(9) }
    expect(parseWorkbook('a.xlsm', rawXlsx(cell, macro)).ok).toBe(true)
  })
})

it('the library itself is the fixed one', () => {
  expect(XLSX.version).toBe('0.20.3')
})
