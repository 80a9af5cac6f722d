import { z } from 'zod'
import { StationId } from '#shared/edits/edit.ts'
import { type EarlierStation, JournalPosition } from '#shared/ipc/journal-channels.ts'
import type { JournalIndex } from './journal-index.ts'
import { holds } from './journal-index.ts'
import type { SegmentHeader } from './segment-header.ts'

/**
 * What this PC remembers of a journal, kept outside its folder. A folder that was copied, restored or moved to another
 * PC does not match it, and gets a new station id.
 */
export const StationMarker = z.strictObject({
  machine: z.string().min(1).max(200),
  folder: z.string().min(1),
  journal: z.uuid(),
  station: StationId,
  head: JournalPosition,
  /** Stations this PC wrote to this folder under before, the oldest first. */
  earlier: z.array(StationId).optional(),
  /** The journal that stood here before and is gone, until the new one holds an edit. */
  lost: z.uuid().optional(),
})
export type StationMarker = z.infer<typeof StationMarker>

/** Where the marker of a folder is kept; `load` gives null when there is none. */
export interface MarkerStore {
  load(): Promise<unknown>
  save(marker: StationMarker): Promise<void>
}

/** Which stations the folder was written under before; `headers` are those its segments name, in order. */
export function earlierStations(
  marker: StationMarker | null,
  headers: readonly string[],
  station: string,
): readonly EarlierStation[] {
  const here = marker === null ? [] : [...(marker.earlier ?? []), marker.station]
  const known = new Set([...headers, ...here].filter((one) => one !== station))
  return [...known].map((one) => ({ station: one, here: here.includes(one) }))
}

/** The machine and the folder as the main process knows them. */
export interface Place {
  readonly machine: string
  readonly folder: string
}

/** The marker, if it was written on this machine for this folder. */
export async function readMarker(store: MarkerStore, place: Place): Promise<StationMarker | null> {
  const marker = StationMarker.safeParse(await store.load())
  if (!marker.success) return null
  const { machine, folder } = marker.data
  return machine === place.machine && folder === place.folder ? marker.data : null
}

/** A journal as it was found. */
export interface FoundJournal {
  readonly journal: string
  readonly station: string
  readonly index: JournalIndex
  readonly compacts: SegmentHeader['compacts']
}

/**
 * May the journal go on under its station? Only when it still holds what this PC last wrote to it, or stands in place of
 * one that did: the marker may not have been written any more after a compaction.
 */
export function matches(
  marker: StationMarker | null,
  { journal, station, index, compacts }: FoundJournal,
): boolean {
  if (marker === null || marker.station !== station) return false
  if (marker.journal === journal) return holds(index, marker.head)
  if (compacts === undefined || marker.journal !== compacts.journal) return false
  const { count, hash } = compacts.head
  return marker.head.count < count || (marker.head.count === count && marker.head.hash === hash)
}
