import { randomUUID } from 'node:crypto'
import { mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openJournal } from '#main/journal/journal.ts'
import { nodeJournalFiles } from '#main/journal/node-journal-files.ts'
import { nodeMarkerStore } from '#main/journal/node-marker-store.ts'
import type { EditDraft } from '#shared/edits/edit.ts'
import { type BenchRow, compareInTurn } from './bench-row.ts'
import { sampleFirms } from './sample-records.ts'

const FIRMS = 20_000

/** Commit of an import of 20,000 firms, checks and chain included, against stringify + write + fsync of it. */
export async function journalAppend(runs = 7): Promise<readonly BenchRow[]> {
  const folder = await mkdtemp(join(tmpdir(), 'journal-bench-'))
  const ops = [...sampleFirms(FIRMS)]
  let file = 0
  const anchor = async () => {
    file += 1
    const handle = await open(join(folder, `plain-${file}.json`), 'wx')
    const started = performance.now()
    await handle.writeFile(JSON.stringify(draftOf(ops)))
    await handle.sync()
    const took = performance.now() - started
    await handle.close()
    return took
  }
  const ours = async () => {
    file += 1
    const place = join(folder, `journal-${file}`)
    const opened = await openJournal({
      files: nodeJournalFiles(place),
      marker: nodeMarkerStore(folder, place),
      machine: 'bench',
      folder: place,
      newId: randomUUID,
    })
    if (!opened.ok) throw new Error(opened.error.code)
    const draft = draftOf(ops)
    const started = performance.now()
    const done = await opened.value.commit(draft)
    const took = performance.now() - started
    if (!done.ok) throw new Error(JSON.stringify(done.error))
    await opened.value.close()
    return took
  }
  try {
    const name = 'journal append of 20,000 firms / stringify + write + fsync'
    return [await compareInTurn(name, 1.5, runs, { ours, anchor })]
  } finally {
    await rm(folder, { recursive: true })
  }
}

function draftOf(ops: EditDraft['ops']): EditDraft {
  return {
    commit: randomUUID(),
    seen: {},
    at: '2021-03-05T08:00:00.000Z',
    by: '李某',
    why: { kind: 'imported', file: '企业名录.xlsx', sheet: '企业' },
    title: `导入 ${FIRMS} 家企业`,
    ...(ops === undefined ? {} : { ops }),
  }
}
