import type { AppError } from '#shared/errors/app-error.ts'
import type { JournalRepair } from '#shared/ipc/journal-channels.ts'
import { MIGRATION } from '#shared/migration/migrations.ts'
import { err, ok, type Result } from '#shared/result.ts'
import { codeOf } from '../files/error-code.ts'
import { fittingCheckpoint, type Segment, startOf } from './checkpoint-fit.ts'
import { beginsAt, removeCompacted, removeUnfinished } from './compacted-segments.ts'
import type { AppendFile, JournalFiles } from './journal-files.ts'
import { addToIndex, continues, countOf, createIndex, type JournalIndex } from './journal-index.ts'
import type { Tail } from './journal-writer.ts'
import { jsonOf, lineSpans, openLine } from './lines.ts'
import { lineAt } from './read-edits.ts'
import { readSegment, type SegmentEnd } from './read-segment.ts'
import { AnyHeader, SegmentHeader, segmentName } from './segment-header.ts'
import type { SegmentStore } from './segment-store.ts'
import type { StationMarker } from './station-marker.ts'
import { cutOff, setAside, tornNumbers } from './torn-rest.ts'

/** A journal read from its files; `header` is that of the last segment. */
export interface ScannedJournal {
  readonly index: JournalIndex
  readonly header: SegmentHeader
  /** What counts of each segment, in the order of the journal. */
  readonly tails: readonly Tail[]
  readonly lastNumber: number
  /** The compaction the journal begins with. */
  readonly compacts: SegmentHeader['compacts']
  /** Whom the segments belong to, those a compaction took away among them, in order. */
  readonly stations: readonly string[]
  readonly repairs: readonly JournalRepair[]
  /** Can nothing be added to the last segment: compressed, or with a rest behind it that could not be moved away? */
  readonly isClosed: boolean
  /** Edits that came from the checkpoint; 0 when none fitted. */
  readonly fromCheckpoint: number
  /** Bytes that were read and proved. */
  readonly read: number
}

/** What this PC remembers: the edits of a journal that it knows to be saved, and the station it wrote them under. */
export type Remembered = Pick<StationMarker, 'journal' | 'station' | 'head'>

/**
 * Reads and proves the journal, from its checkpoint on when there is one that fits. A last edit that was never finished
 * is moved away and told; anything else that does not fit the chain is an error that names the line. null = there is no
 * journal. What this PC or the checkpoint knows to be saved is never moved away.
 */
export async function scanJournal(
  store: SegmentStore,
  remembered: Remembered | null,
): Promise<Result<ScannedJournal | null, AppError>> {
  const { files } = store
  const repairs: JournalRepair[] = []
  const found = await store.numbers()
  const readable: Segment[] = []
  for (const number of found) {
    const segment = await readHeader(store, number)
    if (!segment.ok) return segment
    if (segment.value !== null) readable.push(segment.value)
  }
  const begin = beginsAt(readable)
  await removeUnfinished(files)
  if (begin > 0) await removeCompacted(files, begin)
  const numbers = found.filter((number) => number >= begin)
  const segments = await withoutAbandoned(
    store,
    readable.filter((segment) => segment.number >= begin),
  )
  const broken = numbers.filter((number) => !readable.some((segment) => segment.number === number))
  for (const number of broken) {
    const outcome = await dropHeaderless(store, number, segments, numbers)
    if (!outcome.ok) return outcome
    repairs.push(...outcome.value)
  }
  const last = segments.at(-1)
  if (last === undefined) return ok(null)
  const compacts = segments[0]?.header.compacts
  const { known, saved: savedByCheckpoint } = await fittingCheckpoint(store, segments)
  const saved = Math.max(remembered?.head.count ?? 0, savedByCheckpoint)
  // Nobody else has added to the last segment, and what this PC added and called saved it remembers.
  const remembersAll =
    remembered?.journal === last.header.journal && remembered.station === last.header.station
  let isCut = true
  const index = known?.index ?? createIndex()
  const fromCheckpoint = countOf(index)
  let read = 0
  const tails: Tail[] = known === null ? [] : known.tails.slice(0, -1)
  for (const [place, segment] of segments.entries()) {
    if (place < tails.length) continue
    const fits = followsOn(segment, tails.at(-1) ?? null, segments[0])
    if (!fits) return damaged(segment.number, 1)
    const from = known?.tails[place] ?? { good: segment.from, hash: segment.hash }
    const end = await readInto(index, store, segment, { from, next: segments[place + 1] })
    const cut = segments[place + 1]?.header.after ?? null
    if (cut !== null) {
      if (end.rest !== 'clean' || end.hash !== cut.hash) return damaged(segment.number, end.line)
    } else if (end.rest !== 'clean') {
      if (isDamage(end.rest, countOf(index) < saved, remembersAll)) return damaged(segment.number, end.line)
      const unsure = !remembersAll || end.rest !== 'unfinished'
      const cutting = await cutOff(files, segment.number, { good: end.good, unsure })
      repairs.push(cutting.repair)
      isCut = cutting.isCut
    }
    tails.push({ segment: segment.number, good: end.good, hash: end.hash })
    read += end.good - from.good
  }
  const isPacked = await store.isPacked(last.number)
  if (!isPacked) await settle(files, last.number)
  const stations = [...(compacts?.stations ?? []), ...segments.map(({ header }) => header.station)]
  const lastNumber = Math.max(last.number, ...numbers, ...tornNumbers(await files.list()))
  return ok({
    index,
    header: last.header,
    tails,
    lastNumber,
    compacts,
    stations,
    repairs,
    isClosed: isPacked || !isCut,
    fromCheckpoint,
    read,
  })
}

/**
 * Without the segments that could be neither begun nor removed: they hold a header and nothing else, and the next one
 * goes on from before them.
 */
async function withoutAbandoned(
  store: SegmentStore,
  segments: readonly Segment[],
): Promise<readonly Segment[]> {
  const kept: Segment[] = []
  for (const [place, segment] of segments.entries()) {
    const after = segments[place + 1]?.header.after?.segment ?? segment.number
    const isPassedOver = after < segment.number
    const rest = isPassedOver ? await store.read(segment.number, segment.from) : null
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
  store: SegmentStore,
  segment: Segment,
  { from, next }: { readonly from: Pick<Tail, 'good' | 'hash'>; readonly next: Segment | undefined },
): Promise<SegmentEnd> {
  const base = from.good
  const bytes = await store.read(segment.number, base, next?.header.after?.bytes)
  const start = startOf(segment)
  index.starts.set(segment.number, start)
  if (index.origin === '') index.origin = segment.hash
  let previous = from.hash
  const end = readSegment(bytes, { migration: start.migration, hash: previous, from: 0 }, (found) => {
    if (!continues(index, found.edit)) return false
    const { hash } = found
    const place = { segment: segment.number, from: base + found.from, to: base + found.to, previous, hash }
    addToIndex(index, found.edit, place, found.digest)
    previous = hash
    return true
  })
  const line = end.rest === 'clean' ? end.line : await lineAt(store, segment.number, base, end.line)
  return { ...end, good: base + end.good, line }
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

/**
 * An interrupted write leaves the beginning of what was written. A device may also have taken its later bytes and not its
 * earlier ones; whether a whole bad line is that, or was saved and has changed since, only this PC's memory tells.
 */
function isDamage(rest: SegmentEnd['rest'], isSaved: boolean, remembersAll: boolean): boolean {
  return rest === 'middle' || isSaved || (rest === 'last-edit' && !remembersAll)
}

/** A segment without a readable header counts for nothing if the next one says so, or if it was just being begun. */
async function dropHeaderless(
  store: SegmentStore,
  number: number,
  segments: readonly Segment[],
  numbers: readonly number[],
): Promise<Result<readonly JournalRepair[], AppError>> {
  const later = segments.find((segment) => segment.number > number)
  if (later !== undefined) {
    return (later.header.after?.segment ?? number) < number ? ok([]) : damaged(number, 1)
  }
  const name = segmentName(number)
  if (await store.isPacked(number)) return damaged(number, 1)
  const { files } = store
  const bytes = await files.read(name)
  if (number !== numbers.at(-1) || [...lineSpans(bytes)].some((line) => line.whole)) return damaged(number, 1)
  if (bytes.length === 0) {
    await files.remove(name)
    return ok([])
  }
  const kept = await setAside(files, number)
  return ok([{ kind: 'torn-tail', file: name, bytes: bytes.length, kept }])
}

/** The header of a segment; null when its first line is not whole or not proved. */
async function readHeader(store: SegmentStore, number: number): Promise<Result<Segment | null, AppError>> {
  const name = segmentName(number)
  const bytes = await store.beginning(number)
  const [line] = lineSpans(bytes)
  if (line === undefined || !line.whole) return ok(null)
  const raw = bytes.subarray(line.from, line.to)
  const value = jsonOf(Buffer.from(raw).toString('utf8'))
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
