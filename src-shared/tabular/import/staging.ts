import type { FieldValue, WriteOperation } from '../../edits/edit.ts'
import type { Records } from '../../edits/read-model.ts'
import type { RecordType } from '../../records/dictionary.ts'

/** One register that the import writes; `before` null: it was empty. */
export interface PlannedChange {
  readonly record: RecordType
  readonly id: string
  readonly field: string
  readonly before: FieldValue
  readonly after: FieldValue
  /** A1 address of the source cell; empty when the value comes from the title or from the user's choice. */
  readonly cell: string
}

/** Which sheet row a write comes from. */
export interface Source {
  /** Position of the sheet among those planned. */
  readonly sheet: number
  readonly row: number
  readonly cell: string
}

interface StagedRecord {
  readonly type: RecordType
  readonly id: string
  readonly isNew: boolean
  readonly createdBy: string | null
  readonly registers: Map<string, { value: FieldValue; source: Source }>
}

type Fields = Readonly<Record<string, unknown>>
type Element = Readonly<Record<string, string | number | boolean>>

export const sourceKey = (source: { readonly sheet: number; readonly row: number }) =>
  `${source.sheet}:${source.row}`

/**
 * Writes collected before anything is compared: several rows may speak of one record, so the last word per register
 * is found first and only then held against what is stored. That makes a second import of the same file change nothing.
 */
export class Staging {
  readonly #records: Records
  readonly #staged = new Map<string, StagedRecord>()

  constructor(records: Records) {
    this.#records = records
  }

  /** Announces a record the import creates, by the row that first speaks of it. */
  create(type: RecordType, id: string, source: Source): void {
    this.#staged.set(`${type} ${id}`, {
      type,
      id,
      isNew: true,
      createdBy: sourceKey(source),
      registers: new Map(),
    })
  }

  /** Later writes win; elements of a list are merged, so that a row that knows less does not erase. */
  write(type: RecordType, id: string, register: string, value: FieldValue, source: Source): void {
    const record = this.#of(type, id)
    const earlier = record.registers.get(register)
    const merged = earlier === undefined ? value : mergedElement(earlier.value, value)
    if (earlier === undefined || !sameValue(earlier.value, merged))
      record.registers.set(register, { value: merged, source })
  }

  /** What the record holds with the writes so far; list fields are not merged in. */
  staged(type: RecordType, id: string, register: string): unknown {
    return this.#of(type, id).registers.get(register)?.value ?? storedValue(this.#fields(type, id), register)
  }

  /** The operations that remain after comparison, one per record and row, and the changes by row. */
  finish(): {
    operations: WriteOperation[]
    changes: Map<string, PlannedChange[]>
    created: Map<string, Set<RecordType>>
  } {
    const operations: WriteOperation[] = []
    const changes = new Map<string, PlannedChange[]>()
    const created = new Map<string, Set<RecordType>>()
    for (const record of this.#staged.values()) {
      if (record.createdBy !== null)
        created.set(record.createdBy, (created.get(record.createdBy) ?? new Set()).add(record.type))
      const bySource = new Map<string, { row: number; set: Record<string, FieldValue> }>()
      for (const [register, { value, source }] of record.registers) {
        const before = storedValue(record.isNew ? {} : this.#fields(record.type, record.id), register)
        const after = mergedElement(before, value)
        if (sameValue(before, after)) continue
        const key = sourceKey(source)
        const operation = bySource.get(key) ?? { row: source.row, set: {} }
        operation.set[register] = after
        bySource.set(key, operation)
        const change = {
          record: record.type,
          id: record.id,
          field: register,
          before,
          after,
          cell: source.cell,
        }
        changes.set(key, [...(changes.get(key) ?? []), change])
      }
      for (const { row, set } of bySource.values())
        operations.push({ record: record.type, id: record.id, set, row })
    }
    return { operations, changes, created }
  }

  #of(type: RecordType, id: string): StagedRecord {
    const key = `${type} ${id}`
    const known = this.#staged.get(key)
    if (known !== undefined) return known
    const record = { type, id, isNew: false, createdBy: null, registers: new Map() }
    this.#staged.set(key, record)
    return record
  }

  #fields(type: RecordType, id: string): Fields {
    return (this.#records.get(type, id) as Fields | undefined) ?? {}
  }
}

/** A stored register: a field, or one element of a list field (`owners/<key>`). */
function storedValue(fields: Fields, register: string): FieldValue {
  const slash = register.indexOf('/')
  if (slash < 0) return (fields[register] as FieldValue | undefined) ?? null
  const list = fields[register.slice(0, slash)] as Fields | undefined
  const key = register.slice(slash + 1)
  return list !== undefined && Object.hasOwn(list, key) ? (list[key] as FieldValue) : null
}

const isElement = (value: FieldValue): value is Element => typeof value === 'object' && value !== null

function mergedElement(before: FieldValue, after: FieldValue): FieldValue {
  return isElement(before) && isElement(after) ? { ...before, ...after } : after
}

function sameValue(a: FieldValue, b: FieldValue): boolean {
  if (!isElement(a) || !isElement(b)) return a === b
  const keys = Object.keys(a)
  return keys.length === Object.keys(b).length && keys.every((key) => a[key] === b[key])
}
