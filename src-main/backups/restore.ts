import { join } from 'node:path'
import type { Secret } from '#shared/backup/secret.ts'
import { DEMO_UNIT } from '#shared/codes/reporting-units.ts'
import { type AppError, messageOf } from '#shared/errors/app-error.ts'
import type { BackupPreview } from '#shared/ipc/backup-channels.ts'
import { err, ok, type Result } from '#shared/result.ts'
import { type MarkerStore, StationMarker } from '../journal/station-marker.ts'
import type { OpenedBackup } from './backup-file.ts'
import { openBackupFile } from './backup-file.ts'
import type { BackupKeyStore } from './backup-key-store.ts'
import type { BackupMemories } from './backup-memory.ts'
import { KEPT_FOLDERS } from './backup-parts.ts'
import type { BackupRunner, BackupRunnerDeps } from './backup-runner.ts'
import { keptFiles } from './kept-files.ts'
import { previewOf } from './preview-backup.ts'
import { proveContents } from './prove-backup.ts'
import { holdsNothingElse } from './replaced-folder.ts'
import { exchangeFolders, keptFolderName, type StagedFolders, stageFolders } from './restore-folder.ts'

export interface RestoreDeps
  extends Pick<BackupRunnerDeps, 'fs' | 'listNames' | 'dataFolder' | 'journal' | 'now'> {
  readonly runner: Pick<BackupRunner, 'backUp'>
  readonly memories: BackupMemories
  readonly keys: BackupKeyStore
  /** Ends writing to the journal before its folder is exchanged. */
  readonly closeJournal: () => Promise<void>
  readonly marker: () => MarkerStore
  readonly newId: () => string
}

export interface Restored {
  readonly safety: string | null
  readonly aside: string | null
  readonly chainOpen: boolean
}

/** Opens one backup at a time for the preview, and restores what was previewed. */
export class Restore {
  readonly #deps: RestoreDeps
  #opened: { readonly id: string; readonly backup: OpenedBackup; readonly preview: BackupPreview } | null =
    null

  constructor(deps: RestoreDeps) {
    this.#deps = deps
  }

  /** Proves a backup and compares it with what is there; nothing is written. */
  async open(
    bytes: Uint8Array,
    fileName: string,
    secret: Secret | null,
  ): Promise<Result<BackupPreview, AppError>> {
    const { keys, newId } = this.#deps
    this.#opened = null
    const own = await keys.load()
    const key = own.ok ? (own.value?.key ?? null) : null
    const backup = await openBackupFile(bytes, fileName, { key, secret })
    if (!backup.ok) return backup
    const { contents } = backup.value
    const journal = await proveContents(contents, fileName)
    if (!journal.ok) return journal
    const id = newId()
    const present = this.#deps.journal()
    const preview = await previewOf({ opened: id, fileName, contents, backup: journal.value, present })
    if (preview.ok) this.#opened = { id, backup: backup.value, preview: preview.value }
    return preview
  }

  /**
   * Safety copy, then the exchange. The next opening of the journal begins a new station. 发件箱 and keys keep what is
   * only here: sent files and keys cannot be made again.
   */
  async restore(id: string): Promise<Result<Restored, AppError>> {
    const { fs, dataFolder, now, memories, keys } = this.#deps
    const opened = this.#opened
    if (opened?.id !== id) return err({ code: 'backup.expired' })
    // First: on a PC that has lost its key the safety copy needs it.
    if (opened.backup.protection !== null) {
      const adopted = await keys.adopt(opened.backup.protection)
      if (!adopted.ok) return adopted
    }
    const safety = await this.#safetyCopy(opened.preview)
    if (!safety.ok) return safety
    const folders = await this.#staged(opened.backup, safety.value)
    if (!folders.ok) return folders
    const staged = await stageFolders(fs, dataFolder(), folders.value)
    if (!staged.ok) return staged
    const chainOpen = mayHaveReported(opened.preview)
    const before = await memories.ofFolder(dataFolder())
    // Before the folders are exchanged: a crash afterwards must not lose the question.
    const asked = await memories.changeFolder(dataFolder(), { chainOpen })
    const journal = this.#deps.journal()
    if (asked.ok) {
      await this.#deps.closeJournal()
      await this.#forgetHead()
    }
    const kept = asked.ok ? await exchangeFolders(fs, dataFolder(), keptFolderName(now())) : asked
    if (!kept.ok) {
      const isDecided = kept.error.code === 'backup.restore-unfinished'
      if (!isDecided) await memories.changeFolder(dataFolder(), { chainOpen: before.chainOpen })
      return kept
    }
    this.#opened = null
    const { name, isWhole, head } = safety.value
    // What was written after the safety copy is only in the old folders.
    const isCopied = isWhole && journal?.opened().head.hash === head
    const aside = isCopied ? await this.#clearAway(kept.value, folders.value) : kept.value
    return ok({ safety: name, aside, chainOpen })
  }

  /** Removes replaced folders when all of it is elsewhere; the name of what stays. */
  async #clearAway(name: string | null, restored: StagedFolders): Promise<string | null> {
    const { fs, listNames, dataFolder } = this.#deps
    if (name === null) return null
    const folder = join(dataFolder(), name)
    if (!(await holdsNothingElse({ fs, listNames }, folder, restored))) return name
    // The name is told as long as anything is left under it.
    return fs.remove(folder).then(
      () => null,
      () => name,
    )
  }

  /** Fails when what is there reads but could not be copied; what does not read is moved aside instead. */
  async #safetyCopy({ present }: BackupPreview): Promise<Result<Safety, AppError>> {
    const journal = this.#deps.journal()
    if (journal === null || present === null) return ok(NO_COPY)
    const { head } = journal.opened()
    if (head.count === 0) return ok({ name: null, isWhole: true, head: head.hash })
    const outcome = await this.#deps.runner.backUp('before-restore')
    if (!outcome.ok) return err({ code: 'backup.safety-failed', why: messageOf(outcome.error).title })
    const copy = outcome.value.data
    if (copy?.ok) return ok({ name: copy.value.name, isWhole: true, head: copy.value.hash })
    if (copy !== undefined && UNREADABLE.has(copy.error.code)) return ok(NO_COPY)
    const why = copy === undefined ? '没有备份' : messageOf(copy.error).title
    return err({ code: 'backup.safety-failed', why })
  }

  async #staged({ contents }: OpenedBackup, { isWhole }: Safety): Promise<Result<StagedFolders, AppError>> {
    const { fs, listNames, dataFolder } = this.#deps
    const here = await keptFiles({ fs, listNames }, dataFolder())
    // Only when the folders are moved aside anyway may a file that cannot be read stay behind in them.
    if (!here.ok && isWhole) return here
    const files = here.ok ? here.value : []
    const [outbox, keys] = KEPT_FOLDERS.map((folder) => {
      const own = files.filter((file) => file.name.startsWith(`${folder}/`))
      const names = own.map((file) => [file.name.slice(folder.length + 1), file.bytes] as const)
      return new Map([...contents.kept[folder], ...names])
    })
    return ok({ journal: contents.journal, outbox: outbox ?? new Map(), keys: keys ?? new Map() })
  }

  /**
   * No journal holds the place this PC remembers from now on, so what is written next carries a new station id; which
   * stations this PC wrote under before stays known.
   */
  async #forgetHead(): Promise<void> {
    const store = this.#deps.marker()
    const marker = StationMarker.safeParse(await store.load())
    if (marker.success) await store.save({ ...marker.data, head: NOWHERE })
  }
}

const NOWHERE = { count: 0, hash: '0'.repeat(64) }

interface Safety {
  /** Name of the safety copy. */
  readonly name: string | null
  /** Nothing of the old folders is needed any more. */
  readonly isWhole: boolean
  /** Hash of the journal's last line in it. */
  readonly head: string | null
}

const NO_COPY: Safety = { name: null, isWhole: false, head: null }

/** Errors of reading the present journal, as opposed to writing the copy. */
const UNREADABLE: ReadonlySet<string> = new Set([
  'journal.damaged',
  'journal.unreadable',
  'journal.not-ancestor',
])

/** What was sent after the backup was made may be on no disk here, so only a unit that never reports is not asked. */
function mayHaveReported({ unit }: BackupPreview): boolean {
  return unit !== null && unit !== DEMO_UNIT.code
}
