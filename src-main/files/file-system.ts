import { access, mkdir, open, readFile, stat } from 'node:fs/promises'
import { codeOf } from './error-code.ts'
import { removeAllHeld, renameHeld } from './held-files.ts'
import { syncFolder } from './sync-folder.ts'

export interface WritableFile {
  write(bytes: Uint8Array): Promise<void>
  /** fsync: resolves when the medium has confirmed the bytes. */
  sync(): Promise<void>
  close(): Promise<void>
}

/** The few operations our writing needs, so that tests can pull the stick at each of them. */
export interface FileSystem {
  /** Fails with EEXIST when the file is there. */
  createNew(path: string): Promise<WritableFile>
  read(path: string): Promise<Uint8Array>
  /** Bytes of a file; fails for a folder, and for a device, whose size says nothing of what it gives. */
  size(path: string): Promise<number>
  exists(path: string): Promise<boolean>
  rename(from: string, to: string): Promise<void>
  /** Removes a file or a folder with its content; no error when nothing is there. */
  remove(path: string): Promise<void>
  makeFolder(path: string): Promise<void>
  /** fsync of a folder, which makes a rename in it durable. */
  syncFolder(path: string): Promise<void>
}

/** For messages: `UNKNOWN` when there is no code. */
export function errorCodeOf(error: unknown): string {
  return codeOf(error) || 'UNKNOWN'
}

async function sizeOf(path: string): Promise<number> {
  const found = await stat(path)
  if (found.isFile()) return found.size
  throw Object.assign(new Error('not a file'), { code: found.isDirectory() ? 'EISDIR' : 'EINVAL' })
}

export const nodeFileSystem: FileSystem = {
  createNew: async (path) => {
    const handle = await open(path, 'wx', 0o600)
    return {
      write: (bytes) => handle.writeFile(bytes),
      sync: () => handle.sync(),
      close: () => handle.close(),
    }
  },
  read: (path) => readFile(path),
  size: sizeOf,
  exists: (path) =>
    access(path).then(
      () => true,
      () => false,
    ),
  rename: renameHeld,
  remove: removeAllHeld,
  makeFolder: async (path) => {
    await mkdir(path)
  },
  syncFolder: async (path) => {
    await syncFolder(path)
  },
}
