import { RecordType } from '../records/dictionary.ts'
import { addEdit, addLink, addRecord } from './apply-edit.ts'
import { heightOf } from './clock.ts'
import type { Clock, FieldValue, Why } from './edit.ts'
import { pushGroup } from './liveness.ts'
import { flatten, packFields, Shapes, type Template, templateOf, unpackFields } from './page-shapes.ts'
import {
  compareBirth,
  type EditNode,
  type EditState,
  type OrdinalRun,
  type RecordNode,
  type SameLink,
  type WriteGroup,
} from './state.ts'

/** Records, or edits, per page of the working copy. */
export const PAGE_SIZE = 64

/** Number of the form pages have; a working copy in another one is rebuilt from the journal. */
export const PAGE_FORMAT = 3

/** An edit without its writes, as a page holds it; `retracts` are positions (`seq`) on this PC. */
export interface PackedEdit {
  readonly station: string
  readonly n: number
  readonly seen: Clock
  readonly commit: string
  readonly at: string
  readonly by: string
  readonly why: Why
  readonly title: string
  readonly retracts: readonly number[]
  readonly same: readonly SameLink[]
  readonly runs: readonly OrdinalRun[]
}

/**
 * One edit's writes to a record: seq of the edit, place of the operation, number of the shape, its values, sheet row. A
 * list is an array of keys and elements in turn: quicker to pack than an object keyed by ids, which differ in every
 * record.
 */
export type PackedGroup = readonly [
  seq: number,
  index: number,
  shape: number,
  values: readonly unknown[],
  row?: number,
]

/** A record with every write ever made to it: what further edits, undo and the history need. */
export type PackedRecord = readonly [id: string, ...groups: PackedGroup[]]

/** Some pages. Imported rows have a few shapes (the names they fill) in common, so names stand here once. */
export interface PackedPages {
  readonly shapes: readonly (readonly string[])[]
  readonly records: readonly PackedRecord[]
}

/** The page of a record: given at creation, never recomputed. */
export function pageOf(node: RecordNode): number {
  return Math.floor(node.ordinal / PAGE_SIZE)
}

/** The page of an edit. */
export function editPageOf(edit: EditNode): number {
  return Math.floor((edit.seq - 1) / PAGE_SIZE)
}

/** `count` pages from `page` on, as one. */
export function packRecords(state: EditState, type: RecordType, page: number, count = 1): PackedPages {
  const nodes = state.tables[type].nodes.slice(page * PAGE_SIZE, (page + count) * PAGE_SIZE)
  const shapes = new Shapes()
  const records = nodes.map((node) => packRecord(node, shapes))
  return { shapes: shapes.all, records }
}

/** One page of several packed together; `at` counts from the first of them. */
export function pageAmong(pages: PackedPages, at: number): PackedPages {
  return { shapes: pages.shapes, records: pages.records.slice(at * PAGE_SIZE, (at + 1) * PAGE_SIZE) }
}

export function packEdits(state: EditState, page: number): readonly PackedEdit[] {
  return state.edits.slice(page * PAGE_SIZE, (page + 1) * PAGE_SIZE).map(packEdit)
}

/** Puts stored edits back into an empty state, oldest first; records follow with `restoreRecords`. */
export function restoreEdits(state: EditState, packed: readonly PackedEdit[]): void {
  for (const edit of packed) addEdit(state, unpackEdit(state, edit))
  for (const node of state.edits) {
    for (const target of node.retracts) target.retractors.push(node)
    for (const link of node.same) addLink(state, node, link)
  }
  for (const node of state.edits.toReversed()) node.live = !node.retractors.some((other) => other.live)
}

/** Puts one page of records back and takes its lists over; pages of a type come in their order. */
export function restoreRecords(state: EditState, type: RecordType, { shapes, records }: PackedPages): void {
  const templates = shapes.map(templateOf)
  for (const [id, first, ...more] of records) {
    if (first === undefined) throw new Error(`record ${id} without a write`)
    const node = addRecord(state, type, id, unpackGroup(state, templates, first))
    for (const group of more) restoreGroup(state, node, unpackGroup(state, templates, group))
  }
}

function restoreGroup(state: EditState, node: RecordNode, group: WriteGroup): void {
  pushGroup(node, group)
  if (compareBirth(group, node.born) >= 0) return
  node.born = group
  state.tables[node.type].ordered = undefined
}

function packRecord(node: RecordNode, shapes: Shapes): PackedRecord {
  return [node.id, ...node.groups.map((group) => packGroup(group, shapes))]
}

function packGroup({ edit, index, set, row }: WriteGroup, shapes: Shapes): PackedGroup {
  const { names, values } = packFields(set)
  const shape = shapes.numberOf(names)
  return row === undefined ? [edit.seq, index, shape, values] : [edit.seq, index, shape, values, row]
}

function unpackGroup(
  state: EditState,
  templates: readonly Template[],
  [seq, index, shape, values, row]: PackedGroup,
): WriteGroup {
  const template = templates[shape]
  if (template === undefined) throw new Error(`shape ${shape} is not in the pages`)
  return new ReadGroup(editAt(state, seq), index, unpackFields(template, values), row)
}

/** A write read back: its registers are told apart only when somebody asks for them. */
class ReadGroup implements WriteGroup {
  readonly edit: EditNode
  readonly index: number
  readonly fields: Readonly<Record<string, unknown>>
  declare readonly row?: number
  #set: Readonly<Record<string, FieldValue>> | null = null

  constructor(
    edit: EditNode,
    index: number,
    fields: Readonly<Record<string, unknown>>,
    row: number | undefined,
  ) {
    this.edit = edit
    this.index = index
    this.fields = fields
    if (row !== undefined) this.row = row
  }

  get set(): Readonly<Record<string, FieldValue>> {
    this.#set ??= flatten(this.fields)
    return this.#set
  }
}

function packEdit(node: EditNode): PackedEdit {
  const { id, seen, commit, at, by, why, title, same, runs } = node
  const retracts = node.retracts.map((target) => target.seq)
  return { station: id.station, n: id.n, seen, commit, at, by, why, title, retracts, same, runs }
}

function unpackEdit(state: EditState, packed: PackedEdit): EditNode {
  const { station, n, retracts, seen, ...rest } = packed
  return {
    ...rest,
    id: { station, n },
    seq: state.edits.length + 1,
    seen,
    height: heightOf(seen),
    retracts: retracts.map((seq) => editAt(state, seq)),
    retractors: [],
    live: true,
  }
}

function editAt(state: EditState, seq: number): EditNode {
  const node = state.edits[seq - 1]
  if (node === undefined) throw new Error(`edit number ${seq} is not in the pages`)
  return node
}

/** Every record type with the number of its pages. */
export function pageCounts(state: EditState): ReadonlyMap<RecordType, number> {
  return new Map(
    RecordType.options.map((type) => [type, Math.ceil(state.tables[type].nodes.length / PAGE_SIZE)]),
  )
}
