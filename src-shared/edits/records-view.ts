import { fieldsOf, RecordType, type Row } from '../records/dictionary.ts'
import { classOf, resolveId } from './classes.ts'
import { foldClass, foldRecord } from './fold.ts'
import type { Records, StoredRecord } from './read-model.ts'
import { resolveReferences } from './references.ts'
import { compareBirth, type EditState, type ReadRecord, type RecordNode, type RecordTable } from './state.ts'

/**
 * The read side of a state. Arrays are cached per type until an edit touches the type. A view is current until the
 * next edit; take a new one then, so that it may be compared by identity.
 */
export function recordsOf(state: EditState): Records {
  return {
    of: <T extends RecordType>(type: T) => liveRows(state, state.tables[type]) as readonly Row<T>[],
    get: <T extends RecordType>(type: T, id: string) => {
      const read = readOf(state, state.tables[type], id)
      return read === null || read.stored.voided !== null ? undefined : (read.row as Row<T>)
    },
    all: (type) => storedRecords(state, state.tables[type]),
    resolve: (type, id) => resolveId(state.tables[type], id),
  }
}

/** Records that have at least one conflict, 作废 ones left out. */
export function conflictedRecords(records: Records): readonly StoredRecord[] {
  return RecordType.options.flatMap((type) =>
    records.all(type).filter((record) => record.voided === null && Object.keys(record.conflicts).length > 0),
  )
}

function liveRows(state: EditState, table: RecordTable): readonly object[] {
  table.live ??= reads(state, table)
    .filter((read) => read.stored.voided === null)
    .map((read) => read.row)
  return table.live
}

function storedRecords(state: EditState, table: RecordTable): readonly StoredRecord[] {
  table.stored ??= reads(state, table).map((read) => read.stored)
  return table.stored
}

function reads(state: EditState, table: RecordTable): readonly ReadRecord[] {
  const found: ReadRecord[] = []
  const seen = new Set<object>()
  for (const node of inCreationOrder(table)) {
    const joined = classOf(table, node.id)
    if (joined !== null) {
      if (seen.has(joined)) continue
      seen.add(joined)
    }
    const read = readOf(state, table, node.id)
    if (read !== null) found.push(read)
  }
  return found
}

function inCreationOrder(table: RecordTable): readonly RecordNode[] {
  table.ordered ??= table.nodes.toSorted((a, b) => compareBirth(a.born, b.born))
  return table.ordered
}

function readOf(state: EditState, table: RecordTable, id: string): ReadRecord | null {
  const folded = foldedOf(table, id)
  if (folded === null) return null
  const known = table.rows.get(folded)
  if (known !== undefined) return known
  const stored = withReferences(state, table, folded)
  const made = { stored, row: { ...stored.fields, id: stored.id } }
  table.rows.set(folded, made)
  return made
}

/** Nothing to resolve as long as no firm was ever joined with another. */
function withReferences(state: EditState, table: RecordTable, folded: StoredRecord): StoredRecord {
  if (state.tables.enterprise.links.size === 0) return folded
  return resolveReferences(folded, fieldsOf(table.type), (type, ref) => resolveId(state.tables[type], ref))
}

/** A record (or the class it belongs to) folded, references as written. */
export function foldedOf(table: RecordTable, id: string): StoredRecord | null {
  const joined = classOf(table, id)
  if (joined !== null) {
    if (joined.folded === undefined) joined.folded = foldClass(table, joined)
    return joined.folded
  }
  const node = table.byId.get(id)
  if (node === undefined) return null
  if (node.folded === undefined) node.folded = foldRecord(node)
  return node.folded
}
