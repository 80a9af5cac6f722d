import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import * as XLSX from 'xlsx'

const FIXTURES = join(import.meta.dirname, '../../../fixtures/workbooks')

export function fixture(name: string): Uint8Array {
  return new Uint8Array(readFileSync(join(FIXTURES, name)))
}

/** A small workbook written by SheetJS. */
export function written(
  sheets: Readonly<Record<string, XLSX.WorkSheet>>,
  bookType: 'xlsx' | 'biff8' = 'xlsx',
  workbook: XLSX.WBProps = {},
): Uint8Array {
  const book: XLSX.WorkBook = { SheetNames: Object.keys(sheets), Sheets: { ...sheets }, Workbook: workbook }
  return new Uint8Array(XLSX.write(book, { type: 'array', bookType }))
}

export function rowsSheet(rows: readonly (readonly unknown[])[]): XLSX.WorkSheet {
  return XLSX.utils.aoa_to_sheet(rows.map((row) => [...row]))
}

/** The least OOXML workbook around one sheet's XML, plus further entries. */
export function rawXlsx(sheetXml: string, more: Readonly<Record<string, Uint8Array>> = {}): Uint8Array {
  return zipSync({
    '[Content_Types].xml': strToU8(
      '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
        '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>' +
        '<Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>',
    ),
    '_rels/.rels': strToU8(
      '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' +
        '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    ),
    'xl/workbook.xml': strToU8(
      '<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">' +
        '<sheets><sheet name="名单" sheetId="1" r:id="r1"/></sheets></workbook>',
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' +
        '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    ),
    'xl/worksheets/sheet1.xml': strToU8(
      `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${sheetXml}</worksheet>`,
    ),
    ...more,
  })
}

/** An OLE file with these streams. */
export function oleFile(streams: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const container: unknown = XLSX.CFB.utils.cfb_new()
  for (const [name, content] of Object.entries(streams)) {
    XLSX.CFB.utils.cfb_add(container, `/${name}`, Buffer.from(content))
  }
  return new Uint8Array(XLSX.CFB.write(container, { type: 'buffer' }))
}

/** Where `needle` starts at or after `from`; throws when it is not there. */
export function placeOf(bytes: Uint8Array, needle: string, from = 0): number {
  const at = Buffer.from(bytes).indexOf(needle, from, 'latin1')
  if (at < 0) throw new Error(`${needle} is not in the bytes`)
  return at
}
