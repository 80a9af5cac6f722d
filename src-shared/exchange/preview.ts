import { applyEdits } from '../edits/apply-edit.ts'
import { copyState } from '../edits/copy-state.ts'
import type { Edit } from '../edits/edit.ts'
import type { Touched } from '../edits/liveness.ts'
import type { Records, StoredRecord } from '../edits/read-model.ts'
import { recordName } from '../edits/record-words.ts'
import { foldedOf, recordsOf } from '../edits/records-view.ts'
import type { EditState } from '../edits/state.ts'
import { RecordType } from '../records/dictionary.ts'
import { type ConflictPlace, conflictKey, conflictPlaces } from '../review/conflict.ts'
import { duplicateKey, duplicatesOf } from '../review/duplicate.ts'

/** `removed`: a creation was taken back. */
export const RECORD_CHANGES = ['added', 'changed', 'voided', 'removed'] as const
export type RecordChange = (typeof RECORD_CHANGES)[number]

export interface ChangedRecords {
  readonly type: RecordType
  readonly change: RecordChange
  readonly count: number
  /** The first of them by name. */
  readonly names: readonly string[]
}

/** What taking up edits of another PC would do. */
export interface BatchPreview {
  readonly edits: number
  /** Whose they are, most edits first. */
  readonly by: readonly { readonly name: string; readonly edits: number }[]
  /** ISO 8601 UTC of the first and the last by the clocks of their PCs; null without edits. */
  readonly from: string | null
  readonly to: string | null
  readonly records: readonly ChangedRecords[]
  /** Cells on which the PCs would not agree. */
  readonly conflicts: number
  /** Pairs that may be one (疑似重复). */
  readonly duplicates: number
  /** Edits that would still wait for others. */
  readonly waiting: number
}

const NAMES_SHOWN = 3

/** Tried on a copy: the state stays as it is. */
export function previewBatch(state: EditState, edits: readonly Edit[]): BatchPreview {
  const copy = copyState(state)
  const touched = applyEdits(copy, edits)
  const [before, after] = [recordsOf(state), recordsOf(copy)]
  const times = edits.map(({ at }) => at).toSorted()
  return {
    edits: edits.length,
    by: authorsOf(edits),
    from: times[0] ?? null,
    to: times.at(-1) ?? null,
    records: changesOf(state, copy, touched, after),
    conflicts: newIn(conflictPlaces(before), conflictPlaces(after), conflictKey),
    duplicates: newIn(duplicatesOf(before), duplicatesOf(after), duplicateKey),
    waiting: edits.length - touched.edits.length,
  }
}

function authorsOf(edits: readonly Edit[]): BatchPreview['by'] {
  const counts = new Map<string, number>()
  for (const { by } of edits) counts.set(by, (counts.get(by) ?? 0) + 1)
  return [...counts].map(([name, count]) => ({ name, edits: count })).toSorted((a, b) => b.edits - a.edits)
}

function changesOf(
  state: EditState,
  copy: EditState,
  touched: Touched,
  records: Records,
): readonly ChangedRecords[] {
  const found = new Map<string, { type: RecordType; change: RecordChange; ids: Set<string> }>()
  for (const { type, id } of touched.changed) {
    const change = changeOf(foldedOf(state.tables[type], id), foldedOf(copy.tables[type], id))
    if (change === null) continue
    const key = `${type} ${change}`
    const group = found.get(key) ?? { type, change, ids: new Set() }
    group.ids.add(change === 'removed' ? id : records.resolve(type, id))
    found.set(key, group)
  }
  return RecordType.options.flatMap((type) =>
    RECORD_CHANGES.flatMap((change) => {
      const group = found.get(`${type} ${change}`)
      if (group === undefined) return []
      const source = change === 'removed' ? recordsOf(state) : records
      const names = [...group.ids].slice(0, NAMES_SHOWN).map((id) => recordName(source, type, id))
      return [{ type, change, count: group.ids.size, names }]
    }),
  )
}

function changeOf(before: StoredRecord | null, after: StoredRecord | null): RecordChange | null {
  if (after === null) return before === null ? null : 'removed'
  if (before === null) return after.voided === null ? 'added' : 'voided'
  if (after.voided !== null && before.voided === null) return 'voided'
  return JSON.stringify(before) === JSON.stringify(after) ? null : 'changed'
}

function newIn<T>(before: readonly T[], after: readonly T[], keyOf: (one: T) => string): number {
  const known = new Set(before.map(keyOf))
  return after.filter((one) => !known.has(keyOf(one))).length
}

/** Cells in conflict that were not before, as one line after a merge counts them. */
export function newConflicts(before: readonly ConflictPlace[], records: Records): number {
  return newIn(before, conflictPlaces(records), conflictKey)
}
