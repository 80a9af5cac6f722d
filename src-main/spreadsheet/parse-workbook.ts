import * as XLSX from 'xlsx'
import type { AppError } from '#shared/errors/app-error.ts'
import { err, ok, type Result } from '#shared/result.ts'
import type { Matrix, Workbook } from '#shared/tabular/matrix.ts'
import { archiveParts, archiveWorkbook } from './archive-workbook.ts'
import { fileKind } from './file-kind.ts'
import { biffWorkbook, oleWorkbook } from './legacy-workbook.ts'
import { plainWorkbook } from './plain-workbook.ts'
import { READING_LIMITS, type ReadingLimits } from './reading-limits.ts'
import { sheetMatrix } from './sheet-matrix.ts'
import { SHEETJS_OPTIONS } from './sheetjs-options.ts'
import { decodeText, parseSeparated, separatorOf } from './text-table.ts'

/** Sheets read so far and in all; the first call comes before any. */
export type ReadingProgress = (done: number, total: number | null) => void

/**
 * Bytes of an .xlsx, .xls, .et or .csv to the matrix of its sheets; what it is, is seen from the bytes.
 * Synchronous and heavy: the program runs it in the reader process only.
 */
export function parseWorkbook(
  name: string,
  bytes: Uint8Array,
  limits: ReadingLimits = READING_LIMITS,
  progress: ReadingProgress = () => {},
): Result<Workbook, AppError> {
  const megabyte = 1024 * 1024
  if (bytes.length === 0) return err({ code: 'workbook.empty', fileName: name })
  if (bytes.length > limits.bytes) {
    const megabytes = Math.ceil(bytes.length / megabyte)
    return err({
      code: 'file.too-large',
      fileName: name,
      megabytes,
      limit: Math.floor(limits.bytes / megabyte),
    })
  }
  progress(0, null)
  const sheets = sheetsOf(name, bytes, limits, progress)
  if (!sheets.ok) return sheets
  const isEmpty = sheets.value.every((sheet) => sheet.rows.length === 0)
  return isEmpty ? err({ code: 'workbook.empty', fileName: name }) : ok({ file: name, sheets: sheets.value })
}

function sheetsOf(
  fileName: string,
  bytes: Uint8Array,
  limits: ReadingLimits,
  progress: ReadingProgress,
): Result<readonly Matrix[], AppError> {
  const kind = fileKind(bytes)
  if (typeof kind === 'object') {
    return err({ code: 'workbook.not-a-workbook', fileName, found: kind.foreign })
  }
  if (kind === 'text') return textSheets(fileName, decodeText(bytes), limits, progress)
  if (kind === 'zip') return archiveSheets(fileName, bytes, limits, progress)
  const book = kind === 'ole' ? oleWorkbook(fileName, bytes) : biffWorkbook(fileName, bytes)
  return book.ok ? bookSheets(fileName, book.value, limits, progress) : book
}

function archiveSheets(
  fileName: string,
  bytes: Uint8Array,
  limits: ReadingLimits,
  progress: ReadingProgress,
): Result<readonly Matrix[], AppError> {
  const parts = archiveParts(fileName, bytes, limits)
  if (!parts.ok) return parts
  const plain = plainWorkbook(parts.value, limits.cells, progress)
  if (plain === 'too-many') {
    return err({ code: 'workbook.too-many', fileName, what: '单元格', limit: limits.cells })
  }
  if (plain !== null) return ok(plain)
  const book = archiveWorkbook(fileName, parts.value)
  return book.ok ? bookSheets(fileName, book.value, limits, progress) : book
}

function bookSheets(
  fileName: string,
  book: XLSX.WorkBook,
  limits: ReadingLimits,
  progress: ReadingProgress,
): Result<readonly Matrix[], AppError> {
  if (book.SheetNames.length > limits.sheets) {
    return err({ code: 'workbook.too-many', fileName, what: '工作表', limit: limits.sheets })
  }
  const matrices: Matrix[] = []
  let cellLimit = limits.cells
  for (const [at, name] of book.SheetNames.entries()) {
    progress(at, book.SheetNames.length)
    const sheet = Object.hasOwn(book.Sheets, name) ? book.Sheets[name] : undefined
    if (sheet === undefined || sheet['!type'] === 'chart') continue
    const read = sheetMatrix(sheet, {
      name,
      hidden: (book.Workbook?.Sheets?.[at]?.Hidden ?? 0) !== 0,
      date1904: book.Workbook?.WBProps?.date1904 === true,
      cellLimit,
    })
    if (read === null) {
      return err({ code: 'workbook.too-many', fileName, what: '单元格', limit: limits.cells })
    }
    cellLimit -= read.cells
    matrices.push(read.matrix)
  }
  return ok(matrices)
}

function textSheets(
  fileName: string,
  text: string,
  limits: ReadingLimits,
  progress: ReadingProgress,
): Result<readonly Matrix[], AppError> {
  if (isMarkupTable(text)) return markupSheets(fileName, text, limits, progress)
  const separator = separatorOf(text)
  const named = /\.(csv|txt|tsv)$/i.test(fileName)
  const plausible = named || (separator !== null && /\.xls$/i.test(fileName))
  if (!plausible) return err({ code: 'workbook.not-a-workbook', fileName, found: '普通文字' })
  const rows = parseSeparated(text, separator ?? ',', limits.cells)
  if (rows === null) return err({ code: 'workbook.too-many', fileName, what: '单元格', limit: limits.cells })
  return ok([textMatrix(fileName.replace(/\.[^.]*$/, ''), rows)])
}

/** Web systems often call an HTML table or a 2003 XML workbook .xls. */
function isMarkupTable(text: string): boolean {
  return /^\ufeff?\s*</.test(text) && /<table[\s>]|urn:schemas-microsoft-com:office:spreadsheet/i.test(text)
}

function markupSheets(
  fileName: string,
  text: string,
  limits: ReadingLimits,
  progress: ReadingProgress,
): Result<readonly Matrix[], AppError> {
  try {
    // raw: an 18-digit code in an HTML cell must stay text.
    const book = XLSX.read(text, { ...SHEETJS_OPTIONS, type: 'string', raw: true })
    return bookSheets(fileName, book, limits, progress)
  } catch {
    return err({ code: 'workbook.damaged', fileName })
  }
}

function textMatrix(sheet: string, source: readonly (readonly (string | null)[])[]): Matrix {
  const rows = source.map((row) => row.slice(0, row.findLastIndex((cell) => cell !== null) + 1))
  const kept = rows.slice(0, rows.findLastIndex((row) => row.length > 0) + 1)
  const columns = kept.reduce((most, row) => Math.max(most, row.length), 0)
  return { sheet, rows: kept, columns, merges: [], hiddenRows: [], hiddenColumns: [], hiddenSheet: false }
}
