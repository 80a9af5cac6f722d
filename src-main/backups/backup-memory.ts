import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { z } from 'zod'
import type { AppError } from '#shared/errors/app-error.ts'
import type { Result } from '#shared/result.ts'
import { readJsonFile, writeJsonFile } from '../app/json-file.ts'
import type { FileSystem } from '../files/file-system.ts'

/** The last backup at one place that was reopened and counted. */
export const GoodBackup = z.object({
  name: z.string(),
  at: z.iso.datetime(),
  hash: z.string(),
  count: z.int().nonnegative(),
  bytes: z.int().nonnegative(),
})
export type GoodBackup = z.infer<typeof GoodBackup>

const PlaceMemory = z.object({
  good: GoodBackup.nullable(),
  /** The last attempt, when it failed: when, the sentence, and whether the journal itself is damaged. */
  failure: z
    .object({ at: z.iso.datetime(), sentence: z.string(), damaged: z.boolean().default(false) })
    .nullable(),
})
export type PlaceMemory = z.infer<typeof PlaceMemory>

const FolderMemory = z.object({
  /** When data was first seen, for the red line while there is no backup at all. */
  since: z.iso.datetime().nullable(),
  data: PlaceMemory,
  second: PlaceMemory,
  /** Names of backups that were proved from this PC. */
  proved: z.array(z.string()),
  /** After a restore, until the last sent file was named. */
  chainOpen: z.boolean(),
})
export type FolderMemory = z.infer<typeof FolderMemory>

/** What this PC remembers of backups, outside the data folder. */
const BackupMemory = z.object({
  second: z.object({ path: z.string().min(1), since: z.iso.datetime() }).nullable(),
  /** The clerk was asked for a second place and said: later. */
  postponed: z.iso.datetime().nullable(),
  /** A passphrase was set: without its key nothing is written in the clear. */
  isProtected: z.boolean(),
  folders: z.record(z.string(), FolderMemory),
})
export type BackupMemory = z.infer<typeof BackupMemory>

const NOTHING: PlaceMemory = { good: null, failure: null }
const EMPTY: BackupMemory = { second: null, postponed: null, isProtected: false, folders: {} }

/** userData/backups.json; forgetting it costs a reminder and a backup more, never a backup. */
export class BackupMemories {
  readonly #fs: FileSystem
  readonly #path: string
  #memory: Promise<BackupMemory> | null = null
  #last: Promise<unknown> = Promise.resolve()

  constructor(fs: FileSystem, userData: string) {
    this.#fs = fs
    this.#path = join(userData, 'backups.json')
  }

  load(): Promise<BackupMemory> {
    this.#memory ??= this.#stored()
    return this.#memory
  }

  async ofFolder(dataFolder: string): Promise<FolderMemory> {
    return folderIn(await this.load(), dataFolder)
  }

  change(changed: Partial<BackupMemory>): Promise<Result<void, AppError>> {
    return this.#update(() => changed)
  }

  /** Takes a second place; what was good at the place before says nothing of this one. */
  takeSecond(second: NonNullable<BackupMemory['second']>): Promise<Result<void, AppError>> {
    return this.#update(({ folders }) => ({
      second,
      postponed: null,
      folders: Object.fromEntries(
        Object.entries(folders).map(([key, folder]) => [key, { ...folder, second: NOTHING }]),
      ),
    }))
  }

  changeFolder(dataFolder: string, changed: Partial<FolderMemory>): Promise<Result<void, AppError>> {
    return this.#update((memory) => {
      const folder = { ...folderIn(memory, dataFolder), ...changed }
      return { folders: { ...memory.folders, [keyOfFolder(dataFolder)]: folder } }
    })
  }

  /** One change and one write after the other: nothing is lost between them, and no older memory comes last. */
  #update(change: (memory: BackupMemory) => Partial<BackupMemory>): Promise<Result<void, AppError>> {
    const changed = this.load().then((memory) => ({ ...memory, ...change(memory) }))
    this.#memory = changed
    const written = this.#last.then(async () => writeJsonFile(this.#fs, this.#path, await changed))
    this.#last = written.catch(() => null)
    return written
  }

  async #stored(): Promise<BackupMemory> {
    const stored = BackupMemory.safeParse(await readJsonFile(this.#fs, this.#path))
    return stored.success ? stored.data : EMPTY
  }
}

function folderIn(memory: BackupMemory, dataFolder: string): FolderMemory {
  const known = memory.folders[keyOfFolder(dataFolder)]
  return known ?? { since: null, data: NOTHING, second: NOTHING, proved: [], chainOpen: false }
}

function keyOfFolder(folder: string): string {
  return createHash('sha256').update(folder).digest('hex').slice(0, 16)
}
