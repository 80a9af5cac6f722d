import { constants, type Stats } from 'node:fs'
import { access, type FileHandle, lstat, mkdir, open, readFile, stat } from 'node:fs/promises'
import { removeAllHeld, renameHeld } from './once-let-go.ts'
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
  /**
   * Content of a file, opened once, so that what is measured is what is read; its length alone when that is over `most`
   * bytes. Fails as `size` does.
   */
  readWithin(path: string, most: number): Promise<Uint8Array | number>
  /** Bytes of a file; fails for a folder, and for a device, whose size says nothing of what it gives. */
  size(path: string): Promise<number>
  exists(path: string): Promise<boolean>
  /** True for what leads elsewhere: a symbolic link, a junction. False when nothing is there. */
  isLink(path: string): Promise<boolean>
  rename(from: string, to: string): Promise<void>
  /** Removes a file or a folder with its content; no error when nothing is there. */
  remove(path: string): Promise<void>
  makeFolder(path: string): Promise<void>
  /** fsync of a folder, which makes a rename in it durable. */
  syncFolder(path: string): Promise<void>
}

/** For messages: `UNKNOWN` when there is no code. */
async function sizeOf(path: string): Promise<number> {
  return plainSize(await stat(path))
}

function plainSize(found: Stats): number {
  if (found.isFile()) return found.size
  throw Object.assign(new Error('not a file'), { code: found.isDirectory() ? 'EISDIR' : 'EINVAL' })
}

async function readWithin(path: string, most: number): Promise<Uint8Array | number> {
  const file = await openToRead(path)
  try {
    const size = plainSize(await file.stat())
    if (size > most) return size
    // What is written meanwhile is not waited for.
    const bytes = Buffer.alloc(size)
    let at = 0
    while (at < size) {
      const { bytesRead } = await file.read(bytes, at, size - at, at)
      if (bytesRead === 0) break
      at += bytesRead
    }
    return bytes.subarray(0, at)
  } finally {
    await file.close()
  }
}

async function openToRead(path: string): Promise<FileHandle> {
  try {
    // A pipe nobody writes to would be waited for; Windows has no such flag and no such file.
    return await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
  } catch (error) {
    // Windows opens no folder and says only that it may not.
    await sizeOf(path)
    throw error
  }
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
  readWithin,
  size: sizeOf,
  exists: (path) =>
    access(path).then(
      () => true,
      () => false,
    ),
  isLink: (path) =>
    lstat(path).then(
      (found) => found.isSymbolicLink(),
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
