import { CUSTOM_PREFIX, fieldsOf, RecordType } from '../records/dictionary.ts'
import { type FieldValue, type Operation, VOID_FIELD } from './edit.ts'
import type { Records, StoredRecord } from './read-model.ts'

/**
 * Every record as it reads now, as operations of one edit: for a journal that was lost. Of values in conflict the last
 * one by edit id is kept; the history and 合并 are gone with the journal.
 */
export function recoveredOps(records: Records): readonly Operation[] {
  return RecordType.options.flatMap((record) =>
    records.all(record).map((stored) => ({ record, id: stored.id, set: registersOf(stored) })),
  )
}

function registersOf(stored: StoredRecord): Record<string, FieldValue> {
  const set: Record<string, FieldValue> = {}
  for (const [name, value] of Object.entries(stored.fields)) {
    const isList = !name.startsWith(CUSTOM_PREFIX) && fieldsOf(stored.type).get(name)?.kind === 'list'
    if (!isList) set[name] = value as FieldValue
    else {
      for (const [key, element] of Object.entries(value as Record<string, FieldValue>)) {
        set[`${name}/${key}`] = element
      }
    }
  }
  for (const [name, writes] of Object.entries(stored.conflicts)) {
    const value = writes.findLast((write) => write.value !== null)?.value
    if (name !== VOID_FIELD && value !== undefined) set[name] = value
  }
  if (stored.voided !== null) set[VOID_FIELD] = { reason: stored.voided.reason }
  return set
}
