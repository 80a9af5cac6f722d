import type { RecordType, Row } from '../records/dictionary.ts'
import type { EditId, FieldValue } from './edit.ts'

/** One live write to a register. */
export interface Write {
  readonly edit: EditId
  readonly value: FieldValue
}

/**
 * A record folded from the live edits. `fields` holds one value per field; list fields are objects by element key.
 * A register with two or more different values is left out of `fields` and listed in `conflicts`: it counts as
 * missing in every indicator and blocks 报送.
 */
export interface StoredRecord {
  readonly type: RecordType
  readonly id: string
  readonly voided: { readonly reason: string } | null
  readonly fields: Readonly<Record<string, unknown>>
  readonly conflicts: Readonly<Record<string, readonly Write[]>>
}

/** The read side: everything screens, indicators and sheets may ask. Voided records are only in `all`. */
export interface Records {
  /** Live (not 作废) records of a type, in creation order. */
  of<T extends RecordType>(type: T): readonly Row<T>[]
  /** One live record, resolved through 合并; undefined when unknown or 作废. */
  get<T extends RecordType>(type: T, id: string): Row<T> | undefined
  /** Every record of a type, 作废 included. */
  all(type: RecordType): readonly StoredRecord[]
  /** The id that stands for a record after 合并. */
  resolve(type: RecordType, id: string): string
}
