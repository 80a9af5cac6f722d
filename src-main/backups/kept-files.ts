import { join } from 'node:path'
import type { AppError } from '#shared/errors/app-error.ts'
import { err, ok, type Result } from '#shared/result.ts'
import type { ListNames } from '../bundles/bundle-folder.ts'
import type { NamedBytes } from '../files/atomic-write.ts'
import { errorCodeOf } from '../files/error-code.ts'
import { readFailure } from '../files/file-failures.ts'
import type { FileSystem } from '../files/file-system.ts'
import { isKeptName, KEPT_FOLDERS } from './backup-parts.ts'

export interface KeptFilesDeps {
  readonly fs: FileSystem
  readonly listNames: ListNames
}

/** 发件箱 and keys of a data folder, by their names in a backup; what is being written just now is left out. */
export async function keptFiles(
  { fs, listNames }: KeptFilesDeps,
  dataFolder: string,
): Promise<Result<readonly NamedBytes[], AppError>> {
  const files: NamedBytes[] = []
  for (const folder of KEPT_FOLDERS) {
    const path = join(dataFolder, folder)
    try {
      for (const name of (await listNames(path)).filter(isKeptName).sort()) {
        const bytes = await bytesOf(fs, join(path, name))
        if (bytes !== null) files.push({ name: `${folder}/${name}`, bytes })
      }
    } catch (error) {
      if (errorCodeOf(error) !== 'ENOENT') return err(readFailure(error, path))
    }
  }
  return ok(files)
}

/** Null for a folder someone has put there. */
async function bytesOf(fs: FileSystem, path: string): Promise<Uint8Array | null> {
  try {
    return await fs.read(path)
  } catch (error) {
    if (errorCodeOf(error) === 'EISDIR') return null
    throw error
  }
}
