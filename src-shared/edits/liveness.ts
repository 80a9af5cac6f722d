import { classOf } from './classes.ts'
import { foldNext } from './fold.ts'
import type { EditNode, EditState, RecordNode, WriteGroup } from './state.ts'

/** What one edit (and those that waited for it) did. */
export interface Touched {
  /** The edits taken up, in order. */
  readonly edits: EditNode[]
  /** Records with a new write: their pages are rewritten. */
  readonly written: Set<RecordNode>
  /** Records that may read differently now. */
  readonly changed: Set<RecordNode>
}

/** Law 1: an edit is live unless a live edit retracts it; a change runs on to what the edit itself retracts. */
export function changeLiveness(state: EditState, edit: EditNode, touched: Touched): void {
  const pending = [edit]
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const live = !next.retractors.some((retractor) => retractor.live)
    if (live === next.live) continue
    next.live = live
    for (const record of writtenBy(state, next)) touchRecord(state, record, touched)
    if (next.same.length > 0) linksChanged(state, touched)
    pending.push(...next.retracts)
  }
}

/** The records an edit wrote. */
export function* writtenBy(state: EditState, edit: EditNode): Generator<RecordNode> {
  for (const run of edit.runs) {
    const { nodes } = state.tables[run.type]
    for (let ordinal = run.from; ordinal <= run.to; ordinal += 1) {
      const record = nodes[ordinal]
      if (record !== undefined) yield record
    }
  }
}

/** Adds a write to a known record; two operations of one edit on one record are one write, the later value wins. */
export function noteWrite(state: EditState, record: RecordNode, group: WriteGroup, touched: Touched): void {
  const last = record.groups.at(-1)
  if (last?.edit === group.edit) {
    const { edit, index } = last
    const row = last.row ?? group.row
    const set = { ...last.set, ...group.set }
    const merged = { edit, index, set, ...(row === undefined ? {} : { row }) }
    record.groups[record.groups.length - 1] = merged
    if (record.born === last) record.born = merged
    touchRecord(state, record, touched)
  } else {
    const next = foldNext(record, group)
    pushGroup(record, group)
    touchRecord(state, record, touched)
    if (next !== null) record.folded = next
  }
  touched.written.add(record)
}

/** Appends a write of a further edit. */
export function pushGroup(record: RecordNode, group: WriteGroup): void {
  record.newest ??= new Map(record.groups.map((known) => [known.edit.id.station, known.edit]))
  record.newest.set(group.edit.id.station, group.edit)
  record.groups.push(group)
}

/** The record may read differently: drops what was folded of it. */
export function touchRecord(state: EditState, record: RecordNode, touched: Touched): void {
  const table = state.tables[record.type]
  record.folded = undefined
  const sameClass = classOf(table, record.id)
  if (sameClass !== null) sameClass.folded = undefined
  table.stored = undefined
  table.live = undefined
  touched.changed.add(record)
}

/** 合并 or its undo moves references too, so everything is folded anew; rare, and linear in the records. */
export function linksChanged(state: EditState, touched: Touched): void {
  for (const table of Object.values(state.tables)) {
    table.classes = undefined
    table.rows = new WeakMap()
    for (const record of table.nodes) touchRecord(state, record, touched)
  }
}
