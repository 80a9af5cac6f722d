import { RecordType } from '../records/dictionary.ts'
import { compareText } from './clock.ts'
import type { Clock, Edit, EditId, FieldValue, Why } from './edit.ts'
import type { StoredRecord } from './read-model.ts'

/** An applied edit. Its writes lie at the records; `live` follows the retractions (RULES.md law 1). */
export interface EditNode {
  readonly id: EditId
  /** 1-based position in the order this PC applied edits; local, never leaves the PC. */
  readonly seq: number
  readonly seen: Clock
  /** Size of `seen`: orders records the same on every PC. */
  readonly height: number
  readonly commit: string
  readonly at: string
  readonly by: string
  readonly why: Why
  readonly title: string
  readonly retracts: readonly EditNode[]
  readonly same: readonly SameLink[]
  /** The records written, as runs of ordinals, so that an import of 20,000 rows is one run. */
  readonly runs: readonly OrdinalRun[]
  /** Applied edits that retract this one, live or not. */
  readonly retractors: EditNode[]
  live: boolean
}

export interface OrdinalRun {
  readonly type: RecordType
  readonly from: number
  readonly to: number
}

/** One 合并 of two ids by one edit. */
export interface SameLink {
  readonly type: RecordType
  readonly a: string
  readonly b: string
}

/** What one edit wrote to one record; `index` is the operation's place in the edit. */
export interface WriteGroup {
  readonly edit: EditNode
  readonly index: number
  readonly set: Readonly<Record<string, FieldValue>>
  /** The same with list elements in their lists, when read back from a page: what a record written once reads as. */
  readonly fields?: Readonly<Record<string, unknown>>
  readonly row?: number
}

/** A record with every write ever made to it, superseded and retracted ones included. */
export interface RecordNode {
  readonly type: RecordType
  readonly id: string
  /** Place given at creation on this PC, never changed; decides the Dexie page. */
  readonly ordinal: number
  /** In the order of application: whoever has seen a write comes after it. */
  readonly groups: WriteGroup[]
  /** The first write in the order of all PCs; decides the creation order. */
  born: WriteGroup
  /** The newest edit of each station that wrote here; null while there is a single write. */
  newest: Map<string, EditNode> | null
  /** Cache: undefined = to be folded; null = no live write, the record does not exist. */
  folded: StoredRecord | null | undefined
}

export interface RecordTable {
  readonly type: RecordType
  readonly byId: Map<string, RecordNode>
  readonly nodes: RecordNode[]
  /** `nodes` in creation order; undefined = to be sorted. */
  ordered: RecordNode[] | undefined
  /** Links of 合并 by either id, live or not. */
  readonly links: Map<string, LinkOfEdit[]>
  /** Cache of classes with more than one member, by every member's id; undefined = to be built. */
  classes: ReadonlyMap<string, RecordClass> | undefined
  /** Cache of the read side: what was made of a folded record. */
  rows: WeakMap<StoredRecord, ReadRecord>
  stored: readonly StoredRecord[] | undefined
  live: readonly object[] | undefined
}

/** A folded record with its references resolved, and the row screens see. */
export interface ReadRecord {
  readonly stored: StoredRecord
  readonly row: { readonly id: string }
}

export interface LinkOfEdit extends SameLink {
  readonly edit: EditNode
}

/** Records that 合并 made one; the smallest id stands for them. */
export interface RecordClass {
  readonly id: string
  /** Sorted by id. */
  readonly ids: readonly string[]
  readonly links: readonly LinkOfEdit[]
  folded: StoredRecord | null | undefined
}

/** Entries of 撤销/重做 of one station, newest last. */
export interface UndoStacks {
  readonly undo: EditNode[]
  readonly redo: EditNode[]
}

/** Everything the applied edits say. Changed only by `applyEdit`; read through `recordsOf`. */
export interface EditState {
  readonly clock: Map<string, number>
  readonly edits: EditNode[]
  readonly byId: Map<string, EditNode>
  readonly tables: Readonly<Record<RecordType, RecordTable>>
  /** Edits that have seen something not here yet, by the edit they wait for next. */
  readonly waiting: Map<string, Edit[]>
  readonly stacks: Map<string, UndoStacks>
}

export function createState(): EditState {
  const tables = Object.fromEntries(RecordType.options.map((type) => [type, createTable(type)]))
  return {
    clock: new Map(),
    edits: [],
    byId: new Map(),
    tables: tables as Record<RecordType, RecordTable>,
    waiting: new Map(),
    stacks: new Map(),
  }
}

function createTable(type: RecordType): RecordTable {
  return {
    type,
    byId: new Map(),
    nodes: [],
    ordered: [],
    links: new Map(),
    classes: undefined,
    rows: new WeakMap(),
    stored: undefined,
    live: undefined,
  }
}

export function keyOf(id: EditId): string {
  return `${id.station}:${id.n}`
}

/** The clock as a draft's `seen` carries it. */
export function clockOf(state: EditState): Clock {
  return Object.fromEntries(state.clock)
}

/** Creation order: by what the author knew, then station, number and place in the edit. */
export function compareBirth(a: WriteGroup, b: WriteGroup): number {
  return (
    a.edit.height - b.edit.height ||
    compareText(a.edit.id.station, b.edit.id.station) ||
    a.edit.id.n - b.edit.id.n ||
    a.index - b.index
  )
}
