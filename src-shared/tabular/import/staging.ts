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
  /** Letters of the column; empty when the value has no cell. */
  readonly column: string
}

/** A value to be written to a register, and where it was read. */
interface StagedWrite {
  readonly register: string
  value: FieldValue
  source: Source
}

interface StagedRecord {
  readonly type: RecordType
  readonly id: string
  readonly isNew: boolean
  readonly createdBy: Source | null
  /** One per register. A few dozen at most, so a list is quicker than a map, and there are many records. */
  readonly writes: StagedWrite[]
}

/** What an import comes to; rows by `sourceKey`. */
export interface Outcome {
  readonly operations: WriteOperation[]
  readonly changes: Map<number, PlannedChange[]>
  /** Rows that create a record of their sheet's primary type. */
  readonly isNew: Set<number>
}

type Fields = Readonly<Record<string, unknown>>
type Element = Readonly<Record<string, string | number | boolean>>

/** One number per sheet row: rows stay far below 2^32. */
export const sourceKey = (source: { readonly sheet: number; readonly row: number }) =>
  source.sheet * 4_294_967_296 + source.row

/**
 * Writes collected before anything is compared: several rows may speak of one record, so the last word per register
 * is found first and only then held against what is stored. That makes a second import of the same file change nothing.
 */
export class Staging {
  readonly #records: Records
  readonly #staged = new Map<string, StagedRecord>()
  #latest: StagedRecord | null = null

  constructor(records: Records) {
    this.#records = records
  }

  /** Announces a record the import creates, by the row that first speaks of it. */
  create(type: RecordType, id: string, source: Source): void {
    this.#staged.set(`${type} ${id}`, {
      type,
      id,
      isNew: true,
      createdBy: source,
      writes: [],
    })
  }

  /** Later writes win; elements of a list are merged, so that a row that knows less does not erase. */
  write(type: RecordType, id: string, register: string, value: FieldValue, source: Source): void {
    const { writes } = this.#of(type, id)
    const earlier = writes.find((write) => write.register === register)
    if (earlier === undefined) writes.push({ register, value, source })
    else {
      const merged = mergedElement(earlier.value, value)
      if (!sameValue(earlier.value, merged)) Object.assign(earlier, { value: merged, source })
    }
  }

  /** What the record holds with the writes so far; list fields are not merged in. */
  staged(type: RecordType, id: string, register: string): unknown {
    const found = this.#of(type, id).writes.find((write) => write.register === register)
    return found?.value ?? storedValue(this.#fields(type, id), register)
  }

  /**
   * The operations that remain after comparison, one per record and row, and the changes by row; of a row that creates a
   * `primary` record, whose values are all new, none.
   */
  finish(primary: (sheet: number) => RecordType | null): Outcome {
    const outcome: Outcome = { operations: [], changes: new Map(), isNew: new Set() }
    for (const { createdBy, type } of this.#staged.values()) {
      if (createdBy !== null && primary(createdBy.sheet) === type) outcome.isNew.add(sourceKey(createdBy))
    }
    for (const record of this.#staged.values()) {
      compareRecord(record, record.isNew ? {} : this.#fields(record.type, record.id), outcome)
    }
    return outcome
  }

  /** Writes come record by record, so the last one is usually the next one. */
  #of(type: RecordType, id: string): StagedRecord {
    const latest = this.#latest
    if (latest !== null && latest.id === id && latest.type === type) return latest
    const key = `${type} ${id}`
    const record = this.#staged.get(key) ?? { type, id, isNew: false, createdBy: null, writes: [] }
    this.#staged.set(key, record)
    this.#latest = record
    return record
  }

  #fields(type: RecordType, id: string): Fields {
    return (this.#records.get(type, id) as Fields | undefined) ?? {}
  }
}

function compareRecord(
  { type, id, writes }: StagedRecord,
  fields: Fields,
  { operations, changes, isNew }: Outcome,
): void {
  const sets = new Map<number, Record<string, FieldValue>>()
  for (const { register, value, source } of writes) {
    const before = storedValue(fields, register)
    const after = mergedElement(before, value)
    if (sameValue(before, after)) continue
    const key = sourceKey(source)
    let set = sets.get(key)
    if (set === undefined) {
      set = {}
      sets.set(key, set)
      operations.push({ record: type, id, set, row: source.row })
    }
    set[register] = after
    if (isNew.has(key)) continue
    const change = { record: type, id, field: register, before, after, cell: cellOf(source) }
    const ofRow = changes.get(key)
    if (ofRow === undefined) changes.set(key, [change])
    else ofRow.push(change)
  }
}

const cellOf = ({ column, row }: Source): string => (column === '' ? '' : column + String(row))

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
