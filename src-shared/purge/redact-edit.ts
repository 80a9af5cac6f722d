import type { Edit, FieldValue, Operation, WriteOperation } from '../edits/edit.ts'
import { MIGRATION, migrateEdit } from '../migration/migrations.ts'
import type { PurgeTarget } from './purge-target.ts'

/** An edit without the values a purge takes out; `removed` counts them, 0 leaves the edit as it is. */
export interface Redacted {
  readonly edit: Edit
  readonly removed: number
}

/**
 * Empties what an edit wrote to the registers of a purge. The write itself stays: who, when and that there was a value
 * is no personal data, and what others saw stays seen. `migration` is the number of the dictionary of its words.
 */
export function redactEdit(edit: Edit, target: PurgeTarget, migration: number): Redacted {
  let removed = 0
  const ops = edit.ops?.map((op): Operation => {
    if ('same' in op || op.record !== 'enterprise' || !target.ids.includes(op.id)) return op
    const set: Record<string, FieldValue> = {}
    for (const [register, value] of Object.entries(op.set)) {
      const goes = value !== null && isMeant({ edit, op, register }, target, migration)
      set[register] = goes ? null : value
      if (goes) removed += 1
    }
    return { ...op, set }
  })
  return removed === 0 || ops === undefined ? { edit, removed: 0 } : { edit: { ...edit, ops }, removed }
}

interface WrittenRegister {
  readonly edit: Edit
  readonly op: WriteOperation
  readonly register: string
}

/** An older dictionary may have had another name for the register: what counts is what it reads as today. */
function isMeant(
  { edit, op, register }: WrittenRegister,
  { registers }: PurgeTarget,
  migration: number,
): boolean {
  if (migration === MIGRATION) return registers.includes(register)
  const alone = { ...op, set: { [register]: op.set[register] ?? null } }
  return (migrateEdit({ ...edit, ops: [alone] }, migration).ops ?? []).some(
    (today) => 'set' in today && Object.keys(today.set).some((name) => registers.includes(name)),
  )
}
