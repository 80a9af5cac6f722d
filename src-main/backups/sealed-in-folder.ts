import { join } from 'node:path'
import { type BackupName, parseBackupName } from '#shared/backup/backup-name.ts'
import type { ListNames } from '../bundles/bundle-folder.ts'
import type { FileSystem } from '../files/file-system.ts'

/** Tells whether the newest backup of a folder is encrypted; each file is read once. */
export class SealedInFolder {
  readonly #fs: FileSystem
  readonly #listNames: ListNames
  readonly #known = new Map<string, boolean>()

  constructor(fs: FileSystem, listNames: ListNames) {
    this.#fs = fs
    this.#listNames = listNames
  }

  /** False too for a folder that is not there or cannot be read: then no backup is written into it either. */
  async newestIsSealed(folder: string): Promise<boolean> {
    const names = await this.#listNames(folder).catch(() => [])
    const [newest] = names.flatMap((name) => parseBackupName(name) ?? []).sort(newestFirst)
    return newest === undefined ? false : this.#isSealed(join(folder, newest.name))
  }

  async #isSealed(path: string): Promise<boolean> {
    const known = this.#known.get(path)
    if (known !== undefined) return known
    const bytes = await this.#fs.read(path).catch(() => null)
    if (bytes === null) return false
    // An encrypted backup begins with its JSON header, a plain one is a zip.
    const isSealed = bytes[0] === '{'.charCodeAt(0)
    this.#known.set(path, isSealed)
    return isSealed
  }
}

const newestFirst = (a: BackupName, b: BackupName): number =>
  b.createdAt.localeCompare(a.createdAt) || b.count - a.count
