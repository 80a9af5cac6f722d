import type { Edit, WriteOperation } from '../edits/edit.ts'

/** One change of the data dictionary. Steps run on read: journals and bundles are never rewritten. */
export interface MigrationStep {
  /** What changed and why, for programmers. */
  readonly what: string
  /** The operation in the words of the dictionary after this step. */
  readonly operation: (op: WriteOperation) => WriteOperation
}

/** Append only: a released step is never changed, moved or removed. */
const STEPS: readonly MigrationStep[] = []

/** The number new journals, working copies and bundles carry; grows by one with every step. */
export const MIGRATION = 1 + STEPS.length

/** An edit written under the number `from`, in today's words. */
export function migrateEdit(edit: Edit, from: number): Edit {
  const steps = STEPS.slice(from - 1)
  if (steps.length === 0 || edit.ops === undefined) return edit
  const ops = edit.ops.map((op) =>
    'same' in op ? op : steps.reduce<WriteOperation>((old, step) => step.operation(old), op),
  )
  return { ...edit, ops }
}
