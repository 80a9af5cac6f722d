import { open } from 'node:fs/promises'
import { codeOf } from './error-code.ts'

/** Network drives and some FAT drivers refuse fsync on a folder; the file itself is synced all the same. */
const UNSUPPORTED: ReadonlySet<string> = new Set(['EINVAL', 'ENOTSUP', 'ENOSYS'])

/**
 * fsync of a folder, which makes the names in it durable; false where there is no such thing. Windows has none: NTFS
 * journals names itself, in order, though not at once.
 */
export async function syncFolder(path: string): Promise<boolean> {
  if (process.platform === 'win32') return false
  const folder = await open(path, 'r')
  try {
    await folder.sync()
    return true
  } catch (error) {
    if (!UNSUPPORTED.has(codeOf(error))) throw error
    return false
  } finally {
    await folder.close()
  }
}
