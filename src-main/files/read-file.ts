import type { AppError } from '#shared/errors/app-error.ts'
import type { FileToken } from '#shared/ipc/channel.ts'
import { err, ok, type Result } from '#shared/result.ts'
import { displayName, readFailure } from './file-failures.ts'
import type { FileSystem } from './file-system.ts'
import type { FileTokens } from './file-tokens.ts'

const MEGABYTE = 1024 * 1024

export interface ReadFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** Reads a whole file of at most `limitMegabytes`; of a longer one, or of what is no file, not a byte is read. */
export async function readFileWithin(
  fs: FileSystem,
  path: string,
  limitMegabytes: number,
): Promise<Result<ReadFile, AppError>> {
  try {
    const name = displayName(path)
    const bytes = await fs.readWithin(path, limitMegabytes * MEGABYTE)
    return typeof bytes === 'number' ? err(tooLarge(name, bytes, limitMegabytes)) : ok({ name, bytes })
  } catch (error) {
    return err(readFailure(error, path))
  }
}

/** The bytes behind a token, whether picked or dropped; `file.token-unknown` for a folder or a stale token. */
export async function readToken(
  fs: FileSystem,
  tokens: FileTokens,
  token: FileToken,
  limitMegabytes: number,
): Promise<Result<ReadFile, AppError>> {
  const target = tokens.resolve(token)
  if (target === null || target.kind === 'folder') return err({ code: 'file.token-unknown' })
  if (target.kind !== 'bytes') return readFileWithin(fs, target.path, limitMegabytes)
  const problem = sizeProblem(target.name, target.bytes.length, limitMegabytes)
  return problem === null ? ok({ name: target.name, bytes: target.bytes }) : err(problem)
}

/** `file.too-large` when `bytes` is over the limit, else null. */
export function sizeProblem(fileName: string, bytes: number, limitMegabytes: number): AppError | null {
  return bytes <= limitMegabytes * MEGABYTE ? null : tooLarge(fileName, bytes, limitMegabytes)
}

function tooLarge(fileName: string, bytes: number, limit: number): AppError {
  return { code: 'file.too-large', fileName, megabytes: Math.ceil((bytes / MEGABYTE) * 10) / 10, limit }
}
