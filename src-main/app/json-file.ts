import type { AppError } from '#shared/errors/app-error.ts'
import type { Result } from '#shared/result.ts'
import { writeFileAtomically } from '../files/atomic-write.ts'
import type { FileSystem } from '../files/file-system.ts'

/** Content of a small settings file; null when it is missing or damaged, since a default is always at hand. */
export async function readJsonFile(fs: FileSystem, path: string): Promise<unknown> {
  try {
    return JSON.parse(Buffer.from(await fs.read(path)).toString('utf8'))
  } catch {
    return null
  }
}

export function writeJsonFile(fs: FileSystem, path: string, value: unknown): Promise<Result<void, AppError>> {
  return writeFileAtomically(fs, path, Buffer.from(`${JSON.stringify(value, null, 2)}\n`, 'utf8'))
}
