import { SSF } from 'xlsx'
import type { Matrix } from '#shared/tabular/matrix.ts'
import { type PlainBook, plainWorksheet } from './plain-worksheet.ts'
import { attribute, hasOnlyPlainTags, isTrue, plainText, startTags } from './plain-xml.ts'

type Parts = ReadonlyMap<string, Uint8Array>

/**
 * Fast path for workbooks made of values and plain strings, which exports of 20,000 rows are. It gives up with
 * null at the first thing it does not fully understand; SheetJS then reads the file. `too-many` is the cell limit.
 */
export function plainWorkbook(
  parts: Parts,
  cellLimit: number,
  progress: (done: number, total: number) => void,
): readonly Matrix[] | 'too-many' | null {
  const book = tagsOf(parts, 'xl/workbook.xml')
  const listed = book === null ? null : sheetParts(parts, book)
  const shared = sharedStringsOf(parts)
  const formats = formatsOf(parts)
  if (book === null || listed === null || shared === null || formats === null) return null
  const date1904 = isTrue(attribute(startTags(book, 'workbookPr')[0] ?? '', 'date1904'))
  const plain: PlainBook = { sharedStrings: shared, formats, date1904 }
  const matrices: Matrix[] = []
  let left = cellLimit
  for (const [at, { path, ...sheet }] of listed.entries()) {
    progress(at, listed.length)
    const xml = textOf(parts, path)
    const read = xml === null ? 'not-plain' : plainWorksheet(plain, { ...sheet, xml }, left)
    if (read === 'not-plain') return null
    if (read === null) return 'too-many'
    left -= read.cells
    matrices.push(read.matrix)
  }
  return matrices
}

function textOf(parts: Parts, path: string): string | null {
  const bytes = parts.get(path)
  if (bytes === undefined) return null
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8')
  // Another encoding, comments, CDATA and entities of its own are not plain.
  return text.includes('\ufffd') || text.includes('<!') ? null : text
}

/** A part that is read by its tags' attributes. */
function tagsOf(parts: Parts, path: string): string | null {
  const xml = textOf(parts, path)
  return xml !== null && hasOnlyPlainTags(xml) ? xml : null
}

function sheetParts(parts: Parts, book: string) {
  const relations = tagsOf(parts, 'xl/_rels/workbook.xml.rels')
  if (relations === null) return null
  const targets = new Map(startTags(relations, 'Relationship').map((tag) => [attribute(tag, 'Id'), tag]))
  const sheets = startTags(book, 'sheet').map((tag) => {
    const relation = targets.get(attribute(tag, 'r:id')) ?? ''
    const target = attribute(relation, 'Target') ?? ''
    const path = target.startsWith('/') ? target.slice(1) : `xl/${target}`
    const isSheet = attribute(relation, 'Type')?.endsWith('/worksheet') === true && !path.includes('..')
    const hidden = (attribute(tag, 'state') ?? 'visible') !== 'visible'
    return { name: attribute(tag, 'name') ?? '', hidden, path: isSheet ? path : '' }
  })
  return sheets.length > 0 && sheets.every(({ name, path }) => name !== '' && path !== '') ? sheets : null
}

function sharedStringsOf(parts: Parts): readonly string[] | null {
  if (!parts.has('xl/sharedStrings.xml')) return []
  const xml = textOf(parts, 'xl/sharedStrings.xml')
  if (xml === null) return null
  const strings: string[] = []
  for (let at = xml.indexOf('<si>'); at >= 0; at = xml.indexOf('<si>', at)) {
    const end = xml.indexOf('</si>', at)
    const text = /^<t(?: xml:space="preserve")?>([^<]*)<\/t>$/.exec(xml.slice(at + 4, end))?.[1]
    // Rich text and phonetic readings.
    if (end < 0 || text === undefined) return null
    strings.push(plainText(text))
    at = end
  }
  const declared = startTags(xml, 'si').length
  return declared === strings.length ? strings : null
}

/** Number formats of cellXfs in order; null when the part is missing or its formats cannot be told. */
function formatsOf(parts: Parts): readonly string[] | null {
  const xml = tagsOf(parts, 'xl/styles.xml')
  const looks = xml === null ? undefined : /<cellXfs[\s>][\s\S]*?<\/cellXfs>/.exec(xml)?.[0]
  if (xml === null || looks === undefined) return null
  const own = new Map(
    startTags(xml, 'numFmt').map((tag) => [attribute(tag, 'numFmtId'), attribute(tag, 'formatCode')]),
  )
  const builtIn: Readonly<Record<string, string>> = SSF.get_table()
  const formats = startTags(looks, 'xf').map((tag) => {
    const id = attribute(tag, 'numFmtId') ?? '0'
    return own.get(id) ?? builtIn[id] ?? null
  })
  return formats.every((format) => format !== null) ? formats : null
}
