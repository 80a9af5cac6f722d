import { writeFileAtomically } from '../files/atomic-write.ts'
import type { FileSystem } from '../files/file-system.ts'

export interface WorkingCopyDeps {
  readonly fs: FileSystem
  /** File of the user's profile that says the copy is still to be removed; it is empty. */
  readonly path: string
  /** Removes the window's working copy from the disk. */
  clear(): Promise<void>
}

export interface WorkingCopy {
  /** Removes it now; fails when it could not be, and then the next start tries again. */
  drop(): Promise<void>
  /** Before the window is opened: removes what a drop had to leave. */
  dropLeft(): Promise<void>
}

/** The copy of the ledger in the browser's own files, which keep what was deleted in them until they are removed. */
export function workingCopy({ fs, path, clear }: WorkingCopyDeps): WorkingCopy {
  const drop = async () => {
    // Said first: the program may end while it is removed.
    await writeFileAtomically(fs, path, new Uint8Array())
    await clear()
    await fs.remove(path)
  }
  return {
    drop,
    dropLeft: async () => {
      if (await fs.exists(path)) await drop()
    },
  }
}
