import type { Cell, Matrix, Merge } from '#shared/tabular/matrix.ts'
import { attribute, hasOnlyPlainTags, isPlainTag, isTrue, plainText, startTags } from './plain-xml.ts'
import { dateCell } from './sheet-matrix.ts'

export interface PlainBook {
  readonly sharedStrings: readonly string[]
  /** Number format by the index in `c/@s`. */
  readonly formats: readonly string[]
  readonly date1904: boolean
}

/** Meets anything but values and plain strings: the whole workbook then goes to SheetJS. */
class NotPlain extends Error {}

const EMPTY_ROW: readonly Cell[] = []
const PRESERVED = '<v xml:space="preserve">'

interface Sheet {
  readonly name: string
  readonly hidden: boolean
  readonly xml: string
}

/** Matrix of a worksheet; `not-plain` for formulas and everything unusual, null above the cell limit. */
export function plainWorksheet(
  book: PlainBook,
  { name, hidden, xml }: Sheet,
  cellLimit: number,
): { matrix: Matrix; cells: number } | 'not-plain' | null {
  const start = xml.indexOf('<sheetData>')
  const end = xml.indexOf('</sheetData>', start)
  const head = xml.slice(0, Math.max(0, start))
  const tail = xml.slice(Math.max(0, end))
  if (start < 0 || end < 0 || !hasOnlyPlainTags(head) || !hasOnlyPlainTags(tail)) return 'not-plain'
  // Formulas are met row by row too; seen early they cost no time.
  if (xml.includes('<f>') || xml.includes('<f ')) return 'not-plain'
  try {
    const read = rowsOf(book, xml, start + '<sheetData>'.length, end, cellLimit)
    if (read === null) return null
    const { rows, columns, cells } = read
    const matrix: Matrix = {
      sheet: name,
      rows,
      columns,
      merges: mergesOf(tail, rows.length, columns),
      hiddenRows: read.hiddenRows.filter((row) => row < rows.length),
      hiddenColumns: hiddenColumnsOf(head, columns),
      hiddenSheet: hidden,
    }
    return { matrix, cells }
  } catch (failure) {
    if (failure instanceof NotPlain) return 'not-plain'
    throw failure
  }
}

function rowsOf(book: PlainBook, xml: string, from: number, end: number, cellLimit: number) {
  const rows: (readonly Cell[])[] = []
  const hiddenRows: number[] = []
  let columns = 0
  let cells = 0
  for (let at = xml.indexOf('<row', from); at >= 0 && at < end; at = xml.indexOf('<row', at)) {
    const tagEnd = xml.indexOf('>', at)
    const tag = xml.slice(at, tagEnd)
    if (!isPlainTag(`${tag}>`)) throw new NotPlain()
    const number = Number(attribute(tag, 'r'))
    if (!Number.isInteger(number) || number <= 0 || number > 1_048_576) throw new NotPlain()
    if (isTrue(attribute(tag, 'hidden'))) hiddenRows.push(number - 1)
    at = tagEnd + 1
    if (tag.endsWith('/')) continue
    const rowEnd = xml.indexOf('</row>', at)
    if (rowEnd < 0 || rowEnd > end) throw new NotPlain()
    const row = cellsOf(book, xml, at, rowEnd)
    at = rowEnd + '</row>'.length
    if (row.length === 0) continue
    // Rows out of order or twice are somebody else's problem.
    if (number <= rows.length) throw new NotPlain()
    cells += row.length
    if (cells > cellLimit) return null
    columns = Math.max(columns, row.length)
    while (rows.length < number - 1) rows.push(EMPTY_ROW)
    rows.push(row)
  }
  return { rows, columns, cells, hiddenRows }
}

/** Cells between two places of the XML, trailing empty ones left out. */
function cellsOf(book: PlainBook, xml: string, from: number, end: number): Cell[] {
  const row: Cell[] = []
  let at = from
  while (at < end) {
    if (!xml.startsWith('<c ', at)) throw new NotPlain()
    const tagEnd = xml.indexOf('>', at)
    if (!isPlainTag(xml.slice(at, tagEnd + 1))) throw new NotPlain()
    const tag = xml.slice(at + 2, tagEnd)
    at = tagEnd + 1
    if (tag.endsWith('/')) continue
    const closing = xml.indexOf('</c>', at)
    if (closing < 0 || closing > end) throw new NotPlain()
    const cell = cellOf(book, tag, xml.slice(at, closing))
    at = closing + '</c>'.length
    if (cell === null) continue
    const column = columnOf(tag)
    if (column < row.length) throw new NotPlain()
    while (row.length < column) row.push(null)
    row.push(cell)
  }
  return row
}

function cellOf(book: PlainBook, tag: string, content: string): Cell {
  if (content === '') return null
  const type = attribute(tag, 't') ?? 'n'
  if (type === 'inlineStr') return inlineText(content)
  const open = content.startsWith('<v>') ? '<v>' : PRESERVED
  if (!content.startsWith(open) || !content.endsWith('</v>')) throw new NotPlain()
  const value = content.slice(open.length, -'</v>'.length)
  if (value === '' && type === 'str') return null
  if (value === '' || value.includes('<')) throw new NotPlain()
  switch (type) {
    case 's': {
      const shared = book.sharedStrings[Number(value)]
      if (shared === undefined) throw new NotPlain()
      return shared === '' ? null : shared
    }
    case 'str':
      return plainText(value)
    case 'n':
      return numberCell(book, tag, Number(value))
    case 'b':
      return isTrue(value)
    case 'e':
      return { kind: 'error', text: plainText(value) }
    default:
      throw new NotPlain()
  }
}

function numberCell(book: PlainBook, tag: string, value: number): Cell {
  if (!Number.isFinite(value)) throw new NotPlain()
  const style = attribute(tag, 's')
  const format = style === null ? undefined : book.formats[Number(style)]
  return dateCell(value, format, book.date1904) ?? value
}

/** `<is><t>…</t></is>` only; rich text is not plain. */
function inlineText(content: string): Cell {
  const text = /^<is><t(?: xml:space="preserve")?>([^<]*)<\/t><\/is>$/.exec(content)?.[1]
  if (text === undefined) throw new NotPlain()
  return text === '' ? null : plainText(text)
}

/** 0-based column of ` r="AB12"`. */
function columnOf(tag: string): number {
  let column = 0
  for (let at = tag.indexOf(' r="') + 4; at < tag.length; at++) {
    const code = tag.charCodeAt(at)
    if (code < 65 || code > 90) break
    column = column * 26 + code - 64
  }
  if (column === 0 || column > 16_384) throw new NotPlain()
  return column - 1
}

function hiddenColumnsOf(head: string, end: number): number[] {
  return startTags(head, 'col').flatMap((tag) => {
    const first = Number(attribute(tag, 'min')) - 1
    const last = Math.min(Number(attribute(tag, 'max')) - 1, end - 1)
    return isTrue(attribute(tag, 'hidden')) && last >= first
      ? Array.from({ length: last - first + 1 }, (_, at) => first + at)
      : []
  })
}

function mergesOf(tail: string, rows: number, columns: number): Merge[] {
  return startTags(tail, 'mergeCell').flatMap((tag) => {
    const corners = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(attribute(tag, 'ref') ?? '')
    if (corners === null) throw new NotPlain()
    const [, left = '', top = '', right = '', bottom = ''] = corners
    const merge = {
      top: Number(top) - 1,
      left: columnOf(` r="${left}`),
      bottom: Math.min(Number(bottom), rows) - 1,
      right: Math.min(columnOf(` r="${right}`), columns - 1),
    }
    return merge.top < rows && merge.left < columns ? [merge] : []
  })
}
