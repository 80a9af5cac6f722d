import { expect, test } from 'vitest'
import { currentJournal } from '#main/journal/current-journal.ts'
import type { Journal } from '#main/journal/journal.ts'
import { journalHandlers } from '#main/journal/journal-handlers.ts'
import { journalChannels } from '#shared/ipc/journal-channels.ts'
import { purgeChannels } from '#shared/ipc/purge-channels.ts'
import { draft, Pc, value } from './journal-fixture.ts'

const NOT_OPEN = { ok: false, error: { code: 'journal.not-open' } }

test('nothing can be read or committed before the journal is opened', async () => {
  const handlers = journalHandlers({ journals: currentJournal(() => new Pc().open()) })
  const closed = { ok: false, error: { code: 'journal.not-open' } }
  expect(await handlers['journal:read']({ after: null })).toEqual(closed)
  expect(await handlers['journal:commit']({ draft: draft({}) })).toEqual(closed)
})

test('replies have the shape of the contract, and a bad draft does not pass it', async () => {
  const pc = new Pc()
  const handlers = journalHandlers({ journals: currentJournal(() => pc.open()) })
  const opened = value(await handlers['journal:open'](null))
  expect(journalChannels['journal:open'].reply.parse(opened)).toEqual(opened)
  const taken = value(await handlers['journal:commit']({ draft: draft({}) }))
  expect(journalChannels['journal:commit'].reply.parse(taken)).toEqual(taken)
  const read = value(await handlers['journal:read']({ after: null }))
  expect(journalChannels['journal:read'].reply.parse(read)).toEqual(read)
  const bad = { ...draft({}), ops: [{ record: 'enterprise', id: 'a', set: { colour: 'red' } }] }
  expect(journalChannels['journal:commit'].request.safeParse({ draft: bad }).success).toBe(false)
})

test('a purge answers whether the working copy could be removed', async () => {
  const target = { ids: ['a'], registers: ['phone'] }
  for (const isBusy of [false, true]) {
    const pc = new Pc()
    const handlers = journalHandlers({
      journals: currentJournal(() => pc.open()),
      dropWorkingCopy: async () => {
        if (isBusy) throw new Error('busy')
      },
    })
    value(await handlers['journal:open'](null))
    value(await handlers['journal:commit']({ draft: draft({}) }))
    const purged = value(await handlers['purge:run'](target))
    expect(purgeChannels['purge:run'].reply.parse(purged).isCopyLeft).toBe(isBusy)
  }
})

test('opening twice at once opens one after the other, and the last one is written to', async () => {
  const pc = new Pc()
  const opened: Journal[] = []
  let atOnce = 0
  let most = 0
  const journals = currentJournal(async () => {
    atOnce += 1
    most = Math.max(most, atOnce)
    const journal = await pc.open()
    atOnce -= 1
    if (journal.ok) opened.push(journal.value)
    return journal
  })
  const handlers = journalHandlers({ journals })
  const [first, second] = await Promise.all([handlers['journal:open'](null), handlers['journal:open'](null)])
  expect([most, opened.length]).toEqual([1, 2])
  expect(value(second)).toEqual(value(first))
  value(await handlers['journal:commit']({ draft: draft({}) }))
  // The first one has let go: it must not write beside the second.
  expect(await opened[0]?.commit(draft({}))).toEqual(NOT_OPEN)
})

test('a journal that was closed elsewhere, as before a restore, takes nothing more from the window', async () => {
  const pc = new Pc()
  const journals = currentJournal(() => pc.open())
  const handlers = journalHandlers({ journals })
  value(await handlers['journal:open'](null))
  const held = journals.current()
  await journals.close()
  const before = pc.files.text('journal-000001.jsonl')
  expect(await handlers['journal:commit']({ draft: draft({}) })).toEqual(NOT_OPEN)
  expect(await handlers['journal:read']({ after: null })).toEqual(NOT_OPEN)
  expect(await held?.commit(draft({}))).toEqual(NOT_OPEN)
  expect(await held?.read(null)).toEqual(NOT_OPEN)
  expect(await held?.takeUp([])).toEqual(NOT_OPEN)
  expect(await held?.purge({ ids: ['a'], registers: ['phone'] })).toEqual(NOT_OPEN)
  expect(pc.files.text('journal-000001.jsonl')).toBe(before)
  expect(value(await handlers['journal:open'](null)).head.count).toBe(0)
  value(await handlers['journal:commit']({ draft: draft({}) }))
})

test('what was asked before the journal closes is still written, and closing waits for it', async () => {
  const pc = new Pc()
  const journal = await pc.opened()
  const [saved] = await Promise.all([journal.commit(draft({})), journal.close()])
  expect(value(saved).head.count).toBe(1)
  expect((await pc.opened()).opened().head.count).toBe(1)
})
