import { CHECKPOINT, type Checkpoint, readCheckpoint } from './checkpoint.ts'
import { countOf, placeAt } from './journal-index.ts'
import type { Tail } from './journal-writer.ts'
import { readPlaces } from './read-edits.ts'
import type { SegmentStart } from './read-segment.ts'
import { SegmentDamaged } from './segment-chain.ts'
import type { SegmentHeader } from './segment-header.ts'
import type { SegmentStore } from './segment-store.ts'

/** A segment by its header. */
export interface Segment {
  readonly number: number
  readonly header: SegmentHeader
  /** Hash of the header line, and the place after it. */
  readonly hash: string
  readonly from: number
}

export function startOf({ header, hash, from }: Segment): SegmentStart {
  return { migration: header.migration, hash, from }
}

/** What a checkpoint says about the segments beside it. */
export interface FittingCheckpoint {
  /** To begin from; null: everything is read, as if there were none. */
  readonly known: Checkpoint | null
  /** Edits it was written for, so that were saved, even when they no longer stand as it says. */
  readonly saved: number
}

/**
 * The checkpoint of a journal when it fits its segments: they are of the same journal, follow one another as it says,
 * are at least as long, and the last edit it holds stands where it says and proves its hash. What lies before that edit
 * is proved when it is read.
 */
export async function fittingCheckpoint(
  store: SegmentStore,
  segments: readonly Segment[],
): Promise<FittingCheckpoint> {
  if (!(await store.files.list()).includes(CHECKPOINT)) return NONE
  // one that cannot be read is worth as much as none
  const checkpoint = await store.files.read(CHECKPOINT).then(readCheckpoint, () => null)
  if (checkpoint === null || !headersFit(checkpoint, segments)) return NONE
  const saved = countOf(checkpoint.index)
  for (const { segment, good } of checkpoint.tails) {
    if (!(await store.reaches(segment, good))) return { known: null, saved }
  }
  return { known: (await lastEditStands(store, checkpoint)) ? checkpoint : null, saved }
}

const NONE: FittingCheckpoint = { known: null, saved: 0 }

function headersFit({ journal, index, tails }: Checkpoint, segments: readonly Segment[]): boolean {
  for (const [at, tail] of tails.entries()) {
    const segment = segments[at]
    const start = index.starts.get(tail.segment)
    if (segment === undefined || start === undefined || segment.number !== tail.segment) return false
    if (segment.header.journal !== journal || !isSame(startOf(segment), start)) return false
    if (!leavesAt(segment, tails[at - 1] ?? null)) return false
  }
  // Another PC may have gone on from an earlier place than the checkpoint knows.
  const [last, next] = [tails.at(-1), segments[tails.length]]
  if (last === undefined || next === undefined) return last !== undefined
  return next.header.after?.segment === last.segment && next.header.after.bytes >= last.good
}

function isSame(a: SegmentStart, b: SegmentStart): boolean {
  return a.hash === b.hash && a.from === b.from && a.migration === b.migration
}

/** Does a segment say that the one before it ended where the checkpoint says? */
function leavesAt({ header: { after } }: Segment, before: Tail | null): boolean {
  if (after === null || before === null) return after === null && before === null
  return after.segment === before.segment && after.bytes === before.good && after.hash === before.hash
}

async function lastEditStands(store: SegmentStore, { index, tails }: Checkpoint): Promise<boolean> {
  const at = countOf(index) - 1
  const [place, tail] = [placeAt(index, at), tails.at(-1)]
  if (place === null || tail === undefined || !endsAt(tail, place, index.starts.get(tail.segment)))
    return false
  try {
    for await (const batch of readPlaces(store, index, [at])) return batch.ok
    return false
  } catch (error) {
    if (error instanceof SegmentDamaged) return false
    throw error
  }
}

/** The last segment ends with the last edit, or holds nothing yet. */
function endsAt(
  tail: Tail,
  place: { readonly segment: number; readonly to: number; readonly hash: string },
  start: SegmentStart | undefined,
): boolean {
  if (place.segment === tail.segment) return place.to === tail.good && place.hash === tail.hash
  return start !== undefined && start.from === tail.good && start.hash === tail.hash
}
