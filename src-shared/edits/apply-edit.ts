import type { RecordType } from '../records/dictionary.ts'
import { firstMissing, heightOf } from './clock.ts'
import type { Edit, SameOperation, WriteOperation } from './edit.ts'
import { changeLiveness, linksChanged, noteWrite, type Touched, touchRecord } from './liveness.ts'
import {
  compareBirth,
  type EditNode,
  type EditState,
  keyOf,
  type OrdinalRun,
  type RecordNode,
  type SameLink,
  type WriteGroup,
} from './state.ts'
import { stackEdit } from './undo-stacks.ts'

/**
 * Takes up one edit, and those that waited for it. Idempotent; any order of the same edits gives the same state
 * (RULES.md). The cost depends on the edit and the records it writes, not on the history.
 */
export function applyEdit(state: EditState, edit: Edit): Touched {
  const touched: Touched = { edits: [], written: new Set(), changed: new Set() }
  const ready = [edit]
  for (let next = ready.pop(); next !== undefined; next = ready.pop()) {
    if (isKnown(state, next)) continue
    const missing = missingFor(state, next)
    if (missing === null) {
      touched.edits.push(take(state, next, touched))
      ready.push(...wake(state, keyOf(next.id)))
    } else wait(state, missing, next)
  }
  return touched
}

/** Takes up several edits as one step. */
export function applyEdits(state: EditState, edits: Iterable<Edit>): Touched {
  const all: Touched = { edits: [], written: new Set(), changed: new Set() }
  for (const edit of edits) {
    const { edits: taken, written, changed } = applyEdit(state, edit)
    all.edits.push(...taken)
    for (const node of written) all.written.add(node)
    for (const node of changed) all.changed.add(node)
  }
  return all
}

function isKnown(state: EditState, edit: Edit): boolean {
  return (state.clock.get(edit.id.station) ?? 0) >= edit.id.n
}

function missingFor(state: EditState, edit: Edit): string | null {
  const own = (state.clock.get(edit.id.station) ?? 0) + 1
  if (own < edit.id.n) return keyOf({ station: edit.id.station, n: own })
  const missing = firstMissing(state.clock, edit.seen)
  return missing === null ? null : keyOf(missing)
}

function wait(state: EditState, key: string, edit: Edit): void {
  const queue = state.waiting.get(key) ?? []
  if (queue.some((other) => keyOf(other.id) === keyOf(edit.id))) return
  state.waiting.set(key, [...queue, edit])
}

function wake(state: EditState, key: string): readonly Edit[] {
  const queue = state.waiting.get(key) ?? []
  state.waiting.delete(key)
  return queue
}

function take(state: EditState, edit: Edit, touched: Touched): EditNode {
  const node = addEdit(state, nodeOf(state, edit))
  for (const [index, operation] of (edit.ops ?? []).entries()) {
    if ('set' in operation) write(state, { node, index, operation }, touched)
  }
  for (const link of node.same) addLink(state, node, link)
  if (node.same.length > 0) linksChanged(state, touched)
  for (const target of node.retracts) {
    target.retractors.push(node)
    changeLiveness(state, target, touched)
  }
  return node
}

function nodeOf(state: EditState, edit: Edit): EditNode {
  const { id, seen, commit, at, by, why, title } = edit
  const retracts = (edit.retracts ?? []).map((target) => editOf(state, keyOf(target)))
  const same = (edit.ops ?? [])
    .filter(isSame)
    .map((op) => ({ type: op.record, a: op.same[0], b: op.same[1] }))
  const seq = state.edits.length + 1
  const runs: OrdinalRun[] = []
  const retractors: EditNode[] = []
  const height = heightOf(seen)
  return { id, seq, seen, height, commit, at, by, why, title, retracts, same, runs, retractors, live: true }
}

/** Registers an edit without its writes: the first half of taking it up, all of it when pages are read back. */
export function addEdit(state: EditState, node: EditNode): EditNode {
  state.edits.push(node)
  state.byId.set(keyOf(node.id), node)
  state.clock.set(node.id.station, node.id.n)
  stackEdit(state, node)
  return node
}

export function addLink(state: EditState, edit: EditNode, link: SameLink): void {
  const { links } = state.tables[link.type]
  for (const id of new Set([link.a, link.b])) links.set(id, [...(links.get(id) ?? []), { ...link, edit }])
}

/** An applied edit by its key; asking for one that is not here is a bug (drafts and journals are checked). */
export function editOf(state: EditState, key: string): EditNode {
  const node = state.byId.get(key)
  if (node === undefined) throw new Error(`edit ${key} is not here`)
  return node
}

function isSame(op: WriteOperation | SameOperation): op is SameOperation {
  return 'same' in op
}

interface Written {
  readonly node: EditNode
  readonly index: number
  readonly operation: WriteOperation
}

function write(state: EditState, { node, index, operation }: Written, touched: Touched): void {
  const { set, row } = operation
  const group: WriteGroup = { edit: node, index, set, ...(row === undefined ? {} : { row }) }
  const known = state.tables[operation.record].byId.get(operation.id)
  if (known === undefined) {
    const created = addRecord(state, operation.record, operation.id, group)
    extendRuns(node, created)
    touched.written.add(created)
    touchRecord(state, created, touched)
    return
  }
  if (known.groups.at(-1)?.edit !== node) extendRuns(node, known)
  noteWrite(state, known, group, touched)
  if (compareBirth(group, known.born) < 0) {
    known.born = group
    state.tables[known.type].ordered = undefined
  }
}

/** A new record at the next ordinal; `group` is its first write. */
export function addRecord(state: EditState, type: RecordType, id: string, group: WriteGroup): RecordNode {
  const table = state.tables[type]
  const record: RecordNode = {
    type,
    id,
    ordinal: table.nodes.length,
    groups: [group],
    born: group,
    newest: null,
    folded: undefined,
  }
  const last = table.ordered?.at(-1)
  table.nodes.push(record)
  table.byId.set(id, record)
  if (last === undefined || compareBirth(last.born, group) < 0) table.ordered?.push(record)
  else table.ordered = undefined
  return record
}

function extendRuns(node: EditNode, record: RecordNode): void {
  const runs = node.runs as OrdinalRun[]
  const last = runs.at(-1)
  if (last?.type === record.type && last.to + 1 === record.ordinal) {
    runs[runs.length - 1] = { ...last, to: record.ordinal }
  } else runs.push({ type: record.type, from: record.ordinal, to: record.ordinal })
}
