import { expect, test, vi } from 'vitest'
import { CHECKPOINT } from '#main/journal/checkpoint.ts'
import { commit, firm, Pc, readAll, value } from './journal-fixture.ts'

test('a checkpoint that could not be written is written at the end of the session', async () => {
  const pc = new Pc()
  pc.pace = { checkpointPace: { edits: 20, bytes: 1e9 } }
  const journal = await pc.opened()
  for (let n = 1; n < 20; n += 1) value(await commit(journal, [firm(`f${n}`)]))
  pc.files.failNext({ on: 'rename', code: 'EACCES' })
  value(await commit(journal, [firm('f20')]))
  await readAll(journal)
  expect(pc.files.names()).not.toContain(CHECKPOINT)
  await journal.close()
  expect(pc.files.names()).toContain(CHECKPOINT)
})

test('it is tried again soon, but not with every edit', async () => {
  const pc = new Pc()
  pc.pace = { checkpointPace: { edits: 20, bytes: 1e9 } }
  const journal = await pc.opened()
  const rename = vi
    .spyOn(pc.files, 'rename')
    .mockRejectedValueOnce(Object.assign(new Error(), { code: 'EACCES' }))
  const triedAt: number[] = []
  for (let n = 1; n <= 30; n += 1) {
    const before = rename.mock.calls.length
    value(await commit(journal, [firm(`f${n}`)]))
    await vi.waitFor(() => expect(pc.files.names()).not.toContain(`${CHECKPOINT}.new`))
    await new Promise((done) => setImmediate(done))
    if (rename.mock.calls.length > before) triedAt.push(n)
  }
  expect(triedAt).toEqual([20, 22])
})

test('a bug in writing it is reported and fails no edit', async () => {
  const pc = new Pc()
  const reportBug = vi.fn()
  pc.pace = { checkpointPace: { edits: 1, bytes: 1 }, reportBug }
  const journal = await pc.opened()
  const bug = new TypeError('a bug')
  vi.spyOn(pc.files, 'rename').mockRejectedValueOnce(bug)
  value(await commit(journal))
  await journal.close()
  expect(reportBug.mock.calls).toEqual([[bug]])
  expect((await pc.opened()).opened().head.count).toBe(1)
})
