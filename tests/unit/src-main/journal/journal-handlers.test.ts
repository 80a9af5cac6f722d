import { expect, test } from 'vitest'
import type { Journal } from '#main/journal/journal.ts'
import { journalHandlers } from '#main/journal/journal-handlers.ts'
import { journalChannels } from '#shared/ipc/journal-channels.ts'
import { draft, Pc, value } from './journal-fixture.ts'

test('nothing can be read or committed before the journal is opened', async () => {
  const handlers = journalHandlers({ open: () => new Pc().open() })
  const closed = { ok: false, error: { code: 'journal.not-open' } }
  expect(await handlers['journal:read']({ after: null })).toEqual(closed)
  expect(await handlers['journal:commit']({ draft: draft({}) })).toEqual(closed)
})

test('replies have the shape of the contract, and a bad draft does not pass it', async () => {
  const pc = new Pc()
  const handlers = journalHandlers({ open: () => pc.open() })
  const opened = value(await handlers['journal:open'](null))
  expect(journalChannels['journal:open'].reply.parse(opened)).toEqual(opened)
  const taken = value(await handlers['journal:commit']({ draft: draft({}) }))
  expect(journalChannels['journal:commit'].reply.parse(taken)).toEqual(taken)
  const read = value(await handlers['journal:read']({ after: null }))
  expect(journalChannels['journal:read'].reply.parse(read)).toEqual(read)
  const bad = { ...draft({}), ops: [{ record: 'enterprise', id: 'a', set: { colour: 'red' } }] }
  expect(journalChannels['journal:commit'].request.safeParse({ draft: bad }).success).toBe(false)
})

test('opening twice at once opens one after the other, and the last one is written to', async () => {
  const pc = new Pc()
  const opened: Journal[] = []
  let atOnce = 0
  let most = 0
  const handlers = journalHandlers({
    open: async () => {
      atOnce += 1
      most = Math.max(most, atOnce)
      const journal = await pc.open()
      atOnce -= 1
      if (journal.ok) opened.push(journal.value)
      return journal
    },
  })
  const [first, second] = await Promise.all([handlers['journal:open'](null), handlers['journal:open'](null)])
  expect([most, opened.length]).toEqual([1, 2])
  expect(value(second)).toEqual(value(first))
  value(await handlers['journal:commit']({ draft: draft({}) }))
})
