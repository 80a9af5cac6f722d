import { expect, test } from 'vitest'
import type { Workspace } from '#renderer/workspace/workspace.ts'
import { createRecord, setFields } from '#shared/edits/operations.ts'
import { readAll, value } from '../../src-main/journal/journal-fixture.ts'
import { contentsOf, DeskPc } from './desktop-fixture.ts'

const typed = { kind: 'typed' } as const

async function write(workspace: Workspace, name: string) {
  const ops = [setFields('enterprise', 'a', { name })]
  return value(await workspace.commit({ ops, why: typed, title: '改名称' }))
}

async function editsOf(pc: DeskPc) {
  return readAll(await pc.opened())
}

test('edits of another PC are seen at once, told to listeners, and are in the working copy after a restart', async () => {
  const [here, there] = [new DeskPc(), new DeskPc()]
  const mine = await here.started()
  const ops = [createRecord('enterprise', 'a', { name: '甲' })]
  value(await mine.commit({ ops, why: typed, title: '新增' }))
  const theirs = await there.started()
  let calls = 0
  theirs.subscribe(() => {
    calls += 1
  })
  const before = theirs.records
  const done = value(await theirs.takeUp(there.bring(await editsOf(here))))
  expect([done.taken.length, done.left, calls, theirs.revision]).toEqual([1, [], 1, 1])
  expect(theirs.records).not.toBe(before)
  expect(theirs.records.get('enterprise', 'a')?.name).toBe('甲')
  expect(theirs.canUndo()).toBeNull()
  await write(theirs, '乙')
  there.calls.length = 0
  const again = await there.started()
  expect(contentsOf(again)).toEqual(contentsOf(theirs))
  // The working copy stood at the journal's head, so nothing was replayed into it.
  expect(there.calls.filter((call) => call === 'journal:read')).toHaveLength(2)
})

test('two PCs that changed one field in the same hour see the same conflict, and taking up again changes nothing', async () => {
  const pcs = [new DeskPc(), new DeskPc()] as const
  const [one, two] = [await pcs[0].started(), await pcs[1].started()]
  await write(one, '甲')
  await write(two, '乙')
  expect(value(await one.takeUp(pcs[0].bring(await editsOf(pcs[1])))).conflicts).toBe(1)
  value(await two.takeUp(pcs[1].bring(await editsOf(pcs[0]))))
  const [conflict] = one.records.all('enterprise')
  expect(conflict?.conflicts.name?.map(({ value: name }) => name).toSorted()).toEqual(['乙', '甲'])
  expect(two.records.all('enterprise')).toEqual(one.records.all('enterprise'))
  const { records, revision } = one
  expect(value(await one.takeUp(pcs[0].bring(await editsOf(pcs[1])))).taken).toEqual([])
  expect([one.records, one.revision]).toEqual([records, revision])
})

test('a journal that cannot be written leaves the records as they were', async () => {
  const [here, there] = [new DeskPc(), new DeskPc()]
  await write(await here.started(), '甲')
  const theirs = await there.started()
  there.files.failNext({ on: 'append', code: 'ENOSPC', bytes: 10 })
  expect(await theirs.takeUp(there.bring(await editsOf(here)))).toMatchObject({
    ok: false,
    error: { code: 'journal.disk-full' },
  })
  expect(theirs.records.all('enterprise')).toEqual([])
})
