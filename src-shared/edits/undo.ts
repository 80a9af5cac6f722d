import type { RecordType } from '../records/dictionary.ts'
import { classWith } from './classes.ts'
import { clockHolds } from './clock.ts'
import type { EditId } from './edit.ts'
import { type Reaches, reachesIn } from './fold.ts'
import { writtenBy } from './liveness.ts'
import { type Pointing, pointingAt } from './pointing.ts'
import type { EditNode, EditState, RecordNode } from './state.ts'
import { stacksOf } from './undo-stacks.ts'

/** A 撤销 or 重做 ready to be made an edit: what it retracts, and how many cells follow or stay. */
export interface PlannedUndo {
  readonly target: EditNode
  readonly retracts: readonly EditId[]
  /** Cells that change with it. */
  readonly undone: number
  /** Cells written again since by an edit that knew the old value: they keep what they have. */
  readonly kept: number
  /** Records that no other live edit writes: they go with an undo and come again with a redo. */
  readonly records: number
  /** Records the edit began that others wrote since: an undo leaves of them what was written since. */
  readonly leftovers: number
  /** Records that stay and point at firms that go with an undo. */
  readonly pointing: Pointing
}

/** The edit 撤销 would take back next: the newest live one of this station. */
export function nextUndo(state: EditState, station: string): EditNode | null {
  return stacksOf(state, station).undo.findLast((edit) => edit.live) ?? null
}

/** The edit 重做 would bring back next. */
export function nextRedo(state: EditState, station: string): EditNode | null {
  return stacksOf(state, station).redo.findLast((edit) => !edit.live) ?? null
}

export function undoDraft(state: EditState, station: string): PlannedUndo | null {
  const target = nextUndo(state, station)
  return target === null ? null : planUndo(state, target)
}

export function redoDraft(state: EditState, station: string): PlannedUndo | null {
  const target = nextRedo(state, station)
  return target === null ? null : planRedo(state, target)
}

/** Law 14: undo is an edit that retracts; any live edit may be taken back, however old. null: it is already. */
export function planUndo(state: EditState, target: EditNode): PlannedUndo | null {
  if (!target.live) return null
  const { alone, ...counts } = countCells(state, target)
  const firms = [...alone].flatMap((key) => (key.startsWith(FIRM) ? key.slice(FIRM.length) : []))
  const pointing = pointingAt(state, new Set(firms), (type, id) => alone.has(recordKey(type, id)))
  return { target, retracts: [target.id], ...counts, pointing }
}

/** Law 14: redo retracts every live retraction of the edit. null: it stands. */
export function planRedo(state: EditState, target: EditNode): PlannedUndo | null {
  if (target.live) return null
  const retracts = target.retractors.filter((edit) => edit.live).map((edit) => edit.id)
  const { alone: _alone, ...counts } = countCells(state, target)
  return { target, retracts, ...counts, pointing: {} }
}

type Counts = Pick<PlannedUndo, 'undone' | 'kept' | 'records' | 'leftovers'> & {
  /** Keys of the records that no other live edit writes. */
  readonly alone: ReadonlySet<string>
}

const recordKey = (type: RecordType, id: string): string => `${type} ${id}`
const FIRM = recordKey('enterprise', '')

function countCells(state: EditState, edit: EditNode): Counts {
  let undone = 0
  let kept = 0
  const alone = new Set<string>()
  let leftovers = 0
  for (const record of writtenBy(state, edit)) {
    const joined = classWith(state.tables[record.type], record.id, edit)
    const members = membersOf(state, record, joined?.ids)
    const reaches = joined === null ? SELF : reachesIn(joined)
    const set = record.groups.find((group) => group.edit === edit)?.set ?? {}
    for (const name of Object.keys(set)) {
      if (isWrittenSince({ record, members, reaches }, edit, name)) kept += 1
      else undone += 1
    }
    if (members.every((member) => member.groups.every((group) => group.edit === edit || !group.edit.live))) {
      alone.add(recordKey(record.type, joined?.id ?? record.id))
    } else if (record.born.edit === edit) leftovers += 1
  }
  return { undone, kept, records: alone.size, leftovers, alone }
}

const SELF: Reaches = (_, from, to) => from === to

function membersOf(state: EditState, record: RecordNode, ids: readonly string[] | undefined): RecordNode[] {
  return ids?.flatMap((id) => state.tables[record.type].byId.get(id) ?? []) ?? [record]
}

interface Written {
  readonly record: RecordNode
  /** The record and those 合并 made one with it. */
  readonly members: readonly RecordNode[]
  readonly reaches: Reaches
}

function isWrittenSince({ record, members, reaches }: Written, edit: EditNode, name: string): boolean {
  return members.some((member) =>
    member.groups.some(
      (group) =>
        group.edit !== edit &&
        group.edit.live &&
        Object.hasOwn(group.set, name) &&
        clockHolds(group.edit.seen, edit.id) &&
        reaches(group.edit, member.id, record.id),
    ),
  )
}
