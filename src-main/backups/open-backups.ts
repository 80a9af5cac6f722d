import type { AppError } from '#shared/errors/app-error.ts'
import type { backupChannels } from '#shared/ipc/backup-channels.ts'
import type { Handlers } from '#shared/ipc/contract.ts'
import type { Result } from '#shared/result.ts'
import type { ListNames } from '../bundles/bundle-folder.ts'
import type { DiskOf } from '../files/disk-of.ts'
import type { FileSystem } from '../files/file-system.ts'
import type { FileTokens } from '../files/file-tokens.ts'
import type { SendEvent } from '../ipc/event-sender.ts'
import { type CurrentJournal, currentJournal } from '../journal/current-journal.ts'
import type { Journal, JournalDeps } from '../journal/journal.ts'
import type { MarkerStore } from '../journal/station-marker.ts'
import { backupHandlers } from './backup-handlers.ts'
import { BackupKeyStore } from './backup-key-store.ts'
import { BackupMemories } from './backup-memory.ts'
import { BackupRunner, backupFolder } from './backup-runner.ts'
import { Restore } from './restore.ts'
import { finishRestore, keptFolderName } from './restore-folder.ts'
import { SealedInFolder } from './sealed-in-folder.ts'

export interface BackupsDeps {
  readonly fs: FileSystem
  readonly listNames: ListNames
  readonly tokens: FileTokens
  /** Folder of what this PC keeps outside the data folder. */
  readonly userData: string
  readonly dataFolder: () => string
  readonly openJournal: (
    around: Required<Pick<JournalDeps, 'beforeMigrating' | 'repairsBefore'>>,
  ) => Promise<Result<Journal, AppError>>
  /** The marker of the data folder in use. */
  readonly marker: () => MarkerStore
  readonly diskOf: DiskOf
  readonly version: string
  readonly send: SendEvent
  /** ISO 8601 UTC. */
  readonly now: () => string
  readonly newId: () => string
  readonly randomBytes: (length: number) => Uint8Array
}

export interface Backups {
  readonly handlers: Pick<Handlers, keyof typeof backupChannels>
  /** Opening finishes a restore that was interrupted first; the journal is watched from then on. */
  readonly journals: CurrentJournal
  readonly runner: BackupRunner
}

/** Everything about backups, put together. */
export function createBackups(deps: BackupsDeps): Backups {
  const { fs, listNames, dataFolder, userData, randomBytes, now } = deps
  // Told by the first opening that succeeds.
  let aside: string | null = null
  const current = currentJournal(async () => {
    const finished = await finishRestore(fs, dataFolder(), keptFolderName(now()))
    if (!finished.ok) return finished
    aside = finished.value ?? aside
    const opened = await deps.openJournal({
      beforeMigrating: (journal) => runner.beforeMigrating(journal),
      repairsBefore: aside === null ? [] : [{ kind: 'restored', aside }],
    })
    if (opened.ok) aside = null
    return opened
  })
  const memories = new BackupMemories(fs, userData)
  const sealed = new SealedInFolder(fs, listNames)
  const hasSealedBackups = () => sealed.newestIsSealed(backupFolder(dataFolder()))
  const keys = new BackupKeyStore({ fs, userData, memories, randomBytes, hasSealedBackups })
  const shared = { fs, listNames, dataFolder, now, memories, keys, journal: current.current }
  const runner = new BackupRunner({
    ...shared,
    program: deps.version,
    changed: () => deps.send('backup:changed', null),
  })
  const { marker, newId } = deps
  const restore = new Restore({ ...shared, runner, closeJournal: current.close, marker, newId })
  const hasData = () => (current.current()?.opened().head.count ?? 0) > 0
  return {
    handlers: backupHandlers({
      ...shared,
      tokens: deps.tokens,
      diskOf: deps.diskOf,
      hasData,
      runner,
      restore,
    }),
    journals: current,
    runner,
  }
}

/** How often the ladder is asked, and how soon after the start: the window comes first. */
const TICK_MS = 60_000
const FIRST_TICK_MS = 5_000

/** Asks the ladder every minute; a bug in it must not end the program. Returns what stops it. */
export function keepBackingUp(
  runner: BackupRunner,
  after: (ms: number, run: () => void) => () => void,
  reportBug: (error: unknown) => void,
): () => void {
  let stop = after(FIRST_TICK_MS, tick)
  function tick(): void {
    stop = after(TICK_MS, tick)
    runner.tick().catch(reportBug)
  }
  return () => stop()
}
