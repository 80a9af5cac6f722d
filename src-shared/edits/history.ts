import { purgedRegisters } from '../purge/purge-record.ts'
import type { RecordType } from '../records/dictionary.ts'
import { type Act, actOf, undoOf } from './act.ts'
import { classOf } from './classes.ts'
import { clockHolds } from './clock.ts'
import type { FieldValue } from './edit.ts'
import { type Candidate, type Reaches, reachesIn, unseen } from './fold.ts'
import { foldedOf } from './records-view.ts'
import type { EditNode, EditState, RecordNode, WriteGroup } from './state.ts'

/**
 * What became of a write: it is the value, one of several in conflict, replaced by a later write, or taken back by an
 * undo.
 */
export type Standing = 'current' | 'conflict' | 'replaced' | 'undone'

/** One write to one register of a record, as 历史 shows it. */
export interface HistoryEntry extends Act {
  /** A field, `list/<element key>`, `custom.<column id>` or `$void`. */
  readonly register: string
  /** null: emptied. */
  readonly value: FieldValue
  /** 1-based row of the imported sheet; null for anything not imported. */
  readonly row: number | null
  readonly standing: Standing
  /** The value was taken out of the journal by 清除个人信息 (or emptied by it). */
  readonly purged: boolean
  /** The live undo that took the write back; null unless `standing` is undone. */
  readonly undoneBy: Act | null
}

/** One 合并 this record took part in. */
export interface JoinEntry extends Act {
  readonly ids: readonly [string, string]
  readonly undoneBy: Act | null
}

export interface RecordHistory {
  /** Newest first, in the order this PC took the edits up. */
  readonly writes: readonly HistoryEntry[]
  readonly joins: readonly JoinEntry[]
}

/**
 * Everything ever written to a record, and to those 合并 made one with it; nothing is pruned (DESIGN.md 3). With
 * `register` only that cell, for a list all its elements. An unknown record has an empty history.
 */
export function historyOf(
  state: EditState,
  type: RecordType,
  id: string,
  register: string | null = null,
): RecordHistory {
  const table = state.tables[type]
  const joined = classOf(table, id)
  const ids = joined?.ids ?? [id]
  const records = ids.flatMap((one) => table.byId.get(one) ?? [])
  const reaches: Reaches = joined === null ? (_, from, to) => from === to : reachesIn(joined)
  const wanted = (name: string) => register === null || name === register || name.startsWith(`${register}/`)
  const written = records.flatMap((record) => writesOf(record, wanted))
  const conflicts = foldedOf(table, id)?.conflicts ?? {}
  const standing = standingOf(written, reaches, (name) => Object.hasOwn(conflicts, name))
  const purges = type === 'enterprise' ? purgesOf(records) : []
  const writes = written
    .map((one) => entryOf(one, standing.get(one) ?? 'undone', isPurged(one, purges)))
    .toSorted((a, b) => b.seq - a.seq || a.place - b.place)
    .map(({ seq: _seq, place: _place, ...entry }) => entry)
  const links = new Set(ids.flatMap((one) => table.links.get(one) ?? []))
  const joins = [...links]
    .filter((link) => register === null && link.type === type)
    .toSorted((a, b) => b.edit.seq - a.edit.seq)
    .map(({ a, b, edit }) => ({ ...actOf(edit), ids: [a, b] as const, undoneBy: undoOf(edit) }))
  return { writes, joins }
}

/** One register of one write; `place` keeps the registers of a write in their order. */
interface Written extends Candidate {
  readonly name: string
  readonly place: number
}

function writesOf(record: RecordNode, wanted: (name: string) => boolean): Written[] {
  return record.groups.flatMap((group: WriteGroup) =>
    Object.entries(group.set)
      .filter(([name]) => wanted(name))
      .map(([name, value], place) => ({ group, member: record.id, name, value, place })),
  )
}

/** Law 2 for every register: which live writes no other live write has seen. */
function standingOf(
  written: readonly Written[],
  reaches: Reaches,
  isInConflict: (register: string) => boolean,
): ReadonlyMap<Written, Standing> {
  const standing = new Map<Written, Standing>()
  for (const [name, all] of byRegister(written)) {
    const values = new Set<Candidate>(unseen(all, reaches))
    const kept = isInConflict(name) ? 'conflict' : 'current'
    for (const one of all) standing.set(one, values.has(one) ? kept : 'replaced')
  }
  return standing
}

function byRegister(written: readonly Written[]): ReadonlyMap<string, Written[]> {
  const registers = new Map<string, Written[]>()
  for (const one of written) {
    if (!one.group.edit.live) continue
    const all = registers.get(one.name)
    if (all === undefined) registers.set(one.name, [one])
    else all.push(one)
  }
  return registers
}

interface Purge {
  readonly edit: EditNode
  readonly registers: readonly string[]
}

/** Purges of the firm, taken back or not: what was taken out of the journal does not come back. */
function purgesOf(records: readonly RecordNode[]): readonly Purge[] {
  return records.flatMap(({ groups }) =>
    groups.flatMap(({ edit, set }) =>
      Object.entries(set).flatMap(([name, value]) => {
        const registers = purgedRegisters(name, value)
        return registers.length === 0 ? [] : [{ edit, registers }]
      }),
    ),
  )
}

function isPurged({ name, value, group }: Written, purges: readonly Purge[]): boolean {
  return (
    value === null &&
    purges.some(
      ({ edit, registers }) =>
        registers.includes(name) && (edit === group.edit || clockHolds(edit.seen, group.edit.id)),
    )
  )
}

type Placed = HistoryEntry & { readonly seq: number; readonly place: number }

function entryOf({ group, name, value, place }: Written, standing: Standing, purged: boolean): Placed {
  const { edit, row = null } = group
  const undoneBy = standing === 'undone' ? undoOf(edit) : null
  return { ...actOf(edit), register: name, value, row, standing, purged, undoneBy, seq: edit.seq, place }
}
