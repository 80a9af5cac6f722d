import { randomBytes } from 'node:crypto'
import { basename, dirname, join } from 'node:path'
import type { AppError } from '#shared/errors/app-error.ts'
import { err, ok, type Result } from '#shared/result.ts'
import { displayName, folderProblem, writeFailure } from './file-failures.ts'
import { safeFileName } from './file-name.ts'
import type { FileSystem, WritableFile } from './file-system.ts'

export interface NamedBytes {
  /** A plain file name that needs no cleaning; anything else is a bug of the caller. */
  readonly name: string
  readonly bytes: Uint8Array
}

/**
 * Writes a whole file or nothing: temporary file beside it, fsync, read back, rename, fsync of the folder.
 * The read-back comes before the rename, so that a bad medium cannot replace a good older file.
 */
export async function writeFileAtomically(
  fs: FileSystem,
  path: string,
  bytes: Uint8Array,
): Promise<Result<void, AppError>> {
  const folder = dirname(path)
  const temporary = temporaryBeside(path)
  const written = await attempt(fs, temporary, path, folder, async () => {
    const file = await firstStep(fs, folder, () => fs.createNew(temporary))
    if (!file.ok) return file.error
    await fill(file.value, bytes)
    if (!(await holds(fs, temporary, bytes))) return readBackDiffers(path)
    await fs.rename(temporary, path)
    return null
  })
  if (!written.ok) return written
  return attempt(fs, null, path, folder, async () => {
    await fs.syncFolder(folder)
    return null
  })
}

/**
 * Writes a new folder with all its files or nothing; `file.already-exists` when something is there.
 * Files lie flat in the folder.
 */
export async function writeFolderAtomically(
  fs: FileSystem,
  folder: string,
  files: readonly NamedBytes[],
): Promise<Result<void, AppError>> {
  for (const file of files) {
    if (safeFileName(file.name) !== file.name) throw new Error('writeFolderAtomically: unsafe file name')
  }
  const parent = dirname(folder)
  const temporary = temporaryBeside(folder)
  const written = await attempt(fs, temporary, folder, parent, () =>
    fillAndRename(fs, temporary, folder, files),
  )
  if (!written.ok) return written
  return attempt(fs, null, folder, parent, async () => {
    await fs.syncFolder(parent)
    return null
  })
}

async function fillAndRename(
  fs: FileSystem,
  temporary: string,
  folder: string,
  files: readonly NamedBytes[],
): Promise<AppError | null> {
  if (await fs.exists(folder)) return { code: 'file.already-exists', folder: displayName(folder) }
  const made = await firstStep(fs, dirname(folder), () => fs.makeFolder(temporary))
  if (!made.ok) return made.error
  for (const file of files) {
    const path = join(temporary, file.name)
    await fill(await fs.createNew(path), file.bytes)
    if (!(await holds(fs, path, file.bytes))) return readBackDiffers(path)
  }
  await fs.syncFolder(temporary)
  await fs.rename(temporary, folder)
  return null
}

/** Turns thrown system errors and returned problems into a Result, leaving no temporary file behind. */
async function attempt(
  fs: FileSystem,
  temporary: string | null,
  path: string,
  folder: string,
  work: () => Promise<AppError | null>,
): Promise<Result<void, AppError>> {
  let problem: AppError | null
  try {
    problem = await work()
  } catch (error) {
    problem = writeFailure(error, path, folder)
  }
  if (problem === null) return ok(undefined)
  // The medium may be gone: what cannot be removed has a temporary name and is never read.
  if (temporary !== null) await fs.remove(temporary).catch(() => undefined)
  return err(problem)
}

/** A folder that is missing from the start has not vanished half way; only the first step can tell. */
async function firstStep<T>(
  fs: FileSystem,
  folder: string,
  step: () => Promise<T>,
): Promise<Result<T, AppError>> {
  try {
    return ok(await step())
  } catch (error) {
    const problem = await folderProblem(fs, folder)
    if (problem === null) throw error
    return err(problem)
  }
}

/** Writes and syncs: on the medium when this resolves. */
async function fill(file: WritableFile, bytes: Uint8Array): Promise<void> {
  try {
    await file.write(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

async function holds(fs: FileSystem, path: string, bytes: Uint8Array): Promise<boolean> {
  return Buffer.compare(await fs.read(path), bytes) === 0
}

function readBackDiffers(path: string): AppError {
  return { code: 'file.read-back-differs', fileName: basename(path) }
}

function temporaryBeside(path: string): string {
  return join(dirname(path), `.pbz-${randomBytes(6).toString('hex')}.tmp`)
}
