import { open } from 'node:fs/promises'
import { codeOf } from './error-code.ts'

/** Network drives and some FAT drivers refuse fsync on a folder; the file itself is synced all the same. */
const UNSUPPORTED: ReadonlySet<string> = new Set(['EINVAL', 'ENOTSUP', 'ENOSYS'])

/** fsync of a folder, which makes the names in it durable. Windows cannot, and NTFS journals names itself. */
export async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } catch (error) {
    if (!UNSUPPORTED.has(codeOf(error))) throw error
  } finally {
    await folder.close()
  }
}
