import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { type FileSystem, nodeFileSystem } from '../files/file-system.ts'
import { ensureFolder } from '../files/make-folder.ts'
import type { MarkerStore } from './station-marker.ts'

/**
 * Keeps the marker of `folder` in `markers`, a folder of this user on this PC. It tells what was saved from what was
 * not, so it is on the device, under its name, when `save` returns.
 */
export function nodeMarkerStore(
  markers: string,
  folder: string,
  fs: FileSystem = nodeFileSystem,
): MarkerStore & { readonly forget: () => Promise<void> } {
  const name = createHash('sha256').update(folder).digest('hex').slice(0, 16)
  const path = join(markers, `station-${name}.json`)
  const next = `${path}.new`
  return {
    load: async () => {
      try {
        return JSON.parse(Buffer.from(await fs.read(path)).toString('utf8'))
      } catch {
        return null
      }
    },
    save: async (marker) => {
      await ensureFolder(fs, markers)
      await fs.remove(next)
      const file = await fs.createNew(next)
      try {
        await file.write(Buffer.from(JSON.stringify(marker), 'utf8'))
        await file.sync()
      } finally {
        await file.close()
      }
      await fs.rename(next, path)
      await fs.syncFolder(markers)
    },
    /** The next opening begins a new station. */
    forget: () => fs.remove(path),
  }
}
