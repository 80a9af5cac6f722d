import * as XLSX from 'xlsx'
import type { AppError } from '#shared/errors/app-error.ts'
import { err, ok, type Result } from '#shared/result.ts'
import { SHEETJS_OPTIONS } from './sheetjs-options.ts'

const BOF_TYPES = [0x0809, 0x0409, 0x0209, 0x0009]
const FILEPASS = 0x002f
const EOF = 0x000a

interface OleEntry {
  readonly name: string
  readonly content?: ArrayLike<number>
}

/** An .xls or .et in an OLE container. */
export function oleWorkbook(fileName: string, bytes: Uint8Array): Result<XLSX.WorkBook, AppError> {
  const streams = oleStreams(bytes)
  if (streams === null) return err({ code: 'workbook.damaged', fileName })
  const refused = refusalOf(fileName, streams)
  return refused === null ? biffWorkbook(fileName, bytes) : err(refused)
}

/** A bare BIFF stream, as very old programs write it. */
export function biffWorkbook(fileName: string, bytes: Uint8Array): Result<XLSX.WorkBook, AppError> {
  try {
    return ok(XLSX.read(bytes, { ...SHEETJS_OPTIONS, type: 'array' }))
  } catch (failure) {
    const locked = failure instanceof Error && /password|encrypt/i.test(failure.message)
    return err({ code: locked ? 'workbook.encrypted' : 'workbook.damaged', fileName })
  }
}

/** Whether a BIFF stream carries a FILEPASS record before the end of its globals ([MS-XLS] 2.4.117). */
export function hasFilePass(stream: ArrayLike<number>): boolean {
  const word = (at: number) => (stream[at] ?? 0) | ((stream[at + 1] ?? 0) << 8)
  if (!BOF_TYPES.includes(word(0))) return false
  for (let at = 0; at + 4 <= stream.length; at += 4 + word(at + 2)) {
    if (word(at) === FILEPASS) return true
    if (word(at) === EOF) return false
  }
  return false
}

function oleStreams(bytes: Uint8Array): Map<string, OleEntry> | null {
  try {
    const entries: readonly OleEntry[] = XLSX.CFB.read(bytes, { type: 'array' }).FileIndex
    return new Map(entries.map((entry) => [entry.name.toLowerCase(), entry]))
  } catch {
    return null
  }
}

function refusalOf(fileName: string, streams: ReadonlyMap<string, OleEntry>): AppError | null {
  if (streams.has('encryptedpackage')) return { code: 'workbook.encrypted', fileName }
  const book = streams.get('workbook') ?? streams.get('book')
  if (book !== undefined) {
    return hasFilePass(book.content ?? []) ? { code: 'workbook.encrypted', fileName } : null
  }
  if (streams.has('worddocument')) {
    return { code: 'workbook.not-a-workbook', fileName, found: ' Word 文档' }
  }
  const found = streams.has('powerpoint document') ? '演示文稿' : '其他程序的文档'
  return { code: 'workbook.not-a-workbook', fileName, found }
}
