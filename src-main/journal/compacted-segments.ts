import { CHECKPOINT } from './checkpoint.ts'
import type { JournalFiles } from './journal-files.ts'
import type { SegmentHeader } from './segment-header.ts'

/** Segments, whether compressed or not, what was cut off of them, and those being written. */
const SEGMENT_FILE = /^journal-(\d{6})(?:\.jsonl(?:\.gz)?|(?:-\d+)?\.torn)(\.new)?$/

interface Numbered {
  readonly number: number
  readonly header: SegmentHeader
}

/** The number of the segment the journal begins with since its last compaction; 0 when there was none. */
export function beginsAt(segments: readonly Numbered[]): number {
  return segments.findLast(({ header }) => header.compacts !== undefined)?.number ?? 0
}

/**
 * Removes what lies before a compaction: it counts for nothing and holds what was to go. First the new name must be on
 * the device, or a power cut could leave nothing. Answers how many files are left all the same; those go next time.
 */
export async function removeCompacted(files: JournalFiles, begin: number): Promise<number> {
  const old = (await files.list().catch(() => [])).filter((name) => isBefore(name, begin))
  if (old.length === 0) return 0
  try {
    await files.syncFolder()
  } catch {
    return old.length
  }
  let left = 0
  for (const name of [...old, CHECKPOINT]) {
    try {
      await files.remove(name)
    } catch {
      // A checkpoint holds no values, and there may be none.
      if (name !== CHECKPOINT) left += 1
    }
  }
  await files.syncFolder().catch(() => null)
  return left
}

function isBefore(name: string, begin: number): boolean {
  const number = Number(SEGMENT_FILE.exec(name)?.[1] ?? Number.NaN)
  return number < begin
}

/** A compaction that ended before its moment left an unfinished file, which counts for nothing. */
export async function removeUnfinished(files: JournalFiles): Promise<void> {
  for (const name of await files.list()) {
    if (SEGMENT_FILE.exec(name)?.[2] !== undefined) await files.remove(name).catch(() => null)
  }
}
