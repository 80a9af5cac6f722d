import { randomUUID } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CHECKPOINT } from '#main/journal/checkpoint.ts'
import { digestOf } from '#main/journal/edit-lines.ts'
import { type Journal, type JournalDeps, openJournal } from '#main/journal/journal.ts'
import { nodeJournalFiles } from '#main/journal/node-journal-files.ts'
import { nodeMarkerStore } from '#main/journal/node-marker-store.ts'
import type { Edit } from '#shared/edits/edit.ts'
import { createRecord, setFields } from '#shared/edits/operations.ts'
import { type BenchRow, compareInTurn } from './bench-row.ts'

const EDITS = 100_000
const BATCH = 5000
/** Edits made since the checkpoint: more than ever stand behind one. */
const BEHIND = 1000

/**
 * Opening 100,000 edits, about ten years of one clerk: with the checkpoint and 1,000 edits behind it, against reading
 * and proving every line, as without it.
 */
export async function journalOpening(runs = 5): Promise<readonly BenchRow[]> {
  const root = await mkdtemp(join(tmpdir(), 'journal-bench-'))
  try {
    const place = placeOf(root)
    const checkpoint = await fill(place)
    const ours = async () => {
      await writeFile(pathOf(place), checkpoint)
      return opening(place)
    }
    const anchor = async () => {
      await rm(pathOf(place))
      return opening(place)
    }
    await writeFile(pathOf(place), checkpoint)
    const name = `open a journal of ${EDITS.toLocaleString('en')} edits / read and prove all of it`
    return [await compareInTurn(name, 0.15, runs, { ours, anchor })]
  } finally {
    await rm(root, { recursive: true })
  }
}

function placeOf(folder: string): JournalDeps {
  return {
    files: nodeJournalFiles(join(folder, 'journal')),
    marker: nodeMarkerStore(join(folder, 'stations'), folder),
    machine: 'bench',
    folder,
    newId: randomUUID,
    // only closing leaves one: what is measured must not be written beside it
    checkpointPace: { edits: Number.POSITIVE_INFINITY, bytes: Number.POSITIVE_INFINITY },
  }
}

/** Gives the checkpoint that closing wrote when the last edits were not yet there, as a power cut leaves it. */
async function fill(place: JournalDeps): Promise<Uint8Array> {
  const last = await takeUp(place, null, EDITS - BEHIND)
  const older = await readFile(pathOf(place))
  await takeUp(place, last, BEHIND)
  return older
}

const pathOf = (place: JournalDeps) => join(place.folder, 'journal', CHECKPOINT)

/** Another PC's edits, so many more, taken up in few writes. */
async function takeUp(place: JournalDeps, from: Edit | null, count: number): Promise<Edit | null> {
  const journal = await opened(place)
  let before = from
  for (let done = 0; done < count; done += BATCH) {
    const edits: Edit[] = []
    for (let n = 0; n < Math.min(BATCH, count - done); n += 1) {
      before = editAfter(before)
      edits.push(before)
    }
    const taken = await journal.takeUp(edits)
    if (!taken.ok) throw new Error(taken.error.code)
  }
  await journal.close()
  return before
}

function editAfter(before: Edit | null): Edit {
  const at = before?.id.n ?? 0
  const firm = `firm-${at % 5000}`
  const op =
    at < 5000
      ? createRecord('enterprise', firm, { name: `样例企业${at}有限公司`, park: '平江高新技术产业园区' })
      : setFields('enterprise', firm, { product: `产品第${at}号`, employees: at % 900 })
  return {
    commit: randomUUID(),
    seen: before === null ? {} : { [before.id.station]: before.id.n },
    at: '2021-03-05T08:00:00.000Z',
    by: '李某',
    why: { kind: 'typed' },
    title: `修改 样例企业${at % 5000}有限公司 的主导产品`,
    ops: [op],
    id: { station: 'station-bench', n: at + 1 },
    prev: before === null ? null : digestOf(before),
  }
}

async function opened(place: JournalDeps): Promise<Journal> {
  const journal = await openJournal(place)
  if (!journal.ok) throw new Error(JSON.stringify(journal.error))
  return journal.value
}

async function opening(place: JournalDeps): Promise<number> {
  const started = performance.now()
  const journal = await opened(place)
  const took = performance.now() - started
  if (journal.opened().head.count !== EDITS) throw new Error('not all edits')
  return took
}
