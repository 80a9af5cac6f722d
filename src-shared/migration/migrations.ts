import type { Edit } from '../edits/edit.ts'

/** Registers of one record as an edit writes them: `name`, or `list/element`; null empties. */
type Registers = Readonly<Record<string, unknown>>

/**
 * One change of the data dictionary, of one field. Steps run on read: journals, backups and bundles are never rewritten.
 * A step knows nothing of today's dictionary, which may have moved on when it runs. A field added after a release gets
 * a step too, which changes nothing: older programs then refuse it with a sentence instead of calling it damaged.
 */
export interface MigrationStep {
  /** What changed and why, for programmers. */
  readonly what: string
  readonly record: string
  /** The field as it was called before; of a list, each of its elements. */
  readonly field: string
  /** The registers one written value becomes; `element` is its key in a list. Total: null and any old value included. */
  readonly becomes: (value: unknown, element: string | null) => Registers
}

/** Append only: a released step is never changed, moved or removed. */
export const STEPS: readonly MigrationStep[] = []

/** The number new journals, working copies and bundles carry; grows by one with every step. */
export const MIGRATION = 1 + STEPS.length

/** An edit written under the number `from`, in the words after the last of `steps`. */
export function migrateEdit(edit: Edit, from: number, steps = STEPS): Edit {
  if (steps.length < from || edit.ops === undefined) return edit
  const ops = edit.ops.map((op) =>
    'same' in op ? op : { ...op, set: migrateRegisters(op.record, op.set, from, steps) as typeof op.set },
  )
  return { ...edit, ops }
}

/** A whole record of a bundle: its fields, lists as an object of elements. */
export function migrateFields(record: string, fields: Registers, from: number, steps = STEPS): Registers {
  const lists = new Set(steps.slice(from - 1).map(({ field }) => field))
  const registers = Object.entries(fields).flatMap(([name, value]) =>
    lists.has(name) && isList(value)
      ? Object.entries(value).map(([element, one]) => [`${name}/${element}`, one] as const)
      : [[name, value] as const],
  )
  return nested(migrateRegisters(record, Object.fromEntries(registers), from, steps))
}

function migrateRegisters(
  record: string,
  registers: Registers,
  from: number,
  steps: readonly MigrationStep[],
): Registers {
  return steps
    .slice(from - 1)
    .filter((step) => step.record === record)
    .reduce(applyStep, registers)
}

function applyStep(registers: Registers, { field, becomes }: MigrationStep): Registers {
  return Object.fromEntries(
    Object.entries(registers).flatMap(([register, value]) => {
      if (register === field) return Object.entries(becomes(value, null))
      return register.startsWith(`${field}/`)
        ? Object.entries(becomes(value, register.slice(field.length + 1)))
        : [[register, value]]
    }),
  )
}

function isList(value: unknown): value is Registers {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Elements back under the name of their list; what a step emptied is left out, as in every record. */
function nested(registers: Registers): Registers {
  const fields: Record<string, unknown> = {}
  for (const [register, value] of Object.entries(registers)) {
    const slash = register.indexOf('/')
    if (value === null) continue
    if (slash < 0) fields[register] = value
    else {
      const list = register.slice(0, slash)
      const others = isList(fields[list]) ? fields[list] : {}
      fields[list] = { ...others, [register.slice(slash + 1)]: value }
    }
  }
  return fields
}
