import * as XLSX from 'xlsx'
import type { AppError } from '#shared/errors/app-error.ts'
import { err, ok, type Result } from '#shared/result.ts'
import type { ReadingLimits } from './reading-limits.ts'
import { SHEETJS_OPTIONS } from './sheetjs-options.ts'
import { unpackEntry } from './zip-contents.ts'
import { type ZipEntry, type ZipProblem, zipDirectory } from './zip-directory.ts'

// Pictures, programs and attachments are never unpacked.
const NEEDLESS = /(^|\/)(media|embeddings|printerSettings|customXml|activeX|ctrlProps)\/|vbaProject\.bin$/i

/** Parts of an .xlsx or .xlsm (or a zipped .et) by path, checked and unpacked by ourselves. */
export function archiveParts(
  fileName: string,
  bytes: Uint8Array,
  limits: ReadingLimits,
): Result<ReadonlyMap<string, Uint8Array>, AppError> {
  const directory = zipDirectory(bytes)
  if (!directory.ok) return err(problemOf(fileName, directory.error))
  const refused = refusalOf(fileName, directory.value, bytes.length, limits)
  if (refused !== null) return err(refused)
  const parts = new Map<string, Uint8Array>()
  for (const entry of directory.value) {
    if (NEEDLESS.test(entry.name) || entry.name.endsWith('/')) continue
    const content = unpackEntry(bytes, entry)
    if (!content.ok) return err(problemOf(fileName, content.error))
    parts.set(entry.name, content.value)
  }
  return ok(parts)
}

/** The parts as SheetJS understands them. */
export function archiveWorkbook(
  fileName: string,
  parts: ReadonlyMap<string, Uint8Array>,
): Result<XLSX.WorkBook, AppError> {
  const files: XLSX.UnpackedFiles = XLSX.CFB.utils.cfb_new()
  for (const [path, content] of parts) {
    const buffer = Buffer.from(content.buffer, content.byteOffset, content.length)
    XLSX.CFB.utils.cfb_add(files, path, buffer)
  }
  try {
    return ok(XLSX.parse_zip(files, SHEETJS_OPTIONS))
  } catch {
    return err({ code: 'workbook.damaged', fileName })
  }
}

function refusalOf(
  fileName: string,
  entries: readonly ZipEntry[],
  packedBytes: number,
  limits: ReadingLimits,
): AppError | null {
  const unpacked = entries.reduce((sum, entry) => sum + entry.size, 0)
  const bomb =
    entries.length > limits.zipEntries ||
    unpacked > limits.unpackedBytes ||
    (unpacked > limits.ratioFrom && unpacked > packedBytes * limits.ratio)
  if (bomb) return { code: 'workbook.suspicious-archive', fileName }
  const names = entries.map((entry) => entry.name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase())
  const found = contentOf(names)
  if (found !== null) return { code: 'workbook.not-a-workbook', fileName, found }
  const sheets = names.filter((name) => /^xl\/worksheets\/[^/]+$/.test(name)).length
  return sheets > limits.sheets
    ? { code: 'workbook.too-many', fileName, what: '工作表', limit: limits.sheets }
    : null
}

/** What a zip is when it is not a workbook. */
function contentOf(names: readonly string[]): string | null {
  if (names.some((name) => name.startsWith('word/'))) return ' Word 文档'
  if (names.some((name) => name.startsWith('ppt/'))) return '演示文稿'
  if (names.includes('ofd.xml')) return ' OFD 版式文件'
  if (names.includes('mimetype')) return '其他办公软件的文档'
  const isWorkbook =
    names.includes('[content_types].xml') && names.some((name) => /(^|\/)workbook\d*\.(xml|bin)$/.test(name))
  return isWorkbook ? null : '压缩包'
}

function problemOf(fileName: string, problem: ZipProblem): AppError {
  if (problem === 'encrypted') return { code: 'workbook.encrypted', fileName }
  if (problem === 'damaged') return { code: 'workbook.damaged', fileName }
  return { code: 'workbook.suspicious-archive', fileName }
}
