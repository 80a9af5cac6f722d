import type { AppendFile, JournalFiles } from '../journal/journal-files.ts'
import type { MarkerStore } from '../journal/station-marker.ts'

/** A journal folder in memory: a backup is opened the way a data folder is, without touching a disk. */
export function memoryJournalFiles(contents: ReadonlyMap<string, Uint8Array>): JournalFiles {
  const files = new Map(contents)
  const of = (name: string): Uint8Array => {
    const bytes = files.get(name)
    if (bytes === undefined) throw Object.assign(new Error(name), { code: 'ENOENT' })
    return bytes
  }
  const handle = (name: string): AppendFile => ({
    size: async () => of(name).length,
    append: async (bytes) => {
      files.set(name, Buffer.concat([of(name), bytes]))
    },
    sync: async () => {},
    truncate: async (length) => {
      files.set(name, of(name).subarray(0, length))
    },
    close: async () => {},
  })
  return {
    list: async () => [...files.keys()],
    read: async (name, from, to) => of(name).subarray(from, to),
    create: async (name) => {
      files.set(name, new Uint8Array())
      return handle(name)
    },
    open: async (name) => handle(name),
    remove: async (name) => {
      files.delete(name)
    },
    rename: async (from, to) => {
      files.set(to, of(from))
      files.delete(from)
    },
    syncFolder: async () => {},
  }
}

/** No PC has ever used such a folder. */
export const noMarker: MarkerStore = { load: async () => null, save: async () => {} }
