import type { Edit } from '#shared/edits/edit.ts'
import type { AppError } from '#shared/errors/app-error.ts'
import { err, ok, type Result } from '#shared/result.ts'
import type { ReportProgress } from '../app/tasks.ts'
import type { Checkpoint } from './checkpoint.ts'
import type { JournalFiles } from './journal-files.ts'
import { countOf, createIndex, type JournalIndex } from './journal-index.ts'
import { readPlaces } from './read-edits.ts'
import { chainOf } from './segment-chain.ts'
import { segmentName } from './segment-header.ts'
import { SegmentStore } from './segment-store.ts'
import { readError } from './write-error.ts'

/** What a whole journal holds. */
export interface JournalCheck {
  readonly edits: number
  readonly segments: number
  /** Of the plain text. */
  readonly bytes: number
  /** PCs that have made edits. */
  readonly stations: number
}

/**
 * Reads every line of a journal from the disk, not trusting what is in memory: headers, the chain of lines, every edit
 * against the dictionary, every station's chain of edits. The first line that does not hold is named.
 */
export async function checkJournal(
  { files, folder }: { readonly files: JournalFiles; readonly folder: string },
  journal: Checkpoint,
  signal: AbortSignal,
  report: ReportProgress,
): Promise<Result<JournalCheck, AppError>> {
  // A store of its own, which has nothing unpacked yet.
  const store = new SegmentStore(files)
  try {
    const badHeader = await firstBadHeader(store, journal)
    if (badHeader !== null) return damaged(badHeader, 1)
    return await checkEdits(store, journal, signal, report)
  } catch (error) {
    return err(readError(error, folder))
  }
}

async function firstBadHeader(store: SegmentStore, { index, tails }: Checkpoint): Promise<number | null> {
  for (const { segment } of tails) {
    const start = index.starts.get(segment)
    const header = chainOf(await store.read(segment, 0, start?.from))
    if (start === undefined || header.hash !== start.hash || header.good !== start.from) return segment
  }
  return null
}

async function checkEdits(
  store: SegmentStore,
  { index, tails }: Checkpoint,
  signal: AbortSignal,
  report: ReportProgress,
): Promise<Result<JournalCheck, AppError>> {
  const total = countOf(index)
  const chains = createIndex()
  let done = 0
  report(READING, 0, total)
  for await (const batch of readPlaces(store, index, numbersUpTo(total))) {
    if (signal.aborted) return err({ code: 'task.cancelled' })
    if (!batch.ok) return batch
    for (const { edit, digest } of batch.value) {
      if (!follows(chains, edit) || digest !== index.edits.digestAt(done))
        return damagedEdit(store, index, done)
      chains.clock.set(edit.id.station, edit.id.n)
      chains.digests.set(edit.id.station, digest)
      done += 1
    }
    report(READING, done, total)
  }
  const bytes = tails.reduce((sum, { good }) => sum + good, 0)
  return ok({ edits: done, segments: tails.length, bytes, stations: chains.clock.size })
}

const READING = '正在核对台账日志'

function follows({ clock, digests }: JournalIndex, { id, prev }: Edit): boolean {
  return (clock.get(id.station) ?? 0) === id.n - 1 && (digests.get(id.station) ?? null) === prev
}

function* numbersUpTo(total: number): Generator<number> {
  for (let at = 0; at < total; at += 1) yield at
}

/** Every line of the edit is what was written; it is the edit that does not follow on its station's last. */
async function damagedEdit(
  store: SegmentStore,
  index: JournalIndex,
  at: number,
): Promise<Result<never, AppError>> {
  const segment = index.edits.segmentAt(at)
  const end = index.edits.endAt(at)
  const chain = chainOf(await store.read(segment, 0, end))
  return damaged(segment, chain.lines)
}

function damaged(segment: number, line: number): Result<never, AppError> {
  return err({ code: 'journal.damaged', file: segmentName(segment), line })
}
