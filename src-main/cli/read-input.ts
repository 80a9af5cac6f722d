import { basename } from 'node:path'
import type { AppError } from '#shared/errors/app-error.ts'
import type { Result } from '#shared/result.ts'
import type { Workbook } from '#shared/tabular/matrix.ts'
import { readFileWithin } from '../files/read-file.ts'
import { readWorkbook } from '../spreadsheet/read-workbook.ts'
import { READING_LIMITS } from '../spreadsheet/reading-limits.ts'
import type { CliIo } from './io.ts'

const MEGABYTE = 1_048_576
const TELL_AFTER_MS = 1000

/** A workbook named on the command line, read in a process of its own; a slow one says so. */
export async function readInput(
  io: Pick<CliIo, 'fs' | 'startReader' | 'tell'>,
  path: string,
): Promise<Result<Workbook, AppError>> {
  const file = await readFileWithin(io.fs, path, READING_LIMITS.bytes / MEGABYTE)
  if (!file.ok) return file
  const slow = setTimeout(() => io.tell(`正在读取 ${basename(path)} …`), TELL_AFTER_MS)
  try {
    return await readWorkbook({ startReader: io.startReader }, file.value)
  } finally {
    clearTimeout(slow)
  }
}
