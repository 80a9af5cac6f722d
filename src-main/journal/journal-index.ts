import type { Clock, Edit, EditId } from '#shared/edits/edit.ts'
import type { JournalPosition } from '#shared/ipc/journal-channels.ts'
import { EditTable } from './edit-table.ts'
import type { SegmentStart } from './read-segment.ts'

/** Where an edit lies, the hash it follows and the hash of its last line. */
export interface EditPlace {
  readonly id: EditId
  readonly segment: number
  readonly from: number
  readonly to: number
  readonly previous: string
  readonly hash: string
}

/** A committed edit as the same draft committed twice must be answered. */
export interface Committed {
  readonly id: EditId
  readonly prev: string | null
  readonly count: number
}

/** What the journal keeps in memory: places and ids, no contents. */
export interface JournalIndex {
  readonly edits: EditTable
  /** Where each segment's first edit begins, and under which dictionary its edits are written. */
  readonly starts: Map<number, SegmentStart>
  readonly clock: Map<string, number>
  /** Digest of each station's last edit: `prev` of its next. */
  readonly digests: Map<string, string>
  /** Hash of the very first header: the position before any edit. */
  origin: string
}

export function createIndex(): JournalIndex {
  return { edits: new EditTable(), starts: new Map(), clock: new Map(), digests: new Map(), origin: '' }
}

/** Clock and digests of edits that came with a checkpoint. */
export function readClock(index: JournalIndex): void {
  const { edits, clock, digests } = index
  const last = new Map<string, number>()
  for (let at = 0; at < edits.length; at += 1) {
    const { station, n } = edits.idAt(at)
    clock.set(station, n)
    last.set(station, at)
  }
  for (const [station, at] of last) digests.set(station, edits.digestAt(at))
}

/** Does this edit continue its station's chain, and has its author seen only what stands before it? */
export function continues(index: JournalIndex, edit: Edit): boolean {
  const { station, n } = edit.id
  if ((index.clock.get(station) ?? 0) !== n - 1) return false
  return (index.digests.get(station) ?? null) === edit.prev
}

/** Edits of a segment lie one behind the other: where one begins is where the one before it ends. */
export function addToIndex(
  index: JournalIndex,
  edit: Edit,
  place: Omit<EditPlace, 'id'>,
  digest: string,
): void {
  const { segment, to, hash } = place
  index.edits.add({ id: edit.id, commit: edit.commit, segment, to, digest, hash })
  index.clock.set(edit.id.station, edit.id.n)
  index.digests.set(edit.id.station, digest)
}

/** Number of edits. */
export function countOf(index: JournalIndex): number {
  return index.edits.length
}

/** Place of an edit by its number from 0; null when there are fewer. */
export function placeAt({ edits, starts }: JournalIndex, at: number): EditPlace | null {
  if (at >= edits.length) return null
  const segment = edits.segmentAt(at)
  const isFirst = at === 0 || edits.segmentAt(at - 1) !== segment
  const start = starts.get(segment)
  if (start === undefined) throw new Error('an edit outside every segment')
  const [from, previous] = isFirst ? [start.from, start.hash] : [edits.endAt(at - 1), edits.hashAt(at - 1)]
  return { id: edits.idAt(at), segment, from, to: edits.endAt(at), previous, hash: edits.hashAt(at) }
}

/** The edit made of a draft that was committed before. */
export function committedAs({ edits }: JournalIndex, commit: string): Committed | null {
  const at = edits.rowOf(commit)
  if (at === undefined) return null
  const id = edits.idAt(at)
  const before = id.n === 1 ? null : edits.find({ station: id.station, n: id.n - 1 })
  return { id, prev: before === null ? null : edits.digestAt(before), count: at + 1 }
}

/** The position after `count` edits; null when there are fewer. */
export function positionAt(index: JournalIndex, count: number): JournalPosition | null {
  if (count === 0) return { count, hash: index.origin }
  return count > index.edits.length ? null : { count, hash: index.edits.hashAt(count - 1) }
}

/** The position after the last edit. */
export function headOf(index: JournalIndex): JournalPosition {
  return positionAt(index, index.edits.length) ?? { count: 0, hash: index.origin }
}

/** Is `position` in this journal? */
export function holds(index: JournalIndex, position: JournalPosition): boolean {
  return positionAt(index, position.count)?.hash === position.hash
}

export function clockOfIndex(index: JournalIndex): Clock {
  return Object.fromEntries(index.clock)
}
