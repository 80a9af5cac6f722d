import type { FieldValue, WriteOperation } from '../edits/edit.ts'
import { type Conflict, type ConflictChoice, type ConflictPlace, isVoidConflict } from './conflict.ts'

/** The choice as an operation: made by who has seen all values, it settles the cell (RULES.md laws 4 and 15). */
export function settleOperation({ type, id, register }: ConflictPlace, value: FieldValue): WriteOperation {
  return { record: type, id, set: { [register]: value } }
}

/** 全部取本机; 全部取较新: by the clocks of the PCs, which is why it is the clerk who asks for it. */
export type BulkRule = 'own' | 'newer'

/** What a rule for many at once would do. */
export interface BulkPlan {
  readonly rule: BulkRule
  readonly ops: readonly WriteOperation[]
  /** Cells that get a value. */
  readonly settled: number
  /** 作废 against changes: these are looked at one by one. */
  readonly voids: number
  /** Cells the rule says nothing about: this PC wrote none of the values, or two are of the same time. */
  readonly undecided: number
}

export function bulkPlan(conflicts: readonly Conflict[], rule: BulkRule, station: string): BulkPlan {
  const values = conflicts.filter((conflict) => !isVoidConflict(conflict))
  const ops = values.flatMap((conflict) => {
    const choice = rule === 'own' ? ownOf(conflict, station) : newestOf(conflict)
    return choice === null ? [] : [settleOperation(conflict, choice.value)]
  })
  return {
    rule,
    ops: joined(ops),
    settled: ops.length,
    voids: conflicts.length - values.length,
    undecided: values.length - ops.length,
  }
}

function ownOf({ choices }: Conflict, station: string): ConflictChoice | null {
  const own = choices.filter(({ acts }) => acts.some(({ edit }) => edit.station === station))
  const [only] = own
  return own.length === 1 && only !== undefined ? only : null
}

function newestOf({ choices }: Conflict): ConflictChoice | null {
  const times = choices.map(({ acts }) => Math.max(...acts.map(({ at }) => Date.parse(at))))
  const newest = Math.max(...times)
  const found = choices.filter((_, place) => times[place] === newest)
  const [only] = found
  return found.length === 1 && only !== undefined ? only : null
}

/** Cells of one record are one operation. */
function joined(ops: readonly WriteOperation[]): readonly WriteOperation[] {
  const byRecord = new Map<string, WriteOperation>()
  for (const op of ops) {
    const key = `${op.record} ${op.id}`
    const before = byRecord.get(key)
    byRecord.set(key, before === undefined ? op : { ...before, set: { ...before.set, ...op.set } })
  }
  return [...byRecord.values()]
}
