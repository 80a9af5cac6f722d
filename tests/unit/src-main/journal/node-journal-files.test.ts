import { randomUUID } from 'node:crypto'
import { cp, mkdir, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises'
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

const open = (folder: string, segmentBytes?: number) =>
  openJournal({
    ...(segmentBytes === undefined ? {} : { segmentBytes }),
    files: nodeJournalFiles(folder),
    marker: nodeMarkerStore(join(root, 'markers'), folder),
    machine: 'machine-1',
    folder,
    newId: randomUUID,
  })

test('a journal in a real folder is the same after reopening', async () => {
  const folder = join(root, '台账', 'journal')
  await mkdir(join(root, '台账'))
  const journal = value(await open(folder))
  value(await commit(journal))
  value(await commit(journal, manyFirms(1200)))
  await journal.close()
  const again = value(await open(folder))
  expect(again.opened()).toEqual(journal.opened())
  expect((await readAll(again)).map((edit) => edit.ops)).toEqual([[firm('a')], manyFirms(1200)])
  await again.close()
})

test('a data folder that is gone, its stick pulled, is told and not begun anew', async () => {
  expect(await open(join(root, '台账', 'journal'))).toMatchObject({
    ok: false,
    error: { code: 'journal.unreadable', detail: 'ENOENT' },
  })
  expect(await readdir(root)).toEqual([])
})

test('nobody else on the PC may read the journal', async () => {
  const folder = join(root, 'journal')
  await value(await open(folder)).close()
  const { mode } = await stat(join(folder, 'journal-000001.jsonl'))
  // Windows knows no such bits: the folder's own rights hold there.
  expect(mode & 0o777).toBe(process.platform === 'win32' ? 0o666 : 0o600)
})

test('a file system that cannot sync a folder, as network drives, is written to all the same', async () => {
  // /proc refuses fsync with EINVAL, as they do; Windows is never asked.
  const files = nodeJournalFiles('/proc')
  await expect(files.syncFolder()).resolves.toBeUndefined()
  expect(files.namesLast?.()).toBe(false)
})

test('a file renamed stands in place of the one that had the name', async () => {
  const files = nodeJournalFiles(join(root, 'journal'))
  for (const name of ['a', 'b']) {
    const file = await files.create(name)
    await file.append(Buffer.from(name))
    await file.close()
  }
  await files.rename('a', 'b')
  expect(await files.list()).toEqual(['b'])
  expect(Buffer.from(await files.read('b')).toString()).toBe('a')
})

test.skipIf(process.platform === 'win32')(
  'an edit written into a folder moved away meanwhile is not called saved, and is once the folder is back',
  async () => {
    const folder = join(root, 'journal')
    const away = join(root, 'away')
    const journal = value(await open(folder))
    value(await commit(journal))
    await rename(folder, away)
    const gone = { ok: false, error: { code: 'journal.gone', folder: 'journal' } }
    expect(await commit(journal, [firm('b')])).toEqual(gone)
    await mkdir(folder)
    expect(await commit(journal, [firm('b')])).toEqual(gone)
    expect(await readdir(folder)).toEqual([])
    await rm(folder, { recursive: true })
    await rename(away, folder)
    value(await commit(journal, [firm('b')]))
    await journal.close()
    const again = value(await open(folder))
    expect(again.opened().repairs).toEqual([])
    expect((await readAll(again)).map((edit) => edit.ops?.[0])).toEqual([firm('a'), firm('b')])
    await again.close()
  },
)

test.skipIf(process.platform === 'win32')(
  'an edit never goes into the original of a folder that a copy has replaced',
  async () => {
    const folder = join(root, 'journal')
    const journal = value(await open(folder))
    value(await commit(journal))
    await cp(folder, join(root, 'copy'), { recursive: true })
    await rename(folder, join(root, 'original'))
    await rename(join(root, 'copy'), folder)
    expect(await commit(journal, [firm('b')])).toMatchObject({ ok: false, error: { code: 'journal.gone' } })
    value(await commit(journal, [firm('b')]))
    await journal.close()
    const again = value(await open(folder))
    expect((await readAll(again)).map((edit) => edit.ops?.[0])).toEqual([firm('a'), firm('b')])
    await again.close()
  },
)

test.skipIf(process.platform === 'win32')(
  'a segment is not begun in an empty folder that has taken the place of the journal',
  async () => {
    const folder = join(root, 'journal')
    const journal = value(await open(folder, 1))
    value(await commit(journal))
    await rename(folder, join(root, 'away'))
    await mkdir(folder)
    expect(await commit(journal, [firm('b')])).toMatchObject({ ok: false, error: { code: 'journal.gone' } })
    expect(await readdir(folder)).toEqual([])
    await journal.close()
  },
)
