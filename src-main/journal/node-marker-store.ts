import { createHash } from 'node:crypto'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { MarkerStore } from './station-marker.ts'

/** Keeps the marker of `folder` in `markers`, a folder of this user on this PC. */
export function nodeMarkerStore(
  markers: string,
  folder: string,
): MarkerStore & { readonly forget: () => Promise<void> } {
  const name = createHash('sha256').update(folder).digest('hex').slice(0, 16)
  const path = join(markers, `station-${name}.json`)
  return {
    load: async () => {
      try {
        return JSON.parse(await readFile(path, 'utf8'))
      } catch {
        return null
      }
    },
    save: async (marker) => {
      await mkdir(markers, { recursive: true })
      await writeFile(`${path}.new`, JSON.stringify(marker))
      await rename(`${path}.new`, path)
    },
    /** The next opening begins a new station. */
    forget: () => rm(path, { force: true }),
  }
}
