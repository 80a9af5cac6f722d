import { join } from 'node:path'
import type { BackupFacts, BackupReason } from '#shared/backup/backup-facts.ts'
import { parseBackupName } from '#shared/backup/backup-name.ts'
import { dueReason, removable } from '#shared/backup/ladder.ts'
import { type AppError, messageOf } from '#shared/errors/app-error.ts'
import { BACKUP_PLACES, type BackupPlace } from '#shared/ipc/backup-channels.ts'
import { err, ok, type Result } from '#shared/result.ts'
import type { ListNames } from '../bundles/bundle-folder.ts'
import { displayName, writeFailure } from '../files/file-failures.ts'
import type { FileSystem } from '../files/file-system.ts'
import { ensureFolder } from '../files/make-folder.ts'
import type { Journal } from '../journal/journal.ts'
import { backupBytes } from './backup-file.ts'
import type { BackupKeyStore } from './backup-key-store.ts'
import type { BackupMemories, GoodBackup } from './backup-memory.ts'
import { buildBackup } from './build-backup.ts'
import { keptFiles } from './kept-files.ts'
import { RecordCounter } from './record-counter.ts'
import { type MeantBackup, writeBackup } from './write-backup.ts'

export interface BackupRunnerDeps {
  readonly fs: FileSystem
  readonly listNames: ListNames
  readonly dataFolder: () => string
  /** The open journal; null while none is. */
  readonly journal: () => Journal | null
  readonly memories: BackupMemories
  readonly keys: BackupKeyStore
  readonly program: string
  /** ISO 8601 UTC. */
  readonly now: () => string
  /** Told after every attempt. */
  readonly changed: () => void
}

/** What one run achieved: a good backup or the reason for none, at each place that was tried. */
export type BackupOutcome = { readonly [P in BackupPlace]?: Result<GoodBackup, AppError> }

/** A backup outside both places. */
export interface PackedBackup {
  readonly good: GoodBackup
  readonly bytes: Uint8Array
}

/** Folder of the backups inside the data folder. */
export const backupFolder = (dataFolder: string): string => join(dataFolder, 'backups')

/** Makes backups by the ladder and on request, one after the other; each place fails for itself. */
export class BackupRunner {
  readonly #deps: BackupRunnerDeps
  readonly #counter = new RecordCounter()
  #last: Promise<unknown> = Promise.resolve()
  #hasTried = false

  constructor(deps: BackupRunnerDeps) {
    this.#deps = deps
  }

  /** Called every minute: what is due is made. A place that is away is passed over in silence. */
  tick(): Promise<void> {
    return this.#inTurn(async () => {
      const head = this.#deps.journal()?.opened().head
      if (head === undefined || head.count === 0) return
      try {
        await this.#seeData()
        const due = await this.#due(head.hash)
        const reason = strongest([...due.values()])
        if (reason !== null) await this.#run(reason, [...due.keys()])
      } finally {
        // Also after a bug: the red line must not wait for a try that never comes to its end.
        if (!this.#hasTried) {
          this.#hasTried = true
          this.#deps.changed()
        }
      }
    })
  }

  /** 退出时: only when something changed since the last good backup. */
  atClose(): Promise<void> {
    return this.#inTurn(async () => {
      const head = this.#deps.journal()?.opened().head
      if (head === undefined || head.count === 0) return
      const { memories, dataFolder } = this.#deps
      const memory = await memories.ofFolder(dataFolder())
      const places = BACKUP_PLACES.filter((place) => memory[place].good?.hash !== head.hash)
      const there = await this.#reachable(places)
      if (there.length > 0) await this.#run('close', there)
    })
  }

  /** Now, to every place that is there. An error when there is no journal or no data. */
  backUp(reason: BackupReason, journal = this.#deps.journal()): Promise<Result<BackupOutcome, AppError>> {
    return this.#inTurn(async () => {
      if (journal === null) return err({ code: 'journal.not-open' })
      if (journal.opened().head.count === 0) return err({ code: 'backup.nothing-to-save' })
      await this.#seeData()
      return ok(await this.#run(reason, await this.#reachable(BACKUP_PLACES), journal))
    })
  }

  /** A backup into any folder, for the ladder as if it were not there: what was proved, and its bytes. */
  packInto(folder: string, reason: BackupReason): Promise<Result<PackedBackup, AppError>> {
    return this.#inTurn(async () => {
      const journal = this.#deps.journal()
      if (journal === null) return err({ code: 'journal.not-open' })
      if (journal.opened().head.count === 0) return err({ code: 'backup.nothing-to-save' })
      const made = await this.#make(reason, journal)
      if (!made.ok) return made
      const written = await writeBackup(this.#deps.fs, folder, made.value)
      return written.ok ? ok({ good: written.value, bytes: made.value.bytes }) : written
    })
  }

  /** Before an older program can no longer open a journal: a copy it still opens, or the journal stays closed. */
  async beforeMigrating(journal: Journal): Promise<Result<void, AppError>> {
    if (journal.opened().head.count === 0) return ok(undefined)
    const outcome = await this.backUp('before-migration', journal)
    if (!outcome.ok) return outcome
    return outcome.value.data?.ok === false ? outcome.value.data : ok(undefined)
  }

  /** After a holiday the first backup is about to be made: until it was tried nothing is called overdue. */
  get hasTried(): boolean {
    return this.#hasTried
  }

  /** The folder of a place; null while no second one is chosen. */
  async folderOf(place: BackupPlace): Promise<string | null> {
    const { memories, dataFolder } = this.#deps
    return place === 'data' ? backupFolder(dataFolder()) : ((await memories.load()).second?.path ?? null)
  }

  #inTurn<T>(task: () => Promise<T>): Promise<T> {
    const result = this.#last.then(task)
    this.#last = result.catch(() => null)
    return result
  }

  async #seeData(): Promise<void> {
    const { memories, dataFolder, now } = this.#deps
    const memory = await memories.ofFolder(dataFolder())
    if (memory.since === null) await memories.changeFolder(dataFolder(), { since: now() })
  }

  async #due(hash: string): Promise<Map<BackupPlace, BackupReason>> {
    const { memories, dataFolder, now } = this.#deps
    const memory = await memories.ofFolder(dataFolder())
    const due = new Map<BackupPlace, BackupReason>()
    for (const place of await this.#reachable(BACKUP_PLACES)) {
      const { good, failure } = memory[place]
      // What failed is tried again with the next quarter of an hour, not every minute.
      if (failure !== null && dueReason(now(), { at: failure.at, hash: '' }, 'again') === null) continue
      const reason = dueReason(now(), good, hash)
      if (reason !== null) due.set(place, reason)
    }
    return due
  }

  /** The data folder always: that it is gone must be told. */
  async #reachable(places: readonly BackupPlace[]): Promise<readonly BackupPlace[]> {
    const second = await this.folderOf('second')
    const isThere = second !== null && (await this.#deps.fs.exists(second))
    return places.filter((place) => place === 'data' || isThere)
  }

  async #run(
    reason: BackupReason,
    places: readonly BackupPlace[],
    journal = this.#deps.journal(),
  ): Promise<BackupOutcome> {
    try {
      return await this.#runAt(reason, places, journal)
    } catch (error) {
      // A bug is told like any failure, and thrown on for whoever reports it.
      const unexpected = err({ code: 'system.unexpected', detail: '备份' } as const)
      for (const place of places) {
        await this.#remember(place, unexpected).catch(() => null)
      }
      this.#deps.changed()
      throw error
    }
  }

  async #runAt(
    reason: BackupReason,
    places: readonly BackupPlace[],
    journal: Journal | null,
  ): Promise<BackupOutcome> {
    const made = await this.#make(reason, journal)
    const outcome: { [P in BackupPlace]?: Result<GoodBackup, AppError> } = {}
    for (const place of places) {
      const attempt = made.ok ? await this.#write(place, made.value) : made
      const written = attempt.ok || place !== 'data' ? attempt : err(inDataFolder(attempt.error))
      await this.#remember(place, written)
      outcome[place] = written
    }
    this.#deps.changed()
    return outcome
  }

  async #make(reason: BackupReason, journal: Journal | null): Promise<Result<MeantBackup, AppError>> {
    const { keys, dataFolder, program, now } = this.#deps
    if (journal === null) return err({ code: 'journal.not-open' })
    const protection = await keys.load()
    if (!protection.ok) return protection
    // Everything saved by then is in it; what is saved while it is made need not be.
    const createdAt = now()
    const snapshot = await journal.snapshot()
    if (!snapshot.ok) return snapshot
    const counted = await this.#counter.countTo(journal, snapshot.value.head)
    if (!counted.ok) return counted
    const files = await keptFiles(this.#deps, dataFolder())
    if (!files.ok) return files
    const built = await buildBackup({
      snapshot: snapshot.value,
      counted: counted.value,
      files: files.value,
      program,
      createdAt,
      reason,
      folder: dataFolder(),
    })
    if (!built.ok) return built
    const bytes = await backupBytes(built.value, protection.value)
    return ok({ bytes, facts: built.value.facts, key: protection.value?.key ?? null })
  }

  async #write(place: BackupPlace, meant: MeantBackup): Promise<Result<GoodBackup, AppError>> {
    const { fs } = this.#deps
    const folder = await this.folderOf(place)
    if (folder === null) return err({ code: 'backup.no-second' })
    try {
      // Only our own folder is made: where a stick was, nothing may take its place.
      if (place === 'data') await ensureFolder(fs, folder)
      if (!(await fs.exists(folder))) return err({ code: 'backup.away', folder: displayName(folder) })
    } catch (error) {
      return err(writeFailure(error, folder, folder))
    }
    const written = await writeBackup(fs, folder, meant)
    if (place === 'data') await this.#sweep(folder)
    if (written.ok) await this.#thin(folder, meant.facts, written.value.name)
    return written
  }

  /** What a power cut left of backups that were being written. Only in our own folder: another PC may be writing on a share. */
  async #sweep(folder: string): Promise<void> {
    const { fs, listNames } = this.#deps
    const names = await listNames(folder).catch(() => [])
    for (const name of names.filter((one) => UNFINISHED.test(one))) {
      await fs.remove(join(folder, name)).catch(() => undefined)
    }
  }

  /** Takes away what the ladder lets go of this chain; what cannot be removed stays and is asked again the next time. */
  async #thin(folder: string, { journal, station }: BackupFacts, lastGood: string): Promise<void> {
    const { fs, listNames, memories, dataFolder } = this.#deps
    const proved = new Set((await memories.ofFolder(dataFolder())).proved)
    const names = await listNames(folder).catch(() => [])
    const files = names
      .flatMap((name) => parseBackupName(name) ?? [])
      .filter((file) => file.journal === journal.slice(0, 8) && file.station === station.slice(0, 8))
    for (const file of removable(files, lastGood, proved)) {
      await fs.remove(join(folder, file.name)).catch(() => undefined)
    }
  }

  async #remember(place: BackupPlace, written: Result<GoodBackup, AppError>): Promise<void> {
    const { memories, dataFolder, now } = this.#deps
    const memory = await memories.ofFolder(dataFolder())
    const { good } = memory[place]
    if (!written.ok) {
      const { title, advice } = messageOf(written.error)
      const damaged = written.error.code === 'journal.damaged'
      const failure = { at: now(), sentence: `${title}。${advice}`, damaged }
      await memories.changeFolder(dataFolder(), { [place]: { good, failure } })
      return
    }
    const proved = [...memory.proved, written.value.name].slice(-PROVED_KEPT)
    await memories.changeFolder(dataFolder(), { proved, [place]: { good: written.value, failure: null } })
  }
}

/** As writeFileAtomically calls what it has not finished. */
const UNFINISHED = /^\.pbz-[0-9a-f]{12}\.tmp$/

/** The clerk knows the data folder, not the folder inside it. */
function inDataFolder(error: AppError): AppError {
  return 'folder' in error ? { ...error, folder: '数据文件夹' } : error
}

/** More names than both ladders can hold for years. */
const PROVED_KEPT = 2000

const STRENGTH: readonly BackupReason[] = ['monthly', 'daily', 'change']

function strongest(reasons: readonly BackupReason[]): BackupReason | null {
  return STRENGTH.find((reason) => reasons.includes(reason)) ?? null
}
