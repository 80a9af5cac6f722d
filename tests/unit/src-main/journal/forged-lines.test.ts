import { expect, test } from 'vitest'
import { sealLine } from '#main/journal/lines.ts'
import { commit, manyFirms, Pc, value } from './journal-fixture.ts'

const FILE = 'journal-000001.jsonl'

/** Seals the lines of a journal anew after a change, so that the chain of lines is right. */
async function openResealed(pc: Pc, change: (body: string) => string) {
  let previous = ''
  const lines = pc.files
    .text(FILE)
    .trimEnd()
    .split('\n')
    .map((line) => {
      const sealed = sealLine(previous, [change(line.slice(0, -75))])
      previous = sealed.hash
      return Buffer.from(sealed.bytes).toString('utf8')
    })
  pc.files.put(FILE, lines.join(''))
  pc.marker.marker = null
  return pc.open()
}

async function pcWith(...sizes: readonly number[]): Promise<Pc> {
  const pc = new Pc()
  const journal = await pc.opened()
  for (const size of sizes) value(await commit(journal, manyFirms(size)))
  return pc
}

test('lines sealed anew without a change are a journal', async () => {
  const opened = await openResealed(await pcWith(1, 1500, 1), (body) => body)
  expect(value(opened).opened().head.count).toBe(3)
})

test('an edit whose prev is not the hash of the edit before it is found', async () => {
  const opened = await openResealed(await pcWith(1, 1), (body) =>
    body.replace(/"prev":"[0-9a-f]{64}"/, `"prev":"${'0'.repeat(64)}"`),
  )
  expect(opened).toEqual({ ok: false, error: { code: 'journal.damaged', file: FILE, line: 3 } })
})

test.each([
  [
    'a wrong digest',
    (body: string) => body.replace(/"digest":"[0-9a-f]{64}"/, `"digest":"${'0'.repeat(64)}"`),
  ],
  ['a wrong number of chunks', (body: string) => body.replace(/"chunks":\d+/, '"chunks":99')],
])('a large edit with %s never happened', async (_, change) => {
  const opened = await openResealed(await pcWith(1, 1500, 1), change)
  expect(opened.ok ? null : opened.error.code).toBe('journal.damaged')
})

test('an edit the dictionary does not know is found', async () => {
  const opened = await openResealed(await pcWith(1, 1), (body) => body.replace('"note"', '"colour"'))
  expect(opened.ok ? null : opened.error.code).toBe('journal.damaged')
})

test('a line of a later dictionary than its segment names is found', async () => {
  const opened = await openResealed(await pcWith(1, 1), (body) =>
    body.replace('{"kind":"edit",', '{"kind":"edit","migration":2,'),
  )
  expect(opened).toEqual({ ok: false, error: { code: 'journal.damaged', file: FILE, line: 2 } })
})
