import { type FileHandle, mkdir, open, readdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { codeOf } from '../files/error-code.ts'
import { removeHeld, renameHeld } from '../files/once-let-go.ts'
import { syncFolder } from '../files/sync-folder.ts'
import type { AppendFile, JournalFiles } from './journal-files.ts'

/** The journal's files in a real folder. */
export function nodeJournalFiles(folder: string): JournalFiles {
  const path = (name: string) => join(folder, name)
  let namesLast = true
  return {
    list: () => namesIn(folder),
    read: (name, from = 0, to) => readRange(path(name), from, to),
    create: async (name, where) => {
      if (where !== 'there') await makeFolder(folder)
      return appendFile(await open(path(name), 'wx+', 0o600))
    },
    open: async (name) => appendFile(await open(path(name), 'r+')),
    remove: (name) => removeHeld(path(name)),
    rename: (from, to) => renameHeld(path(from), path(to)),
    syncFolder: async () => {
      namesLast = await syncFolder(folder)
    },
    namesLast: () => namesLast,
  }
}

/** Not its parent: a data folder that is gone is a pulled stick, and a new journal in its place would hide the old one. */
async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder)
    await syncFolder(dirname(folder))
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error
  }
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder)
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return []
    throw error
  }
}

async function readRange(path: string, from: number, to: number | undefined): Promise<Uint8Array> {
  const handle = await open(path, 'r')
  try {
    const end = Math.min(to ?? Number.MAX_SAFE_INTEGER, (await handle.stat()).size)
    const bytes = new Uint8Array(Math.max(0, end - from))
    for (let done = 0; done < bytes.length; ) {
      const { bytesRead } = await handle.read(bytes, done, bytes.length - done, from + done)
      if (bytesRead === 0) return bytes.subarray(0, done)
      done += bytesRead
    }
    return bytes
  } finally {
    await handle.close()
  }
}

function appendFile(handle: FileHandle): AppendFile {
  let end: number | null = null
  const size = async () => (await handle.stat()).size
  return {
    size,
    append: async (bytes) => {
      end ??= await size()
      for (let done = 0; done < bytes.length; ) {
        const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, end + done)
        done += bytesWritten
      }
      end += bytes.length
    },
    sync: () => handle.sync(),
    truncate: async (length) => {
      await handle.truncate(length)
      end = length
    },
    close: () => handle.close(),
  }
}
