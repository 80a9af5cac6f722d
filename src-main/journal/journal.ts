import { diskRoom, freeMegabytes } from '#shared/disk/disk-room.ts'
import type { Clock, EditDraft } from '#shared/edits/edit.ts'
import { validateDraft } from '#shared/edits/validate-draft.ts'
import type { AppError } from '#shared/errors/app-error.ts'
import type { Reply } from '#shared/ipc/contract.ts'
import type { JournalPosition, JournalRepair } from '#shared/ipc/journal-channels.ts'
import type { PurgedJournal } from '#shared/ipc/purge-channels.ts'
import { MIGRATION } from '#shared/migration/migrations.ts'
import { needsBackupBefore } from '#shared/migration/needs-backup-before.ts'
import type { PurgeTarget } from '#shared/purge/purge-target.ts'
import { err, ok, type Result } from '#shared/result.ts'
import type { ReportProgress } from '../app/tasks.ts'
import { codeOf } from '../files/error-code.ts'
import { displayName } from '../files/file-failures.ts'
import { checkJournal, type JournalCheck } from './check-journal.ts'
import type { Checkpoint } from './checkpoint.ts'
import { CheckpointKeeper, type CheckpointPace } from './checkpoint-keeper.ts'
import { linesOf } from './edit-lines.ts'
import type { JournalFiles } from './journal-files.ts'
import {
  addToIndex,
  clockOfIndex,
  committedAs,
  countOf,
  headOf,
  holds,
  type JournalIndex,
  positionAt,
} from './journal-index.ts'
import { type JournalSnapshot, snapshotFiles } from './journal-snapshot.ts'
import { beginning, goingOn, type JournalStart } from './journal-start.ts'
import { purgeJournal } from './purge-journal.ts'
import { readPlaces } from './read-edits.ts'
import type { FoundEdit } from './read-segment.ts'
import { scanJournal } from './scan-journal.ts'
import { SegmentPacker } from './segment-packer.ts'
import { SegmentStore } from './segment-store.ts'
import { type MarkerStore, type Place, readMarker } from './station-marker.ts'
import { linesOfAll, planTakeUp, type TakeUpAnswer } from './take-up.ts'
import { readError, writeError } from './write-error.ts'
import { type ProvedEdit, proveWritten, type WrittenEdit } from './written-edit.ts'

export interface JournalDeps extends Place {
  readonly files: JournalFiles
  readonly marker: MarkerStore
  /** A new random UUID: the journal's id; a station's id is one without dashes. */
  newId(): string
  /** Free bytes on the folder's disk; null when it does not tell. */
  freeBytes?(): Promise<number | null>
  /** Compresses closed segments beside the commits; they stay plain when left out. */
  readonly compressesClosed?: boolean
  /** How much may stand behind the checkpoint; its own pace when left out. */
  readonly checkpointPace?: CheckpointPace
  /** Told of what goes wrong beside the commits and is no failure of the file system. */
  reportBug?(error: unknown): void
  /** A segment longer than this is closed; the writer's own limit when left out. */
  readonly segmentBytes?: number
  /** What was put right in the folder before it is opened; told with what opening itself puts right. */
  readonly repairsBefore?: readonly JournalRepair[]
  /** Backs the data up before it passes to this newer program; what it refuses stops the opening, nothing is written. */
  beforeMigrating?(journal: Journal): Promise<Result<unknown, AppError>>
}

/** An open journal: the truth about a data folder. */
export interface Journal {
  /** What opening found; `head` and `clock` are today's. */
  opened(): OpenedJournal
  /** Edits after a position in the order of the journal, about 2 MB at a time. */
  read(after: JournalPosition | null): Promise<Reply<'journal:read'>>
  /** Answers once fsync has returned. The same draft committed twice has no second effect. */
  commit(draft: unknown): Promise<Reply<'journal:commit'>>
  /**
   * Takes up edits of other stations as they are, all that are ready or none; answers once fsync has returned. Those
   * that are not ready are left out and named; those that are here already have no effect. `migrations` holds the number
   * of each edit's dictionary; today's when left out.
   */
  takeUp(edits: readonly unknown[], migrations?: readonly number[]): Promise<Result<TakeUpAnswer, AppError>>
  /** The same for what `written` of another journal gave, which may have had personal fields taken out of it. */
  takeUpWritten(edits: readonly WrittenEdit[]): Promise<Result<TakeUpAnswer, AppError>>
  /** Edits not covered by a clock, in the order of the journal and in the words they were written in. */
  written(after: Clock): Promise<Result<readonly WrittenEdit[], AppError>>
  /** The journal as it stands once the commits before have answered. */
  snapshot(): Promise<Result<JournalSnapshot, AppError>>
  /**
   * 清除个人信息: puts a journal without the values in place of this one, which takes no more edits from then on and is
   * to be opened again. What fails before the moment leaves everything as it was.
   */
  purge(target: PurgeTarget): Promise<Result<PurgedJournal, AppError>>
  /** Reads and proves all of it again, as it lies on the disk, while commits go on. */
  check(signal: AbortSignal, report: ReportProgress): Promise<Result<JournalCheck, AppError>>
  /** Once everything before has answered; from the call on nothing more is read or written. */
  close(): Promise<void>
}

type OpenedJournal = Extract<Reply<'journal:open'>, { ok: true }>['value']

/** Opens the journal of a folder, or begins one. */
export async function openJournal(deps: JournalDeps): Promise<Result<Journal, AppError>> {
  try {
    const marker = await readMarker(deps.marker, deps)
    const store = new SegmentStore(deps.files)
    const scanned = await scanJournal(store, marker)
    if (!scanned.ok) return scanned
    const start = scanned.value === null ? beginning(deps, marker) : goingOn(deps, marker, scanned.value)
    const journal = new OpenJournal(deps, store, start)
    if (needsBackupBefore(scanned.value?.header.migration ?? MIGRATION, MIGRATION)) {
      const backed = await deps.beforeMigrating?.(journal)
      if (backed?.ok === false) return backed
    }
    return await begin(deps, journal)
  } catch (error) {
    return err(readError(error, deps.folder))
  }
}

async function begin(deps: JournalDeps, journal: OpenJournal): Promise<Result<Journal, AppError>> {
  try {
    await journal.begin()
    return ok(journal)
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return err(readError(error, deps.folder))
    return err(writeError(error, deps.folder))
  }
}

class OpenJournal implements Journal {
  readonly #deps: JournalDeps
  readonly #store: SegmentStore
  readonly #start: JournalStart
  readonly #checkpoints: CheckpointKeeper
  readonly #packer: SegmentPacker | null
  #last: Promise<unknown> = Promise.resolve()
  /** Another journal stands in its place since a purge. */
  #replaced = false
  /** Its folder may be another one from now on: moved away, exchanged, opened anew. */
  #closed: Promise<void> | null = null

  constructor(deps: JournalDeps, store: SegmentStore, start: JournalStart) {
    this.#deps = deps
    this.#store = store
    this.#start = start
    const { files, checkpointPace, reportBug } = deps
    this.#checkpoints = new CheckpointKeeper(files, start.fromCheckpoint, checkpointPace, reportBug)
    this.#packer = deps.compressesClosed === true ? new SegmentPacker(store, reportBug) : null
  }

  /** Writes the header of a new journal or station, and the marker. */
  async begin(): Promise<void> {
    const { index, fresh, writer } = this.#start
    if (fresh) {
      const hash = await writer.prepare()
      if (index.origin === '') index.origin = hash
    }
    await this.#mark()
    this.#edited(this.#start.behind)
  }

  opened(): OpenedJournal {
    const { index, journal, station, lost, repairs, earlier } = this.#start
    const [head, clock] = [headOf(index), clockOfIndex(index)]
    return { journal, station, head, clock, lost, repairs: [...repairs], earlier: [...earlier] }
  }

  commit(draft: unknown): Promise<Reply<'journal:commit'>> {
    return this.#whileOpen(() => this.#commit(draft))
  }

  takeUp(
    edits: readonly unknown[],
    migrations: readonly number[] = [],
  ): Promise<Result<TakeUpAnswer, AppError>> {
    return this.takeUpWritten(edits.map((edit, at) => ({ migration: migrations[at] ?? MIGRATION, edit })))
  }

  takeUpWritten(edits: readonly WrittenEdit[]): Promise<Result<TakeUpAnswer, AppError>> {
    return this.#whileOpen(() => this.#takeUp(edits))
  }

  async written(after: Clock): Promise<Result<readonly WrittenEdit[], AppError>> {
    if (this.#closed !== null) return NOT_OPEN
    const { index } = this.#start
    const edits: WrittenEdit[] = []
    try {
      for await (const batch of readPlaces(this.#store, index, notCovered(index, after))) {
        if (!batch.ok) return batch
        for (const { written } of batch.value) edits.push(written)
      }
      return ok(edits)
    } catch (error) {
      return err(readError(error, this.#deps.folder))
    }
  }

  snapshot(): Promise<Result<JournalSnapshot, AppError>> {
    const { index, journal, station, writer } = this.#start
    return this.#whileOpen(async () => {
      const files = snapshotFiles(this.#store, writer.tails())
      return ok({ journal, station, head: headOf(index), clock: clockOfIndex(index), files })
    })
  }

  async read(after: JournalPosition | null): Promise<Reply<'journal:read'>> {
    if (this.#closed !== null) return NOT_OPEN
    const { index } = this.#start
    const from = after ?? { count: 0, hash: index.origin }
    if (!holds(index, from)) return err({ code: 'journal.not-ancestor' })
    try {
      const batch = await this.#batch(from.count)
      if (!batch.ok) return batch
      const edits = batch.value.map(({ edit }) => edit)
      const next = positionAt(index, from.count + edits.length) ?? headOf(index)
      return ok({ edits, next, done: next.count === countOf(index) })
    } catch (error) {
      return err(readError(error, this.#deps.folder))
    }
  }

  purge(target: PurgeTarget): Promise<Result<PurgedJournal, AppError>> {
    return this.#whileOpen(() => this.#purge(target))
  }

  async check(signal: AbortSignal, report: ReportProgress): Promise<Result<JournalCheck, AppError>> {
    const now = await this.#whileOpen(async () => ok(this.#asCheckpoint()))
    return now.ok ? checkJournal(this.#deps, now.value, signal, report) : now
  }

  close(): Promise<void> {
    this.#closed ??= this.#inTurn(async () => {
      if (!this.#replaced) await this.#checkpoints.close(this.#asCheckpoint())
      await this.#packer?.stop()
      await this.#start.writer.close()
    })
    return this.#closed
  }

  #asCheckpoint(): Checkpoint {
    const { journal, index, writer } = this.#start
    return { journal, index, tails: writer.tails() }
  }

  /** In turn, so that it holds whole edits, and behind the answer, which must not wait for it. */
  #edited(bytes: number): void {
    if (this.#closed !== null) return
    void this.#inTurn(async () => {
      if (this.#replaced) return
      const now = this.#asCheckpoint()
      this.#checkpoints.edited(bytes, now)
      this.#packer?.pack(now.tails.slice(0, -1).map(({ segment }) => segment))
    })
  }

  async #whileOpen<T>(task: () => Promise<Result<T, AppError>>): Promise<Result<T, AppError>> {
    return this.#closed === null ? this.#inTurn(task) : NOT_OPEN
  }

  #inTurn<T>(task: () => Promise<T>): Promise<T> {
    const result = this.#last.then(task)
    this.#last = result.catch(() => null)
    return result
  }

  async #takeUp(input: readonly WrittenEdit[]): Promise<Result<TakeUpAnswer, AppError>> {
    const edits: ProvedEdit[] = []
    for (const one of input) {
      const edit = proveWritten(one)
      if (!edit.ok) return edit
      edits.push(edit.value)
    }
    const { index, writer } = this.#start
    const { ready, left } = planTakeUp(index, edits)
    if (ready.length > 0) {
      const room = await this.#room()
      if (!room.ok) return room
      try {
        const { segment, from, to, seal } = await writer.append((previous) => linesOfAll(ready, previous))
        for (const [at, { edit }] of ready.entries()) {
          const span = seal.spans[at]
          if (span === undefined) throw new Error('an edit without its lines')
          const { digest, previous, hash } = span
          const place = { segment, from: from + span.from, to: from + span.to, previous, hash }
          addToIndex(index, edit, place, digest)
        }
        this.#edited(to - from)
      } catch (error) {
        return err(writeError(error, this.#deps.folder))
      }
      await this.#mark()
    }
    return ok({ taken: ready.map(({ edit }) => edit.id), left: [...left], head: headOf(index) })
  }

  async #commit(input: unknown): Promise<Reply<'journal:commit'>> {
    const draft = validateDraft(input)
    if (!draft.ok) return draft
    const { index, station, writer } = this.#start
    const known = committedAs(index, draft.value.commit)
    if (known !== null) {
      const head = positionAt(index, known.count) ?? headOf(index)
      return ok({ id: known.id, prev: known.prev, head })
    }
    const n = (index.clock.get(station) ?? 0) + 1
    if ((draft.value.seen[station] ?? 0) !== n - 1) return err({ code: 'journal.stale' })
    if (!knows(index, draft.value)) return err({ code: 'edit.invalid', where: 'seen' })
    const room = await this.#room()
    if (!room.ok) return room
    const edit = { ...draft.value, id: { station, n }, prev: index.digests.get(station) ?? null }
    try {
      const { seal, ...place } = await writer.append((previous) => linesOf(edit, previous))
      addToIndex(index, edit, place, seal.digest)
      this.#edited(place.to - place.from)
    } catch (error) {
      return err(writeError(error, this.#deps.folder))
    }
    await this.#mark()
    return ok({ id: edit.id, prev: edit.prev, head: headOf(index) })
  }

  async #purge(target: PurgeTarget): Promise<Result<PurgedJournal, AppError>> {
    const { files, folder, newId } = this.#deps
    const { index, journal, station, earlier, writer } = this.#start
    // What is compressed meanwhile would come back after the old segments are gone.
    await this.#packer?.stop()
    const edits = await this.written({})
    if (!edits.ok) return edits
    const stations = earlier.map((one) => one.station)
    const old = { journal, station, head: headOf(index), earlier: stations, edits: edits.value }
    const purged = await purgeJournal({ files, folder, old, lastNumber: writer.segment, newId }, target)
    if (!purged.ok) return purged
    this.#replaced = true
    const { changed, values, leftFiles, head } = purged.value
    await this.#mark(purged.value.journal, head)
    return ok({ edits: changed, values, leftFiles })
  }

  /** Refuses to write while that could still be done: what runs a disk full may also be another program. */
  async #room(): Promise<Result<null, AppError>> {
    const free = (await this.#deps.freeBytes?.()) ?? null
    if (free === null || diskRoom(free) !== 'none') return ok(null)
    const folder = displayName(this.#deps.folder)
    return err({ code: 'journal.no-room', folder, megabytes: freeMegabytes(free) })
  }

  /** Edits from a position on, out of one segment. */
  async #batch(count: number): Promise<Result<readonly FoundEdit[], AppError>> {
    const { index } = this.#start
    for await (const batch of readPlaces(this.#store, index, upwards(count, countOf(index)))) {
      return batch
    }
    return ok([])
  }

  /** The marker may lag behind: a folder that holds what it names is this PC's own. */
  async #mark(journal = this.#start.journal, head = headOf(this.#start.index)): Promise<void> {
    const { machine, folder, marker } = this.#deps
    const { index, station, lost, earlier } = this.#start
    const before = lost === null || countOf(index) > 0 ? {} : { lost }
    const here = earlier.filter((one) => one.here).map((one) => one.station)
    const known = here.length === 0 ? before : { ...before, earlier: here }
    await marker.save({ machine, folder, journal, station, head, ...known }).catch(() => null)
  }
}

const NOT_OPEN = err<AppError>({ code: 'journal.not-open' })

/** Has everything the author had seen been written here? */
function knows(index: JournalIndex, draft: EditDraft): boolean {
  return Object.entries(draft.seen).every(([station, n]) => (index.clock.get(station) ?? 0) >= n)
}

/** Numbers of the edits a clock does not cover. */
function* notCovered(index: JournalIndex, after: Clock): Generator<number> {
  for (const at of upwards(0, countOf(index))) {
    const { station, n } = index.edits.idAt(at)
    if (n > (after[station] ?? 0)) yield at
  }
}

function* upwards(from: number, to: number): Generator<number> {
  for (let at = from; at < to; at += 1) yield at
}
