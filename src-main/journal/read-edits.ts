import type { AppError } from '#shared/errors/app-error.ts'
import { MIGRATION } from '#shared/migration/migrations.ts'
import { err, ok, type Result } from '#shared/result.ts'
import type { JournalFiles } from './journal-files.ts'
import type { EditPlace, JournalIndex } from './journal-index.ts'
import { lineSpans } from './lines.ts'
import { type FoundEdit, readSegment } from './read-segment.ts'
import { segmentName } from './segment-header.ts'

const BATCH_BYTES = 2 * 1024 * 1024
const BATCH_EDITS = 5000

/** The edits at a number of places, in the order of the journal, in batches; each is proved by the chain. */
export async function* readPlaces(
  files: JournalFiles,
  index: JournalIndex,
  places: Iterable<number>,
): AsyncGenerator<Result<readonly FoundEdit[], AppError>> {
  for (const run of runsOf(index, places)) yield await readRun(files, index, run)
}

/** Places that lie one behind the other in one segment, about 2 MB at a time. */
function* runsOf(index: JournalIndex, places: Iterable<number>): Generator<readonly EditPlace[]> {
  let run: EditPlace[] = []
  for (const count of places) {
    const place = index.places[count]
    if (place === undefined) break
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
  files: JournalFiles,
  index: JournalIndex,
  run: readonly EditPlace[],
): Promise<Result<readonly FoundEdit[], AppError>> {
  const [first, last] = [run[0], run.at(-1)]
  if (first === undefined || last === undefined) return ok([])
  const file = segmentName(first.segment)
  const bytes = await files.read(file, first.from, last.to)
  const start = { migration: index.migrations.get(first.segment) ?? MIGRATION, hash: first.previous, from: 0 }
  const edits: FoundEdit[] = []
  const end = readSegment(bytes, start, (found) => edits.push(found) > 0)
  if (end.rest === 'clean' && end.hash === last.hash) return ok(edits)
  const before = [...lineSpans(await files.read(file, 0, first.from))].length
  return err({ code: 'journal.damaged', file, line: before + end.line - 1 })
}
