import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { checkHandlers } from '#main/journal/check-handlers.ts'
import type { Journal } from '#main/journal/journal.ts'
import { openLine, sealLine } from '#main/journal/lines.ts'
import { journalChannels } from '#shared/ipc/journal-channels.ts'
import { commit, firm, manyFirms, Pc, readAll, value } from './journal-fixture.ts'

const SEGMENT_1 = 'journal-000001.jsonl'
const SEGMENT_2 = 'journal-000002.jsonl'

const check = (journal: Journal) => journal.check(new AbortController().signal, () => {})

async function pcWith(edits: number, segmentBytes = 900) {
  const pc = new Pc()
  pc.pace = { segmentBytes }
  const journal = await pc.opened()
  for (let n = 0; n < edits; n += 1) value(await commit(journal, [firm(`f${n}`)]))
  return { pc, journal }
}

describe('检查台账日志', () => {
  test('counts what a good journal holds and tells how far it is', async () => {
    const { pc, journal } = await pcWith(4)
    const there = await new Pc().opened()
    value(await commit(there, manyFirms(1500)))
    value(await journal.takeUp(await readAll(there)))
    await journal.close()
    const again = await pc.opened()
    const told: (number | null)[] = []
    const names = pc.files.names().filter((name) => name.startsWith('journal-'))
    const bytes = names.reduce((sum, name) => sum + pc.files.bytes(name).length, 0)
    const done = await again.check(new AbortController().signal, (_, count, total) => told.push(count, total))
    expect(done).toEqual({ ok: true, value: { edits: 5, segments: names.length, bytes, stations: 2 } })
    expect(told.slice(0, 2)).toEqual([0, 5])
    expect(told.slice(-2)).toEqual([5, 5])
  })

  test('reads compressed segments too', async () => {
    const { pc, journal } = await pcWith(3)
    pc.files.put(`${SEGMENT_1}.gz`, gzipSync(pc.files.bytes(SEGMENT_1)))
    await pc.files.remove(SEGMENT_1)
    expect(await check(journal)).toMatchObject({ ok: true, value: { edits: 3 } })
    const bytes = pc.files.bytes(`${SEGMENT_1}.gz`).slice()
    bytes[bytes.length - 8] = (bytes[bytes.length - 8] ?? 0) ^ 1
    pc.files.put(`${SEGMENT_1}.gz`, bytes)
    expect(await check(journal)).toMatchObject({
      ok: false,
      error: { code: 'journal.damaged', file: `${SEGMENT_1}.gz` },
    })
  })

  test.each([
    ['an edit', SEGMENT_1, '"id":"f0"', '"id":"F0"', 2],
    ['a header', SEGMENT_2, '"format":"pbz', '"format":"PBZ', 1],
  ])('names the line of a changed byte in %s that opening did not read', async (_, file, from, to, line) => {
    const { pc, journal } = await pcWith(4)
    await journal.close()
    const again = await pc.opened()
    pc.files.put(file, pc.files.text(file).replace(from, to))
    expect(await check(again)).toEqual({ ok: false, error: { code: 'journal.damaged', file, line } })
  })

  test('finds lines that were sealed anew with another content', async () => {
    const { pc, journal } = await pcWith(3, 1e6)
    let previous = ''
    const lines = pc.files.text(SEGMENT_1).trimEnd().split('\n')
    const forged = lines.map((line) => {
      const sealed = sealLine(previous, [line.slice(0, -75).replace('"id":"f1"', '"id":"F1"')])
      previous = sealed.hash
      return Buffer.from(sealed.bytes).toString('utf8')
    })
    pc.files.put(SEGMENT_1, forged.join(''))
    expect(await check(journal)).toMatchObject({ ok: false, error: { code: 'journal.damaged' } })
  })

  test('finds an edit that a forged checkpoint gave another digest', async () => {
    const { pc, journal } = await pcWith(4, 1e6)
    await journal.close()
    const bytes = Buffer.from(pc.files.bytes('checkpoint.json'))
    const text = openLine('', bytes.subarray(0, -1))?.text ?? ''
    const at = text.indexOf('"digest":"') + 10 + 50
    const forged = `${text.slice(0, at)}${text[at] === 'A' ? 'B' : 'A'}${text.slice(at + 1, -1)}`
    pc.files.put('checkpoint.json', sealLine('', [forged]).bytes)
    expect(await check(await pc.opened())).toEqual({
      ok: false,
      error: { code: 'journal.damaged', file: SEGMENT_1, line: 3 },
    })
  })

  test('is no failure when it is cancelled, and cannot read what is gone', async () => {
    const { pc, journal } = await pcWith(3)
    const controller = new AbortController()
    const cancelled = await journal.check(controller.signal, () => controller.abort())
    expect(cancelled).toEqual({ ok: false, error: { code: 'task.cancelled' } })
    pc.files.empty()
    expect(await check(journal)).toMatchObject({ ok: false, error: { code: 'journal.unreadable' } })
  })

  test('goes on beside commits, which are not of it', async () => {
    const { pc, journal } = await pcWith(3)
    const running = check(journal)
    value(await commit(journal, [firm('later')]))
    expect(await running).toMatchObject({ ok: true, value: { edits: 3 } })
    expect(await check(await pc.opened())).toMatchObject({ value: { edits: 4 } })
  })

  test('answers in the shape of the contract, and that nothing is open', async () => {
    const { journal } = await pcWith(1)
    const tasks = {
      run: <T>(_: string, work: (signal: AbortSignal, report: () => void) => Promise<T>) =>
        work(new AbortController().signal, () => {}),
    }
    const task = '00000000-0000-4000-8000-000000000001'
    const checked = value(await checkHandlers({ tasks, journal: () => journal })['journal:check']({ task }))
    expect(journalChannels['journal:check'].reply.parse(checked)).toEqual(checked)
    expect(await checkHandlers({ tasks, journal: () => null })['journal:check']({ task })).toEqual({
      ok: false,
      error: { code: 'journal.not-open' },
    })
  })
})
