import type { AppError } from '#shared/errors/app-error.ts'
import { MIGRATION } from '#shared/migration/migrations.ts'
import { err, ok, type Result } from '#shared/result.ts'
import { type EditPlace, type JournalIndex, placeAt } from './journal-index.ts'
import { lineSpans } from './lines.ts'
import { type FoundEdit, readSegment } from './read-segment.ts'
import { segmentName } from './segment-header.ts'
import type { SegmentStore } from './segment-store.ts'

const BATCH_BYTES = 2 * 1024 * 1024
const BATCH_EDITS = 5000

/** The edits at a number of places, in the order of the journal, in batches; each is proved by the chain. */
export async function* readPlaces(
  store: SegmentStore,
  index: JournalIndex,
  places: Iterable<number>,
): AsyncGenerator<Result<readonly FoundEdit[], AppError>> {
  for (const run of runsOf(index, places)) yield await readRun(store, index, run)
}

/** Places that lie one behind the other in one segment, about 2 MB at a time. */
function* runsOf(index: JournalIndex, places: Iterable<number>): Generator<readonly EditPlace[]> {
  let run: EditPlace[] = []
  for (const count of places) {
    const place = placeAt(index, count)
    if (place === null) break
    const [first, last] = [run[0], run.at(-1)]
    if (first !== undefined && last !== undefined) {
      const isNext = place.segment === last.segment && place.from === last.to
      if (!isNext || place.to - first.from > BATCH_BYTES || run.length === BATCH_EDITS) {
        yield run
        run = []
      }
    }
    run.push(place)
  }
  if (run.length > 0) yield run
}

async function readRun(
  store: SegmentStore,
  index: JournalIndex,
  run: readonly EditPlace[],
): Promise<Result<readonly FoundEdit[], AppError>> {
  const [first, last] = [run[0], run.at(-1)]
  if (first === undefined || last === undefined) return ok([])
  const bytes = await store.read(first.segment, first.from, last.to)
  const migration = index.starts.get(first.segment)?.migration ?? MIGRATION
  const edits: FoundEdit[] = []
  const start = { migration, hash: first.previous, from: 0 }
  const end = readSegment(bytes, start, (found) => edits.push(found) > 0)
  if (end.rest === 'clean' && end.hash === last.hash) return ok(edits)
  const line = await lineAt(store, first.segment, first.from, end.line)
  return err({ code: 'journal.damaged', file: segmentName(first.segment), line })
}

/** Number in its file of a line that readSegment, begun at `from`, gave the number `line`. */
export async function lineAt(
  store: SegmentStore,
  segment: number,
  from: number,
  line: number,
): Promise<number> {
  return [...lineSpans(await store.read(segment, 0, from))].length + line - 1
}
