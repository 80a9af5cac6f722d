import type { AppError } from '#shared/errors/app-error.ts'
import type { JournalRepair } from '#shared/ipc/journal-channels.ts'
import { MIGRATION } from '#shared/migration/migrations.ts'
import { err, ok, type Result } from '#shared/result.ts'
import type { AppendFile, JournalFiles } from './journal-files.ts'
import { addToIndex, continues, createIndex, type JournalIndex } from './journal-index.ts'
import type { Tail } from './journal-writer.ts'
import { lineSpans, openLine } from './lines.ts'
import { codeOf } from './node-journal-files.ts'
import { readSegment, type SegmentEnd } from './read-segment.ts'
import { AnyHeader, SegmentHeader, segmentName, segmentNumbers } from './segment-header.ts'

/** A journal read from its files; `header` is that of the last segment. */
export interface ScannedJournal {
  readonly index: JournalIndex
  readonly header: SegmentHeader
  /** What counts of each segment, in the order of the journal. */
  readonly tails: readonly Tail[]
  readonly lastNumber: number
  readonly repairs: readonly JournalRepair[]
}

interface Segment {
  readonly number: number
  readonly header: SegmentHeader
  readonly hash: string
  readonly from: number
}

const HEADER_BYTES = 4096

/**
 * Reads and proves the whole journal. A last edit that was never finished is cut off and told; anything else that does
 * not fit the chain is an error that names the line. null = there is no journal.
 * `saved` is the number of edits this PC knows to have been saved: those are never cut off.
 */
export async function scanJournal(
  files: JournalFiles,
  saved: number,
): Promise<Result<ScannedJournal | null, AppError>> {
  const repairs: JournalRepair[] = []
  const numbers = segmentNumbers(await files.list())
  const readable: Segment[] = []
  for (const number of numbers) {
    const segment = await readHeader(files, number)
    if (!segment.ok) return segment
    if (segment.value !== null) readable.push(segment.value)
  }
  const segments = await withoutAbandoned(files, readable)
  const broken = numbers.filter((number) => !readable.some((segment) => segment.number === number))
  for (const number of broken) {
    const outcome = await dropHeaderless(files, number, segments, numbers)
    if (!outcome.ok) return outcome
    repairs.push(...outcome.value)
  }
  const last = segments.at(-1)
  if (last === undefined) return ok(null)
  const index = createIndex()
  const tails: Tail[] = []
  for (const [place, segment] of segments.entries()) {
    const fits = followsOn(segment, tails.at(-1) ?? null, segments[0])
    if (!fits) return damaged(segment.number, 1)
    const end = await readInto(index, files, segment, segments[place + 1])
    const cut = segments[place + 1]?.header.after ?? null
    if (cut !== null) {
      if (end.rest !== 'clean' || end.hash !== cut.hash) return damaged(segment.number, end.line)
    } else if (end.rest === 'middle' || (end.rest === 'last-edit' && index.places.length < saved)) {
      return damaged(segment.number, end.line)
    } else if (end.rest === 'last-edit') repairs.push(await cutOff(files, segment.number, end))
    tails.push({ segment: segment.number, good: end.good, hash: end.hash })
  }
  await settle(files, last.number)
  return ok({ index, header: last.header, tails, lastNumber: numbers.at(-1) ?? last.number, repairs })
}

/**
 * Without the segments that could be neither begun nor removed: they hold a header and nothing else, and the next one
 * goes on from before them.
 */
async function withoutAbandoned(
  files: JournalFiles,
  segments: readonly Segment[],
): Promise<readonly Segment[]> {
  const kept: Segment[] = []
  for (const [place, segment] of segments.entries()) {
    const after = segments[place + 1]?.header.after?.segment ?? segment.number
    const isPassedOver = after < segment.number
    const rest = isPassedOver ? await files.read(segmentName(segment.number), segment.from) : null
    if (rest === null || rest.length > 0) kept.push(segment)
  }
  return kept
}

function followsOn(segment: Segment, tail: Tail | null, first: Segment | undefined): boolean {
  const { after, journal } = segment.header
  if (segment.header.segment !== segment.number || journal !== first?.header.journal) return false
  if (tail === null || after === null) return tail === null && after === null
  return after.segment === tail.segment && after.bytes === tail.good && after.hash === tail.hash
}

async function readInto(
  index: JournalIndex,
  files: JournalFiles,
  segment: Segment,
  next: Segment | undefined,
): Promise<SegmentEnd> {
  const bytes = await files.read(segmentName(segment.number), 0, next?.header.after?.bytes)
  const { migration } = segment.header
  index.migrations.set(segment.number, migration)
  if (index.origin === '') index.origin = segment.hash
  let previous = segment.hash
  return readSegment(bytes, { migration, hash: segment.hash, from: segment.from }, (found) => {
    if (!continues(index, found.edit)) return false
    const { from, to, hash } = found
    addToIndex(index, found.edit, { segment: segment.number, from, to, previous, hash }, found.digest)
    previous = hash
    return true
  })
}

/**
 * What was read may be in the cache alone, when fsync had failed or the program ended before it: it is made durable
 * before anything is built on it or told to others. A folder that cannot be written is read all the same.
 */
async function settle(files: JournalFiles, segment: number): Promise<void> {
  let file: AppendFile
  try {
    file = await files.open(segmentName(segment))
  } catch (error) {
    if (READ_ONLY.has(codeOf(error))) return
    throw error
  }
  try {
    await file.sync()
    await files.syncFolder()
  } finally {
    await file.close()
  }
}

const READ_ONLY: ReadonlySet<string> = new Set(['EROFS', 'EACCES', 'EPERM'])

async function cutOff(files: JournalFiles, segment: number, end: SegmentEnd): Promise<JournalRepair> {
  const name = segmentName(segment)
  const file = await files.open(name)
  try {
    const bytes = (await file.size()) - end.good
    await file.truncate(end.good)
    await file.sync()
    return { kind: 'torn-tail', file: name, bytes }
  } finally {
    await file.close()
  }
}

/** A segment without a readable header counts for nothing if the next one says so, or if it was just being begun. */
async function dropHeaderless(
  files: JournalFiles,
  number: number,
  segments: readonly Segment[],
  numbers: readonly number[],
): Promise<Result<readonly JournalRepair[], AppError>> {
  const later = segments.find((segment) => segment.number > number)
  if (later !== undefined) {
    return (later.header.after?.segment ?? number) < number ? ok([]) : damaged(number, 1)
  }
  const name = segmentName(number)
  const bytes = await files.read(name)
  if (number !== numbers.at(-1) || [...lineSpans(bytes)].some((line) => line.whole)) return damaged(number, 1)
  await files.remove(name)
  return ok(bytes.length === 0 ? [] : [{ kind: 'torn-tail', file: name, bytes: bytes.length }])
}

/** The header of a segment; null when its first line is not whole or not proved. */
async function readHeader(files: JournalFiles, number: number): Promise<Result<Segment | null, AppError>> {
  const name = segmentName(number)
  const bytes = await files.read(name, 0, HEADER_BYTES)
  const [line] = lineSpans(bytes)
  if (line === undefined || !line.whole) return ok(null)
  const raw = bytes.subarray(line.from, line.to)
  const value = parse(Buffer.from(raw).toString('utf8'))
  const any = AnyHeader.safeParse(value)
  if (any.success && (any.data.version > 1 || any.data.migration > MIGRATION)) {
    return err({ code: 'journal.newer', file: name })
  }
  if (typeof value !== 'object' || value === null) return ok(null)
  const { hash, ...rest } = value as { readonly hash?: unknown }
  const header = SegmentHeader.safeParse(rest)
  if (!header.success || openLine(header.data.after?.hash ?? '', raw)?.hash !== hash) return ok(null)
  return ok({ number, header: header.data, hash: String(hash), from: line.to + 1 })
}

function damaged(segment: number, line: number): Result<never, AppError> {
  return err({ code: 'journal.damaged', file: segmentName(segment), line })
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
