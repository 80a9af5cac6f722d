import type { Clock } from '#shared/edits/edit.ts'
import type { JournalPosition } from '#shared/ipc/journal-channels.ts'
import type { Tail } from './journal-writer.ts'
import { chainOf, SegmentDamaged } from './segment-chain.ts'
import { segmentName } from './segment-header.ts'
import type { SegmentStore } from './segment-store.ts'

/** A journal as it stood at one position, for a backup; edits committed later are not in it. */
export interface JournalSnapshot {
  readonly journal: string
  readonly station: string
  readonly head: JournalPosition
  readonly clock: Clock
  /** The files of a whole journal that ends at `head`. */
  readonly files: readonly SnapshotFile[]
}

export interface SnapshotFile {
  readonly name: string
  /** Plain JSON Lines, proved by the chain; throws SegmentDamaged or a failure of the file system. */
  read(): Promise<Uint8Array>
}

/** The files up to what counts of each segment. */
export function snapshotFiles(store: SegmentStore, tails: readonly Tail[]): readonly SnapshotFile[] {
  return tails.map(({ segment, good, hash }) => {
    const name = segmentName(segment)
    const read = async () => {
      const bytes = await store.read(segment, 0, good)
      const chain = chainOf(bytes)
      if (chain.hash !== hash || chain.good !== good) throw new SegmentDamaged(name, chain.lines + 1)
      return bytes
    }
    return { name, read }
  })
}
