import type { Clock } from '#shared/edits/edit.ts'
import type { AppError } from '#shared/errors/app-error.ts'
import type { JournalPosition } from '#shared/ipc/journal-channels.ts'
import type { JournalFiles } from './journal-files.ts'
import type { Tail } from './journal-writer.ts'
import { lineSpans, openLine } from './lines.ts'
import { segmentName } from './segment-header.ts'

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

/** A segment that is not what was written to it. */
export class SegmentDamaged extends Error {
  readonly error: Extract<AppError, { code: 'journal.damaged' }>

  constructor(file: string, line: number) {
    super(`${file}:${line}`)
    this.error = { code: 'journal.damaged', file, line }
  }
}

/** The files up to what counts of each segment. */
export function snapshotFiles(files: JournalFiles, tails: readonly Tail[]): readonly SnapshotFile[] {
  return tails.map((tail, at) => {
    const name = segmentName(tail.segment)
    const read = async () => {
      const bytes = await files.read(name, 0, tail.good)
      const bad = firstBadLine(bytes, tails[at - 1]?.hash ?? '', tail)
      if (bad !== null) throw new SegmentDamaged(name, bad)
      return bytes
    }
    return { name, read }
  })
}

/** 1-based number of the first line that breaks the chain from `previous` to the tail; null when all holds. */
function firstBadLine(bytes: Uint8Array, previous: string, tail: Tail): number | null {
  let hash = previous
  let line = 0
  for (const span of lineSpans(bytes)) {
    line += 1
    const opened = span.whole ? openLine(hash, bytes.subarray(span.from, span.to)) : null
    if (opened === null) return line
    hash = opened.hash
  }
  return hash === tail.hash && bytes.length === tail.good ? null : line + 1
}
