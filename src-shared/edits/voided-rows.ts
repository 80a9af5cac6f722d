import type { RecordType, Row } from '../records/dictionary.ts'
import type { Records } from './read-model.ts'

/** A record taken out by 作废 as it stood, and why. */
export interface VoidedRow<T extends RecordType> {
  readonly row: Row<T>
  readonly reason: string
}

/** 作废 records of a type in creation order: counted nowhere, to look at and to restore. */
export function voidedRowsOf<T extends RecordType>(records: Records, type: T): readonly VoidedRow<T>[] {
  return records.all(type).flatMap(({ id, fields, voided }) =>
    // checked against the dictionary when it was written
    voided === null ? [] : [{ row: { ...fields, id } as Row<T>, reason: voided.reason }],
  )
}
