import type { Clock, Edit, EditId } from '#shared/edits/edit.ts'
import type { JournalPosition } from '#shared/ipc/journal-channels.ts'

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
  readonly places: EditPlace[]
  readonly commits: Map<string, Committed>
  readonly clock: Map<string, number>
  /** Digest of each station's last edit: `prev` of its next. */
  readonly digests: Map<string, string>
  /** Dictionary number of each segment's edits. */
  readonly migrations: Map<number, number>
  /** Hash of the very first header: the position before any edit. */
  origin: string
}

export function createIndex(): JournalIndex {
  return {
    places: [],
    commits: new Map(),
    clock: new Map(),
    digests: new Map(),
    migrations: new Map(),
    origin: '',
  }
}

/** Does this edit continue its station's chain, and has its author seen only what stands before it? */
export function continues(index: JournalIndex, edit: Edit): boolean {
  const { station, n } = edit.id
  if ((index.clock.get(station) ?? 0) !== n - 1) return false
  return (index.digests.get(station) ?? null) === edit.prev
}

export function addToIndex(
  index: JournalIndex,
  edit: Edit,
  place: Omit<EditPlace, 'id'>,
  digest: string,
): void {
  index.places.push({ ...place, id: edit.id })
  index.clock.set(edit.id.station, edit.id.n)
  index.digests.set(edit.id.station, digest)
  index.commits.set(edit.commit, { id: edit.id, prev: edit.prev, count: index.places.length })
}

/** The position after `count` edits; null when there are fewer. */
export function positionAt(index: JournalIndex, count: number): JournalPosition | null {
  if (count === 0) return { count, hash: index.origin }
  const place = index.places[count - 1]
  return place === undefined ? null : { count, hash: place.hash }
}

/** The position after the last edit. */
export function headOf(index: JournalIndex): JournalPosition {
  return { count: index.places.length, hash: index.places.at(-1)?.hash ?? index.origin }
}

/** Is `position` in this journal? */
export function holds(index: JournalIndex, position: JournalPosition): boolean {
  return positionAt(index, position.count)?.hash === position.hash
}

export function clockOfIndex(index: JournalIndex): Clock {
  return Object.fromEntries(index.clock)
}
