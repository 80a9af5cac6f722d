import { z } from 'zod'
import { type FieldValue, VOID_FIELD } from '../edits/edit.ts'
import type { Records, StoredRecord } from '../edits/read-model.ts'
import { recordName } from '../edits/record-words.ts'
import { sameValue } from '../edits/same-value.ts'
import { RecordType } from '../records/dictionary.ts'

/** How many records are named; the others are counted. */
export const NAMED = 20

const Group = z.strictObject({ count: z.int().nonnegative(), names: z.array(z.string()).max(NAMED) })

/** One kind of record in a backup against what is there now. */
export const TypeDifference = z.strictObject({
  type: RecordType,
  /** Records in the backup, 作废 ones too. */
  inBackup: z.int().nonnegative(),
  inPresent: z.int().nonnegative(),
  onlyBackup: Group,
  onlyPresent: Group,
  changed: Group,
})
export type TypeDifference = z.infer<typeof TypeDifference>

/** What restoring would bring, take away and change, by kind of record; kinds with no record on either side are left out. */
export function contentsDifference(backup: Records, present: Records): readonly TypeDifference[] {
  return RecordType.options
    .map((type) => typeDifference(type, backup, present))
    .filter((difference) => difference.inBackup + difference.inPresent > 0)
}

function typeDifference(type: RecordType, backup: Records, present: Records): TypeDifference {
  const [old, now] = [backup.all(type), present.all(type)]
  const [oldById, nowById] = [byId(old), byId(now)]
  const group = (records: readonly StoredRecord[], from: Records) => ({
    count: records.length,
    names: records.slice(0, NAMED).map((record) => recordName(from, type, record.id)),
  })
  const changed = old.filter((record) => {
    const other = nowById.get(record.id)
    return other !== undefined && !sameRecord(record, other)
  })
  return {
    type,
    inBackup: old.length,
    inPresent: now.length,
    onlyBackup: group(
      old.filter((record) => !nowById.has(record.id)),
      backup,
    ),
    onlyPresent: group(
      now.filter((record) => !oldById.has(record.id)),
      present,
    ),
    changed: group(changed, present),
  }
}

const byId = (records: readonly StoredRecord[]): ReadonlyMap<string, StoredRecord> =>
  new Map(records.map((record) => [record.id, record]))

function sameRecord(a: StoredRecord, b: StoredRecord): boolean {
  if (a.voided?.reason !== b.voided?.reason || (a.voided === null) !== (b.voided === null)) return false
  const names = new Set([...Object.keys(a.fields), ...Object.keys(b.fields)])
  names.delete(VOID_FIELD)
  return [...names].every((name) => sameField(a.fields[name], b.fields[name]))
}

/** A field, or a list field by element. */
function sameField(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  const [left, right] = [Object.entries(a), b as Readonly<Record<string, FieldValue>>]
  if (left.length !== Object.keys(b).length) return false
  return left.every(([key, value]) => key in right && sameValue(value as FieldValue, right[key] ?? null))
}
