import { PROFILE_ID } from '../records/profile.ts'
import { type Act, actOf, undoOf } from './act.ts'
import { writtenBy } from './liveness.ts'
import type { EditNode, EditState } from './state.ts'

/** One edit as 操作记录 shows it. */
export interface LoggedEdit extends Act {
  /** Taken back by this 撤销; null while it stands. */
  readonly undoneBy: Act | null
  /**
   * 撤销这次 or 重做 may be asked for. Not of a 撤销 or 重做 itself, whose target has the way back; not of what came from
   * the working copy, which is all there is; and not of 首次设置, without which no screen opens.
   */
  readonly isReversible: boolean
}

/** Every edit ever taken up, the last taken up first. */
export function editLog(state: EditState): readonly LoggedEdit[] {
  return state.edits
    .map((edit) => ({ ...actOf(edit), undoneBy: undoOf(edit), isReversible: isReversible(state, edit) }))
    .reverse()
}

export function isReversible(state: EditState, edit: EditNode): boolean {
  const begun = state.tables.profile.byId.get(PROFILE_ID)?.born.edit
  return edit.retracts.length === 0 && edit.why.kind !== 'recovered' && edit !== begun
}

/** Writes of an edit never change. */
const counted = new WeakMap<EditNode, number>()

/** How many cells an edit wrote; for a 撤销 or 重做 those of the edits it took back or brought again. */
export function cellsWritten(state: EditState, edit: EditNode): number {
  const known = counted.get(edit)
  if (known !== undefined) return known
  let cells = 0
  for (const record of writtenBy(state, edit)) {
    cells += Object.keys(record.groups.find((group) => group.edit === edit)?.set ?? {}).length
  }
  for (const target of edit.retracts) cells += cellsWritten(state, target)
  counted.set(edit, cells)
  return cells
}
