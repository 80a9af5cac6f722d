import { z } from 'zod'
import { StationId } from '#shared/edits/edit.ts'
import { JournalPosition } from '#shared/ipc/journal-channels.ts'

const Hash = z.string().regex(/^[0-9a-f]{64}$/)

/** First line of every segment file. `after` says where the journal left the segment before it. */
export const SegmentHeader = z.strictObject({
  kind: z.literal('header'),
  format: z.literal('pbz-journal'),
  version: z.literal(1),
  journal: z.uuid(),
  /** Edits of this PC made in this segment carry this station. */
  station: StationId,
  segment: z.int().positive(),
  /** Number of the data dictionary its edits are written in (src-shared/migration). */
  migration: z.int().positive(),
  /** Bytes of `segment` from here on count for nothing: they were never reported as saved. */
  after: z.strictObject({ segment: z.int().positive(), bytes: z.int().nonnegative(), hash: Hash }).nullable(),
  /** A compaction (清除个人信息): the journal this one stands in place of. Segments with lower numbers count for nothing. */
  compacts: z
    .strictObject({
      journal: z.uuid(),
      head: JournalPosition,
      /** Stations the journal was written under before, the oldest first: the segments that named them are gone. */
      stations: z.array(StationId).optional(),
    })
    .optional(),
})
export type SegmentHeader = z.infer<typeof SegmentHeader>

/** Enough to tell a newer format from a damaged line. */
export const AnyHeader = z.looseObject({
  format: z.literal('pbz-journal'),
  version: z.number(),
  migration: z.number(),
})

const NAME = /^journal-(\d{6})\.jsonl(\.gz)?$/

export function segmentName(segment: number): string {
  return `journal-${String(segment).padStart(6, '0')}.jsonl`
}

/** A closed segment, compressed. */
export function packedName(segment: number): string {
  return `${segmentName(segment)}.gz`
}

/** Numbers of the segments among file names, compressed or not, ascending. */
export function segmentNumbers(names: readonly string[]): readonly number[] {
  const numbers = names.flatMap((name) => NAME.exec(name)?.[1] ?? []).map(Number)
  return [...new Set(numbers)].sort((a, b) => a - b)
}
