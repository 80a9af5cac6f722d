import { expect, test } from 'vitest'
import { commit, draft, firm, Pc, readAll, value } from './journal-fixture.ts'

const SEGMENT_1 = 'journal-000001.jsonl'

async function namesOfFirms(pc: Pc) {
  return (await readAll(await pc.opened())).map((edit) => edit.ops?.[0])
}

test('nothing is called saved in a folder that was deleted under the open journal', async () => {
  const pc = new Pc()
  const journal = await pc.opened()
  value(await commit(journal))
  pc.files.medium.erase(pc.files.folder)
  const gone = { ok: false, error: { code: 'journal.gone', folder: '台账' } }
  expect(await commit(journal, [firm('b')])).toEqual(gone)
  expect(await commit(journal, [firm('b')])).toEqual(gone)
})

test('a folder deleted while an edit is being written is told, the edit is not called saved', async () => {
  const pc = new Pc()
  const journal = await pc.opened()
  value(await commit(journal))
  pc.files.medium.fail({ on: 'append', code: 'gone', folder: pc.files.folder })
  expect((await commit(journal, [firm('b')])).ok).toBe(false)
})

test('when the folder cannot be looked at after an edit was written, the edit can be saved once it can', async () => {
  const pc = new Pc()
  const journal = await pc.opened()
  const edit = draft(journal.opened().clock)
  pc.files.medium.fail({ on: 'list', nth: 2, code: 'EIO' })
  expect((await journal.commit(edit)).ok).toBe(false)
  value(await journal.commit(edit))
  value(await commit(journal, [firm('b')]))
  pc.files.cutPower()
  expect(await namesOfFirms(pc)).toEqual([firm('a'), firm('b')])
})

test('what opening found unsynced is durable before another station builds on it', async () => {
  const pc = new Pc()
  const journal = await pc.opened()
  pc.files.failNext({ on: 'sync', code: 'EIO' }, { on: 'truncate', code: 'EIO' })
  await commit(journal)
  const colleague = new Pc()
  colleague.files = pc.files
  value(await commit(await colleague.opened(), [firm('b')]))
  pc.files.cutPower()
  expect(await namesOfFirms(colleague)).toEqual([firm('a'), firm('b')])
})

test('a folder that cannot be written is opened all the same', async () => {
  const pc = new Pc()
  value(await commit(await pc.opened()))
  const before = pc.files.text(SEGMENT_1)
  for (const on of ['open', 'create', 'sync', 'remove'] as const)
    pc.files.medium.fail({ on, code: 'EROFS', stays: true })
  const journal = await pc.opened()
  expect(await readAll(journal)).toHaveLength(1)
  expect(await commit(journal, [firm('b')])).toEqual({
    ok: false,
    error: { code: 'journal.read-only', folder: '台账' },
  })
  expect(pc.files.text(SEGMENT_1)).toBe(before)
})
