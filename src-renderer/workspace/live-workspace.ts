import { applyEdits, editOf } from '#shared/edits/apply-edit.ts'
import { classOf } from '#shared/edits/classes.ts'
import type { Edit, EditDraft, EditId } from '#shared/edits/edit.ts'
import { cellsWritten, editLog, isReversible, type LoggedEdit } from '#shared/edits/edit-log.ts'
import { historyOf } from '#shared/edits/history.ts'
import type { Touched } from '#shared/edits/liveness.ts'
import { recordsOf } from '#shared/edits/records-view.ts'
import { clockOf, type EditNode, type EditState, keyOf } from '#shared/edits/state.ts'
import {
  nextRedo,
  nextUndo,
  type PlannedUndo,
  planRedo,
  planUndo,
  redoDraft,
  undoDraft,
} from '#shared/edits/undo.ts'
import { validateDraft } from '#shared/edits/validate-draft.ts'
import type { AppError } from '#shared/errors/app-error.ts'
import { newConflicts, previewBatch } from '#shared/exchange/preview.ts'
import type { Reply } from '#shared/ipc/contract.ts'
import type { BatchToken } from '#shared/ipc/exchange-channels.ts'
import type { EarlierStation, JournalPosition } from '#shared/ipc/journal-channels.ts'
import { err, ok, type Result } from '#shared/result.ts'
import { type Conflict, conflictPlaces, conflictsOf } from '#shared/review/conflict.ts'
import type { NewEdit, Reversal, TakenUp, UndoEntry, UndoOutcome, Way, Workspace } from './workspace.ts'

/** What a workspace needs from outside to make edits. */
export interface Authorship {
  /** A new random UUID. */
  newId(): string
  now(): Date
  /** The name that stands on edits made now. */
  author(): string
}

export interface WorkspaceParts extends Authorship {
  readonly state: EditState
  readonly station: string
  readonly earlier?: readonly EarlierStation[]
  /** Writes a draft to the journal. */
  send(draft: EditDraft): Promise<Reply<'journal:commit'>>
  /** Writes the edits of a batch to the journal. */
  takeUp(batch: BatchToken): Promise<Reply<'exchange:take-up'>>
  /** Brings the working copy to `head`; never fails a commit, since the journal has it. */
  keep(touched: Touched, head: JournalPosition): Promise<void>
}

/** A workspace over a state: journal first, then memory, then the working copy; one edit at a time. */
export function createWorkspace(parts: WorkspaceParts): Workspace {
  const { state, station, earlier = [] } = parts
  const listeners = new Set<() => void>()
  let records = recordsOf(state)
  let revision = state.edits.length
  let log: readonly LoggedEdit[] | null = null
  let conflicts: readonly Conflict[] | null = null
  let last: Promise<unknown> = Promise.resolve()

  const inTurn = <T>(task: () => Promise<T>): Promise<T> => {
    const result = last.then(task)
    last = result.catch(() => null)
    return result
  }
  const write = async (action: Action): Promise<Result<EditDraft, AppError>> => {
    const draft = validateDraft(draftOf(parts, action))
    if (!draft.ok) return draft
    const taken = await parts.send(draft.value)
    if (!taken.ok) return taken
    const { id, prev, head } = taken.value
    await apply([{ ...draft.value, id, prev }], head)
    return draft
  }
  const apply = async (edits: readonly Edit[], head: JournalPosition): Promise<void> => {
    const touched = applyEdits(state, edits)
    records = recordsOf(state)
    revision += touched.edits.length
    log = null
    conflicts = null
    for (const listener of [...listeners]) listener()
    await parts.keep(touched, head)
  }
  const takeUp = async (batch: BatchToken): Promise<Result<TakenUp, AppError>> => {
    const reply = await parts.takeUp(batch)
    if (!reply.ok) return reply
    const { edits, left, head } = reply.value
    const before = conflictPlaces(records)
    if (edits.length > 0) await apply(edits, head)
    return ok({ taken: edits.map(({ id }) => id), conflicts: newConflicts(before, records), left })
  }
  const takeBack = async (planned: PlannedUndo | null, way: Way): Promise<Result<UndoOutcome, AppError>> => {
    const { kind, verb, empty } = WAYS[way]
    if (planned === null) return err({ code: empty })
    const { retracts, undone, kept, pointing } = planned
    const { title } = planned.target
    const done = await write({
      retracts,
      why: { kind },
      title: `${verb}：${title}`,
    })
    return done.ok ? ok({ title, undone, kept, pointing }) : done
  }
  return {
    get records() {
      return records
    },
    get revision() {
      return revision
    },
    station,
    earlier,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    commit: (edit) => inTurn(() => write(edit)),
    takeUp: (batch) => inTurn(() => takeUp(batch)),
    preview: (edits) => previewBatch(state, edits),
    canUndo: () => entryOf(nextUndo(state, station)),
    canRedo: () => entryOf(nextRedo(state, station)),
    undo: () => inTurn(() => takeBack(undoDraft(state, station), 'undo')),
    redo: () => inTurn(() => takeBack(redoDraft(state, station), 'redo')),
    history: (type, id, register) => historyOf(state, type, id, register),
    members: (type, id) => classOf(state.tables[type], id)?.ids ?? [id],
    log: () => {
      log ??= editLog(state)
      return log
    },
    conflicts: () => {
      conflicts ??= conflictsOf(state, station)
      return conflicts
    },
    cellsWritten: (id) => cellsWritten(state, editOf(state, keyOf(id))),
    reversalOf: (id) => reversalOf(state, editOf(state, keyOf(id))),
    reverse: (id, way) => inTurn(() => takeBack(plannedFor(state, id, way), way)),
  }
}

/** Titles are made of names that may be long: a long one must not keep an edit from being saved. */
const LONGEST_TITLE = 200
const HALF_A_CHARACTER = /[\uD800-\uDBFF]$/

type Action = NewEdit | (Pick<NewEdit, 'why' | 'title'> & Pick<PlannedUndo, 'retracts'>)

const WAYS = {
  undo: { kind: 'undone', verb: '撤销', empty: 'edit.nothing-to-undo' },
  redo: { kind: 'redone', verb: '重做', empty: 'edit.nothing-to-redo' },
} as const

function plannedFor(state: EditState, id: EditId, way: Way): PlannedUndo | null {
  const target = editOf(state, keyOf(id))
  if (!isReversible(state, target)) return null
  return way === 'undo' ? planUndo(state, target) : planRedo(state, target)
}

function reversalOf(state: EditState, target: EditNode): Reversal | null {
  const way = target.live ? 'undo' : 'redo'
  const planned = plannedFor(state, target.id, way)
  if (planned === null) return null
  const { undone, kept, records, leftovers, pointing } = planned
  return { way, title: target.title, undone, kept, records, leftovers, joins: target.same.length, pointing }
}

function draftOf(parts: WorkspaceParts, action: Action): unknown {
  const { newId, now, author, state } = parts
  const title = action.title.slice(0, LONGEST_TITLE).replace(HALF_A_CHARACTER, '')
  return { commit: newId(), seen: clockOf(state), at: now().toISOString(), by: author(), ...action, title }
}

function entryOf(edit: EditNode | null): UndoEntry | null {
  return edit === null ? null : { edit: edit.id, title: edit.title, at: edit.at }
}
