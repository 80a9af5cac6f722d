import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openJournal } from '#main/journal/journal.ts'
import { nodeJournalFiles } from '#main/journal/node-journal-files.ts'
import { nodeMarkerStore } from '#main/journal/node-marker-store.ts'
import { commit, firm, manyFirms, readAll, value } from './journal-fixture.ts'

let root = ''
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'journal-'))
})
afterEach(() => rm(root, { recursive: true }))

const open = (folder: string) =>
  openJournal({
    files: nodeJournalFiles(folder),
    marker: nodeMarkerStore(join(root, 'markers'), folder),
    machine: 'machine-1',
    folder,
    newId: randomUUID,
  })

test('a journal in a real folder is the same after reopening', async () => {
  const folder = join(root, '台账', 'journal')
  const journal = value(await open(folder))
  value(await commit(journal))
  value(await commit(journal, manyFirms(1200)))
  await journal.close()
  const again = value(await open(folder))
  expect(again.opened()).toEqual(journal.opened())
  expect((await readAll(again)).map((edit) => edit.ops)).toEqual([[firm('a')], manyFirms(1200)])
  await again.close()
})
