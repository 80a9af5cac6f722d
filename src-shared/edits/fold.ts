import { clockHolds, compareIds } from './clock.ts'
import type { FieldValue } from './edit.ts'
import { VOID_FIELD } from './edit.ts'
import type { StoredRecord, Write } from './read-model.ts'
import { sameValue } from './same-value.ts'
import type { EditNode, RecordClass, RecordNode, RecordTable, WriteGroup } from './state.ts'

/** A live write and the member of the class it was made to. */
export interface Candidate {
  readonly group: WriteGroup
  readonly member: string
  readonly value: FieldValue
}

/** Says whether a write to one member of a class counts for another one. */
export type Reaches = (edit: EditNode, from: string, to: string) => boolean

/** What 合并 says of the members of a class, and the live edits that say it. */
interface Bonds {
  readonly reaches: Reaches
  readonly edits: readonly EditNode[]
}

const ALONE: Bonds = { reaches: (_, from, to) => from === to, edits: [] }

/** Does the author of `later` know `earlier`? */
function hasSeen(later: EditNode, earlier: EditNode): boolean {
  return later === earlier || clockHolds(later.seen, earlier.id)
}

/** Laws 2–6 for a record on its own; null when no live edit writes it. */
export function foldRecord(record: RecordNode): StoredRecord | null {
  const [only] = record.groups
  if (record.groups.length === 1 && only?.edit.live === true) {
    const { fields = only.set } = only
    const plain = only.fields === undefined ? isPlain(only.set) : isPlainNested(only.fields)
    if (plain) return { type: record.type, id: record.id, voided: null, fields, conflicts: {} }
  }
  const groups = record.groups.filter((group) => group.edit.live)
  const [first] = groups
  if (first === undefined) return null
  if (groups.length === 1) return withSet(emptyRecord(record), first.set)
  return foldCandidates(emptyRecord(record), [{ id: record.id, groups }], ALONE)
}

/** Laws 2–7 for records that 合并 made one: a choice counts for all members once it has seen the 合并. */
export function foldClass(table: RecordTable, joined: RecordClass): StoredRecord | null {
  const members = joined.ids.flatMap((id) => {
    const groups = (table.byId.get(id)?.groups ?? []).filter((group) => group.edit.live)
    return groups.length === 0 ? [] : [{ id, groups }]
  })
  if (members.length === 0) return null
  const empty = { type: table.type, id: joined.id, voided: null, fields: {}, conflicts: {} }
  const bonds = { reaches: reachesIn(joined), edits: joined.links.map((link) => link.edit) }
  const folded = foldCandidates(empty, members, bonds)
  return folded.voided === null || isVoidAll(members, bonds) ? folded : { ...folded, voided: null }
}

/**
 * The record after one more write, from the record before it: possible without looking back when nothing is in
 * conflict and the author has seen every write so far. null = fold anew.
 */
export function foldNext(record: RecordNode, group: WriteGroup): StoredRecord | null {
  const before = record.folded
  if (before === undefined || before === null) return null
  if (Object.keys(before.conflicts).length > 0) return null
  for (const newest of newestOf(record)) if (!hasSeen(group.edit, newest)) return null
  return withSet(before, group.set)
}

/** The newest edit of each station that wrote the record: who has seen these has seen them all. */
function newestOf(record: RecordNode): Iterable<EditNode> {
  if (record.newest !== null) return record.newest.values()
  return record.groups.map((group) => group.edit)
}

function emptyRecord(record: RecordNode): StoredRecord {
  return { type: record.type, id: record.id, voided: null, fields: {}, conflicts: {} }
}

/** Registers that are fields as they stand: the usual case of a record written once. */
function isPlain(set: Readonly<Record<string, FieldValue>>): boolean {
  for (const name in set) {
    if (set[name] === null || name === VOID_FIELD || name.includes('/')) return false
  }
  return true
}

function isPlainNested(fields: Readonly<Record<string, unknown>>): boolean {
  for (const name in fields) {
    const value = fields[name]
    if (value === null || name === VOID_FIELD) return false
    if (typeof value === 'object' && Object.values(value as object).includes(null)) return false
  }
  return true
}

interface Member {
  readonly id: string
  readonly groups: readonly WriteGroup[]
}

function foldCandidates(empty: StoredRecord, members: readonly Member[], bonds: Bonds): StoredRecord {
  const registers = new Map<string, Candidate[]>()
  for (const member of members) {
    for (const group of member.groups) {
      for (const [name, value] of Object.entries(group.set)) {
        const list = registers.get(name)
        const candidate = { group, member: member.id, value }
        if (list === undefined) registers.set(name, [candidate])
        else list.push(candidate)
      }
    }
  }
  const set: Record<string, FieldValue> = {}
  const conflicts: Record<string, readonly Write[]> = {}
  for (const [name, all] of registers) {
    const values = unseen(all, bonds.reaches)
    const [first] = values
    if (first === undefined) continue
    if (values.every((other) => sameValue(other.value, first.value))) set[name] = first.value
    else conflicts[name] = values.map(writeOf)
    if (name === VOID_FIELD) foldVoid({ set, conflicts }, values, [...bonds.edits, ...editsOf(members)])
  }
  return { ...withSet(empty, set), conflicts }
}

/** Law 2: the live writes to a register that no other live write to it has seen, in the order of edit ids. */
export function unseen(all: readonly Candidate[], reaches: Reaches): readonly Candidate[] {
  const kept = all.filter(
    (write) =>
      !all.some(
        (other) =>
          other.group.edit !== write.group.edit &&
          hasSeen(other.group.edit, write.group.edit) &&
          reaches(other.group.edit, other.member, write.member),
      ),
  )
  return kept.toSorted((a, b) => compareIds(a.group.edit.id, b.group.edit.id))
}

interface Folding {
  readonly set: Record<string, FieldValue>
  readonly conflicts: Record<string, readonly Write[]>
}

/** Law 5: 作废 conflicts with every edit of the record (合并 is one) when neither has seen the other. */
function foldVoid(folding: Folding, values: readonly Candidate[], edits: readonly EditNode[]): void {
  const voids = values.filter((write) => write.value !== null).map((write) => write.group.edit)
  const mine = new Set(values.map((write) => write.group.edit))
  const others = [...new Set(edits)]
    .filter((edit) => !mine.has(edit))
    .filter((edit) => voids.some((other) => !hasSeen(edit, other) && !hasSeen(other, edit)))
  if (others.length === 0) return
  const kept = others.map((edit) => ({ edit: edit.id, value: null }))
  delete folding.set[VOID_FIELD]
  const all = [...values.map(writeOf), ...kept]
  folding.conflicts[VOID_FIELD] = all.toSorted((a, b) => compareIds(a.edit, b.edit))
}

function editsOf(members: readonly Member[]): readonly EditNode[] {
  return members.flatMap((member) => member.groups.map((group) => group.edit))
}

function writeOf(write: Candidate): Write {
  return { edit: write.group.edit.id, value: write.value }
}

type Elements = Record<string, FieldValue>

/** Lays settled values over a record: list elements into their list, null empties, `$void` to `voided`. */
function withSet(before: StoredRecord, set: Readonly<Record<string, FieldValue>>): StoredRecord {
  const fields: Record<string, unknown> = { ...before.fields }
  let lists: Record<string, Elements> | null = null
  let { voided } = before
  for (const name in set) {
    const value = set[name] ?? null
    const slash = name.indexOf('/')
    if (name === VOID_FIELD) voided = voidedBy(value)
    else if (slash > 0) {
      lists ??= {}
      const list = name.slice(0, slash)
      // Copied once, since the record before keeps its own.
      lists[list] ??= { ...(fields[list] as Elements | undefined) }
      setElement(lists[list], name.slice(slash + 1), value)
    } else if (value === null) delete fields[name]
    else fields[name] = value
  }
  for (const list in lists) {
    const elements = lists[list]
    if (elements === undefined || Object.keys(elements).length === 0) delete fields[list]
    else fields[list] = elements
  }
  return { type: before.type, id: before.id, voided, fields, conflicts: before.conflicts }
}

function setElement(elements: Elements, key: string, value: FieldValue): void {
  if (value === null) delete elements[key]
  else elements[key] = value
}

function voidedBy(value: FieldValue): { readonly reason: string } | null {
  if (value === null || typeof value !== 'object') return null
  return { reason: String(value.reason ?? '') }
}

/** A write to one member counts for another once its author knew live links that join the two. */
export function reachesIn(joined: RecordClass): Reaches {
  return (edit, from, to) => {
    const known = joined.links.filter((link) => hasSeen(edit, link.edit))
    const found = new Set([from])
    for (const id of found) {
      for (const link of known) {
        if (link.a === id) found.add(link.b)
        if (link.b === id) found.add(link.a)
      }
    }
    return found.has(to)
  }
}

/** A joined record is 作废 when each member is. */
function isVoidAll(members: readonly Member[], { reaches }: Bonds): boolean {
  const voids = unseen(members.flatMap(voidsOf), reaches)
  return members.every((member) => voids.some((v) => reaches(v.group.edit, v.member, member.id)))
}

function voidsOf(member: Member): readonly Candidate[] {
  return member.groups.flatMap((group) => {
    const value = group.set[VOID_FIELD]
    return value === undefined ? [] : [{ group, member: member.id, value }]
  })
}
