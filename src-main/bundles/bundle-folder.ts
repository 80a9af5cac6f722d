import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { AppError } from '#shared/errors/app-error.ts'
import { err, ok, type Result } from '#shared/result.ts'
import { writeFileAtomically } from '../files/atomic-write.ts'
import { errorCodeOf } from '../files/error-code.ts'
import { readFailure, writeFailure } from '../files/file-failures.ts'
import type { FileSystem } from '../files/file-system.ts'
import { ensureFolder } from '../files/make-folder.ts'
import { readFileWithin } from '../files/read-file.ts'

/** A flat folder of the data folder: keys or 发件箱. Made when first written to. */
export interface BundleFolder {
  readonly path: string
  list(): Promise<Result<string[], AppError>>
  read(name: string): Promise<Result<Uint8Array, AppError>>
  /** Whole and durable, or not at all. */
  write(name: string, bytes: Uint8Array): Promise<Result<void, AppError>>
}

export type ListNames = (path: string) => Promise<string[]>

export const listNames: ListNames = (path) => readdir(path)

export function bundleFolder(
  fs: FileSystem,
  path: string,
  limitMegabytes: number,
  names: ListNames = listNames,
): BundleFolder {
  return {
    path,
    list: async () => {
      try {
        return ok(await names(path))
      } catch (error) {
        return errorCodeOf(error) === 'ENOENT' ? ok([]) : err(readFailure(error, path))
      }
    },
    read: async (name) => {
      const file = await readFileWithin(fs, join(path, name), limitMegabytes)
      return file.ok ? ok(file.value.bytes) : file
    },
    write: async (name, bytes) => {
      try {
        await ensureFolder(fs, path)
      } catch (error) {
        return err(writeFailure(error, path, path))
      }
      return writeFileAtomically(fs, join(path, name), bytes)
    },
  }
}
