import type { Database } from '#renderer/db/database.ts'
import {
  type CopyOf,
  clearCopy,
  isOfOtherProgram,
  type Progress,
  readMeta,
  restoreState,
  saveAll,
  saveTouched,
} from '#renderer/db/working-copy.ts'
import { applyEdit } from '#shared/edits/apply-edit.ts'
import { isClockBehind } from '#shared/edits/clock-behind.ts'
import type { Touched } from '#shared/edits/liveness.ts'
import { recordsOf } from '#shared/edits/records-view.ts'
import { recoveredOps } from '#shared/edits/recovered-ops.ts'
import { createState, type EditState } from '#shared/edits/state.ts'
import type { AppError } from '#shared/errors/app-error.ts'
import type { Desktop, Reply } from '#shared/ipc/contract.ts'
import type { JournalPosition, JournalRepair } from '#shared/ipc/journal-channels.ts'
import { err, ok, type Result } from '#shared/result.ts'
import { type Authorship, createWorkspace } from './live-workspace.ts'
import type { Workspace } from './workspace.ts'

export interface WorkspaceDeps extends Authorship {
  readonly desktop: Pick<Desktop, 'call'>
  readonly database: Database
  /** Told while opening takes long; the label is shown to the user. */
  readonly progress?: Progress
  /** Told once when opening had to put something right. */
  readonly repaired?: (repairs: readonly OpeningRepair[]) => void
}

/**
 * What opening put right; `recovered`: a lost journal was begun anew from the working copy. `clock-behind`: nothing was
 * wrong with the data, but this PC's clock stands before its own last edit, made `lastAt`.
 */
export type OpeningRepair =
  | JournalRepair
  | { readonly kind: 'recovered' }
  | { readonly kind: 'clock-behind'; readonly lastAt: string; readonly now: string }

type Opened = Extract<Reply<'journal:open'>, { ok: true }>['value']

interface Loaded {
  readonly state: EditState
  readonly head: JournalPosition
}

/**
 * Opens the journal and brings all records into memory: from the working copy where it is an ancestor of the journal,
 * else from the journal itself. What a lost journal leaves in the working copy enters a new one (由工作副本恢复).
 */
export async function openWorkspace(deps: WorkspaceDeps): Promise<Result<Workspace, AppError>> {
  const opened = await deps.desktop.call('journal:open', null)
  if (!opened.ok) return opened
  const recovered = await recoverLost(deps, opened.value)
  if (!recovered.ok) return recovered
  const loaded = await load(deps, opened.value, recovered.value)
  if (!loaded.ok) return loaded
  const repairs: OpeningRepair[] = [...opened.value.repairs]
  if (recovered.value) repairs.push({ kind: 'recovered' })
  const { state } = loaded.value
  const clock = clockRepair(state, opened.value.station, deps.now().toISOString())
  if (clock !== null) repairs.push(clock)
  if (repairs.length > 0) deps.repaired?.(repairs)
  const { journal, station, earlier } = opened.value
  const copy = new KeptCopy(deps.database, journal)
  return ok(
    createWorkspace({
      newId: deps.newId,
      now: deps.now,
      author: deps.author,
      state,
      station,
      earlier,
      send: (draft) => deps.desktop.call('journal:commit', { draft }),
      takeUp: (batch) => deps.desktop.call('exchange:take-up', { batch }),
      keep: (touched, head) => copy.keep((of) => saveTouched(deps.database, state, touched, of), head),
    }),
  )
}

function clockRepair(state: EditState, station: string, now: string): OpeningRepair | null {
  const lastAt = state.edits.findLast((edit) => edit.id.station === station)?.at
  if (lastAt === undefined || !isClockBehind(lastAt, now)) return null
  return { kind: 'clock-behind', lastAt, now }
}

/** Brings the state up to the journal's head, and the working copy with it. */
async function load(
  deps: WorkspaceDeps,
  opened: Opened,
  recovered: boolean,
): Promise<Result<Loaded, AppError>> {
  const { database, progress = () => {} } = deps
  const total = opened.head.count + (recovered ? 1 : 0)
  const fromCopy = recovered ? null : await loadCopy(deps, opened)
  const state = fromCopy?.state ?? createState()
  const touched: Touched = { edits: [], written: new Set(), changed: new Set() }
  let next = fromCopy?.head ?? null
  for (let done = false; !done; ) {
    const batch = await deps.desktop.call('journal:read', { after: next })
    if (!batch.ok) return batch
    for (const edit of batch.value.edits) addTouched(touched, applyEdit(state, edit))
    next = batch.value.next
    done = batch.value.done
    progress({ label: '正在读取台账日志', done: next.count, total: Math.max(total, next.count) })
  }
  const head = next ?? opened.head
  const copy = new KeptCopy(database, opened.journal)
  if (fromCopy === null) await copy.keep((of) => saveAll(database, state, of), head)
  else if (head.count > fromCopy.head.count) {
    await copy.keep((of) => saveTouched(database, state, touched, of), head)
  }
  return ok({ state, head })
}

function addTouched(all: Touched, more: Touched): void {
  all.edits.push(...more.edits)
  for (const node of more.written) all.written.add(node)
}

/** The state of the working copy, when the journal still holds the place it stands for; null = rebuild. */
async function loadCopy(deps: WorkspaceDeps, opened: Opened): Promise<Loaded | null> {
  const { database, desktop, progress = () => {} } = deps
  try {
    const meta = await readMeta(database)
    if (meta === null || meta.journal !== opened.journal) return null
    if (meta.head.count > opened.head.count) return null
    const known = await desktop.call('journal:read', { after: meta.head })
    if (!known.ok) return null
    const state = await restoreState(database, meta, progress)
    return state === null ? null : { state, head: meta.head }
  } catch {
    return null
  }
}

/** Enters what the working copy holds of a lost journal into the new one; true when it did. */
async function recoverLost(deps: WorkspaceDeps, opened: Opened): Promise<Result<boolean, AppError>> {
  if (opened.lost === null || opened.head.count > 0) return ok(false)
  // All that is left of a lost journal: this program can neither read it nor may throw it away.
  if (await isOfOtherProgram(deps.database, opened.lost).catch(() => false))
    return err({ code: 'journal.copy-of-other-version' })
  const state = await lostState(deps, opened.lost)
  const ops = state === null ? [] : recoveredOps(recordsOf(state))
  if (ops.length === 0) return ok(false)
  const draft = {
    commit: deps.newId(),
    seen: {},
    at: deps.now().toISOString(),
    by: deps.author(),
    why: { kind: 'recovered' as const },
    title: '由工作副本恢复',
    ops: [...ops],
  }
  const taken = await deps.desktop.call('journal:commit', { draft })
  return taken.ok ? ok(true) : taken
}

async function lostState(deps: WorkspaceDeps, lost: string): Promise<EditState | null> {
  try {
    const meta = await readMeta(deps.database)
    if (meta?.journal !== lost) return null
    return await restoreState(deps.database, meta, deps.progress ?? (() => {}))
  } catch {
    return null
  }
}

/**
 * Keeps the working copy in step. A failure is no failure of the edit, which the journal has: the copy is thrown away,
 * left alone, and rebuilt on the next opening.
 */
class KeptCopy {
  readonly #database: Database
  readonly #journal: string
  #broken = false

  constructor(database: Database, journal: string) {
    this.#database = database
    this.#journal = journal
  }

  async keep(save: (of: CopyOf) => Promise<void>, head: JournalPosition): Promise<void> {
    if (this.#broken) return
    try {
      await save({ journal: this.#journal, head })
    } catch {
      this.#broken = true
      await clearCopy(this.#database).catch(() => null)
    }
  }
}
