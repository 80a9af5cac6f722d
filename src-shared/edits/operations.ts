import { type Fields, fieldsOf, type RecordType } from '../records/dictionary.ts'
import { type FieldValue, type SameOperation, VOID_FIELD, type WriteOperation } from './edit.ts'

/** New values of some fields; null empties one. A list field takes its changed elements by key. */
export type FieldChanges<T extends RecordType> = {
  readonly [K in keyof Fields<T>]?: ElementChanges<NonNullable<Fields<T>[K]>> | null | undefined
}

type ElementChanges<V> = V extends Record<string, infer E> ? { readonly [key: string]: E | null } : V

/** Values of 自定义列 by column id. */
export type CustomChanges = Readonly<Record<string, string | number | null>>

interface Origin {
  readonly custom?: CustomChanges
  /** 1-based row of the imported sheet. */
  readonly row?: number
}

/** Writes some fields of a record; fields left out stay as they are. */
export function setFields<T extends RecordType>(
  record: T,
  id: string,
  changes: FieldChanges<T>,
  origin: Origin = {},
): WriteOperation {
  const set = { ...registersOf(record, changes), ...customRegisters(origin.custom) }
  return { record, id, set, ...(origin.row === undefined ? {} : { row: origin.row }) }
}

/** A new record: only its non-empty fields are written. */
export function createRecord<T extends RecordType>(
  record: T,
  id: string,
  fields: FieldChanges<T>,
  origin: Origin = {},
): WriteOperation {
  const operation = setFields(record, id, fields, origin)
  const filled = Object.entries(operation.set).filter(([, value]) => value !== null && value !== '')
  return { ...operation, set: Object.fromEntries(filled) }
}

/** 作废 with its reason. */
export function voidRecord(record: RecordType, id: string, reason: string): WriteOperation {
  return { record, id, set: { [VOID_FIELD]: { reason } } }
}

/** Takes 作废 back by a new edit. */
export function restoreRecord(record: RecordType, id: string): WriteOperation {
  return { record, id, set: { [VOID_FIELD]: null } }
}

/** 合并: two ids are one record. */
export function mergeRecords(record: RecordType, a: string, b: string): SameOperation {
  return { record, same: [a, b] }
}

/** A text made fit for a list element's key: no slash, no control characters, at most 120 characters. */
export function elementKey(text: string): string {
  return text
    .replace(/[/\p{Cc}]/gu, ' ')
    .trim()
    .slice(0, 120)
}

function registersOf(record: RecordType, changes: object): Record<string, FieldValue> {
  const set: Record<string, FieldValue> = {}
  for (const [name, value] of Object.entries(changes) as [string, FieldValue | undefined][]) {
    if (value === undefined) continue
    if (fieldsOf(record).get(name)?.kind !== 'list' || typeof value !== 'object' || value === null) {
      set[name] = value
      continue
    }
    for (const [key, element] of Object.entries(value)) set[`${name}/${key}`] = withoutHoles(element)
  }
  return set
}

function withoutHoles(element: FieldValue): FieldValue {
  if (typeof element !== 'object' || element === null) return element
  return Object.fromEntries(Object.entries(element).filter(([, value]) => value !== undefined))
}

function customRegisters(custom: CustomChanges = {}): Record<string, FieldValue> {
  return Object.fromEntries(Object.entries(custom).map(([column, value]) => [`custom.${column}`, value]))
}
