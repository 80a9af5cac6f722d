import type { EditId, Why } from './edit.ts'
import type { EditNode } from './state.ts'

/** Who did something, when, on which PC and how. */
export interface Act {
  readonly edit: EditId
  /** ISO 8601 UTC, by the clock of the PC: shown, never compared. */
  readonly at: string
  readonly by: string
  readonly why: Why
  /** The whole action in words. */
  readonly title: string
}

export function actOf({ id, at, by, why, title }: EditNode): Act {
  return { edit: id, at, by, why, title }
}

/** The live 撤销 that took an edit back, the newest here; null while the edit is live. */
export function undoOf(edit: EditNode): Act | null {
  const undo = edit.live ? undefined : edit.retractors.findLast((one) => one.live)
  return undo === undefined ? null : actOf(undo)
}
