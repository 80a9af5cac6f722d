import { z } from 'zod'
import { StationId } from '#shared/edits/edit.ts'
import { COLUMNS, type Column } from './edit-table.ts'
import { countOf, createIndex, type JournalIndex, readClock } from './journal-index.ts'
import type { Tail } from './journal-writer.ts'
import { jsonOf, openLine, sealLine } from './lines.ts'
import { Digest } from './written-edit.ts'

/** In the journal folder; worth nothing without the segments beside it, and made anew when it does not fit them. */
export const CHECKPOINT = 'checkpoint.json'

/** A journal's index as it stood at one head: what opening would find by reading every line up to there. */
export interface Checkpoint {
  readonly journal: string
  readonly index: JournalIndex
  readonly tails: readonly Tail[]
}

const Base64 = z.string()

const Stored = z.strictObject({
  kind: z.literal('checkpoint'),
  format: z.literal('pbz-checkpoint'),
  /** Any other number is no checkpoint of this program. */
  version: z.literal(1),
  journal: z.uuid(),
  origin: Digest,
  edits: z.int().positive(),
  segments: z
    .array(
      z.strictObject({
        segment: z.int().positive(),
        migration: z.int().positive(),
        /** The header line: its hash and the place after it. */
        header: Digest,
        from: z.int().positive(),
        /** What counts of the segment, and the hash of its last line. */
        good: z.int().positive(),
        hash: Digest,
      }),
    )
    .min(1),
  stations: z.array(StationId).min(1),
  columns: z.strictObject({
    station: Base64,
    n: Base64,
    segment: Base64,
    to: Base64,
    commit: Base64,
    digest: Base64,
    hash: Base64,
  }) satisfies z.ZodType<Record<Column, string>>,
})
type Stored = z.infer<typeof Stored>

/** One sealed line, as those of the journal are; null while there is nothing to hold. */
export function checkpointBytes({ journal, index, tails }: Checkpoint): Uint8Array | null {
  if (countOf(index) === 0) return null
  const segments = tails.flatMap(({ segment, good, hash }) => {
    const start = index.starts.get(segment)
    return start === undefined
      ? []
      : [{ segment, migration: start.migration, header: start.hash, from: start.from, good, hash }]
  })
  const stored: Omit<Stored, 'columns'> = {
    kind: 'checkpoint',
    format: 'pbz-checkpoint',
    version: 1,
    journal,
    origin: index.origin,
    edits: countOf(index),
    segments,
    stations: [...index.edits.stations()],
  }
  const columns = COLUMNS.map((name) => `"${name}":"${index.edits.bytes(name).toString('base64')}"`)
  return sealLine('', [`${JSON.stringify(stored).slice(0, -1)},"columns":{${columns.join(',')}}`]).bytes
}

/** What a checkpoint file holds; null when it is torn, changed or of another version. */
export function readCheckpoint(bytes: Uint8Array): Checkpoint | null {
  const opened = bytes.at(-1) === 0x0a ? openLine('', bytes.subarray(0, -1)) : null
  const parsed = opened === null ? null : Stored.safeParse(jsonOf(opened.text))
  if (parsed === null || !parsed.success) return null
  const { journal, origin, edits, segments, stations, columns } = parsed.data
  const index = createIndex()
  const of = (name: Column) => Buffer.from(columns[name], 'base64')
  const loaded = index.edits.load(edits, stations, {
    station: of('station'),
    n: of('n'),
    segment: of('segment'),
    to: of('to'),
    commit: of('commit'),
    digest: of('digest'),
    hash: of('hash'),
  })
  if (!loaded) return null
  index.origin = origin
  for (const { segment, migration, header, from } of segments) {
    index.starts.set(segment, { migration, hash: header, from })
  }
  readClock(index)
  return { journal, index, tails: segments.map(({ segment, good, hash }) => ({ segment, good, hash })) }
}
