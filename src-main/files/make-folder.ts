import { dirname } from 'node:path'
import type { FileSystem } from './file-system.ts'

/** Makes a folder that is not there yet, so that what is written into it cannot vanish with its name. */
export async function ensureFolder(fs: FileSystem, path: string): Promise<void> {
  if (await fs.exists(path)) return
  await fs.makeFolder(path)
  await fs.syncFolder(dirname(path))
}
