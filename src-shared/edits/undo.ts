import { clockHolds } from './clock.ts'
import type { EditId } from './edit.ts'
import { writtenBy } from './liveness.ts'
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
}

/** The edit 撤销 would take back next: the newest live one of this station. */
export function nextUndo(state: EditState, station: string): EditNode | null {
  return stacksOf(state, station).undo.findLast((edit) => edit.live) ?? null
}

/** The edit 重做 would bring back next. */
export function nextRedo(state: EditState, station: string): EditNode | null {
  return stacksOf(state, station).redo.findLast((edit) => !edit.live) ?? null
}

/** Undo is an edit that retracts. */
export function undoDraft(state: EditState, station: string): PlannedUndo | null {
  const target = nextUndo(state, station)
  return target === null ? null : { target, retracts: [target.id], ...countCells(state, target) }
}

/** Redo retracts every live retraction of the edit. */
export function redoDraft(state: EditState, station: string): PlannedUndo | null {
  const target = nextRedo(state, station)
  if (target === null) return null
  const retracts = target.retractors.filter((edit) => edit.live).map((edit) => edit.id)
  return { target, retracts, ...countCells(state, target) }
}

function countCells(state: EditState, edit: EditNode): { readonly undone: number; readonly kept: number } {
  let undone = 0
  let kept = 0
  for (const record of writtenBy(state, edit)) {
    const set = record.groups.find((group) => group.edit === edit)?.set ?? {}
    for (const name of Object.keys(set)) {
      if (isWrittenSince(record, edit, name)) kept += 1
      else undone += 1
    }
  }
  return { undone, kept }
}

function isWrittenSince(record: RecordNode, edit: EditNode, name: string): boolean {
  return record.groups.some(
    (group) =>
      group.edit !== edit &&
      group.edit.live &&
      Object.hasOwn(group.set, name) &&
      clockHolds(group.edit.seen, edit.id),
  )
}
