import { describe, expect, test, vi } from 'vitest'
import { checkpointBytes, readCheckpoint } from '#main/journal/checkpoint.ts'
import type { Journal } from '#main/journal/journal.ts'
import { openLine, sealLine } from '#main/journal/lines.ts'
import { commit, draft, firm, manyFirms, Pc, readAll, value } from './journal-fixture.ts'

const SEGMENT_1 = 'journal-000001.jsonl'
const SEGMENT_2 = 'journal-000002.jsonl'
const CHECKPOINT = 'checkpoint.json'

/** A PC whose journal was left with a checkpoint after some edits, then given more without one. */
async function pcWith(edits: number, more = 0, pace: Pc['pace'] = {}) {
  const pc = new Pc()
  pc.pace = pace
  const journal = await pc.opened()
  for (let n = 0; n < edits; n += 1) value(await commit(journal, [firm(`f${n}`)]))
  await journal.close()
  const again = await pc.opened()
  for (let n = 0; n < more; n += 1) value(await commit(again, [firm(`m${n}`)]))
  return { pc, journal: again }
}

/** What an opened journal tells of itself, and all it holds. */
async function toldBy(journal: Journal) {
  const known = await journal.commit(draft({}))
  return {
    opened: journal.opened(),
    edits: await readAll(journal),
    stale: known.ok ? null : known.error.code,
  }
}

/** Opens and gives what was read of the segments, beyond their headers. */
async function readOnOpening(pc: Pc) {
  const read = vi.spyOn(pc.files, 'read')
  const journal = value(await pc.open())
  const parts: [string, number, number | undefined][] = []
  for (const [name, from = 0, to] of read.mock.calls) {
    if (name.startsWith('journal-') && to !== 4096) parts.push([name, from, to])
  }
  read.mockRestore()
  return { journal, parts }
}

describe('a checkpoint', () => {
  test('is left when the journal closes, and opening then reads its last edit and nothing else', async () => {
    const { pc } = await pcWith(5)
    const lines = pc.files.text(SEGMENT_1).split('\n')
    const end = pc.files.bytes(SEGMENT_1).length
    const last = end - Buffer.byteLength(`${lines[5]}\n`)
    const { parts } = await readOnOpening(pc)
    expect(parts).toEqual([
      [SEGMENT_1, end - 1, end],
      [SEGMENT_1, last, end],
      [SEGMENT_1, end, undefined],
    ])
  })

  test('makes no difference to what is opened, committed, repeated or taken up', async () => {
    const there = await new Pc().opened()
    value(await commit(there, [firm('there')]))
    const { pc, journal } = await pcWith(3)
    value(await journal.takeUp(await readAll(there)))
    const once = draft(journal.opened().clock, [firm('once')])
    const answer = await journal.commit(once)
    await journal.close()
    const plain = new Pc()
    plain.files = pc.files.copy()
    plain.marker.marker = structuredClone(pc.marker.marker)
    await plain.files.remove(CHECKPOINT)
    const [fast, slow] = [await pc.opened(), await plain.opened()]
    expect(await toldBy(fast)).toEqual(await toldBy(slow))
    for (const open of [fast, slow]) {
      expect(await open.commit(once)).toEqual(answer)
      expect(value(await open.takeUp(await readAll(there))).taken).toEqual([])
      value(await commit(open, [firm('next')]))
    }
    expect((await readAll(fast)).at(-1)?.prev).toBe((await readAll(slow)).at(-1)?.prev)
  })

  test('is written again every so many edits, beside them', async () => {
    const pc = new Pc()
    pc.pace = { checkpointPace: { edits: 3, bytes: 1e9 } }
    const journal = await pc.opened()
    const heldEdits = () => {
      const bytes = pc.files.names().includes(CHECKPOINT) ? pc.files.bytes(CHECKPOINT) : null
      return bytes === null ? 0 : (readCheckpoint(bytes)?.index.edits.length ?? -1)
    }
    const held: number[] = []
    for (let n = 0; n < 7; n += 1) {
      value(await commit(journal, [firm(`f${n}`)]))
      await vi.waitFor(() => expect(heldEdits()).toBe(Math.floor((n + 1) / 3) * 3))
      held.push(heldEdits())
    }
    expect(held).toEqual([0, 0, 3, 3, 3, 6, 6])
    pc.files.cutPower()
    expect(await readAll(await pc.opened())).toHaveLength(7)
  })

  test('is written sooner behind a large edit', async () => {
    const pc = new Pc()
    pc.pace = { checkpointPace: { edits: 100, bytes: 100_000 } }
    const journal = await pc.opened()
    value(await commit(journal, manyFirms(300)))
    await vi.waitFor(() => expect(pc.files.names()).toContain(CHECKPOINT))
  })

  test('lets only what stands behind it be read, over several segments', async () => {
    const { pc, journal } = await pcWith(6, 3, { segmentBytes: 1200 })
    const { opened, parts } = await readOnOpening(pc).then(async (found) => ({
      ...found,
      opened: await readAll(found.journal),
    }))
    expect(opened).toEqual(await readAll(journal))
    expect(pc.files.names().filter((name) => name.startsWith('journal-')).length).toBeGreaterThan(3)
    const whole = parts.filter(([name, from, to]) => name === SEGMENT_1 && (to ?? 1e9) - from > 1)
    expect(whole).toEqual([])
  })

  test.each([
    ['torn', (bytes: Buffer) => bytes.subarray(0, -9)],
    ['changed', (bytes: Buffer) => changedAt(bytes, bytes.indexOf('"digest":"') + 20)],
    ['empty', () => Buffer.alloc(0)],
    ['noise', () => Buffer.alloc(5000, 7)],
    ['of another version', (bytes: Buffer) => resealed(bytes, '"version":1', '"version":2')],
    [
      'of another journal',
      (bytes: Buffer) => resealed(bytes, /"journal":"[0-9a-f]{8}/, '"journal":"00000000'),
    ],
    ['of other columns', (bytes: Buffer) => resealed(bytes, '"edits":4', '"edits":5')],
    ['of another origin', (bytes: Buffer) => resealed(bytes, /"header":"[0-9a-f]{8}/, '"header":"00000000')],
    ['of another end', (bytes: Buffer) => resealed(bytes, /"good":\d/, '"good":1')],
  ])('that is %s counts for nothing', async (_, change) => {
    const { pc, journal } = await pcWith(4, 2)
    pc.files.put(CHECKPOINT, change(Buffer.from(pc.files.bytes(CHECKPOINT))))
    const { journal: again, parts } = await readOnOpening(pc)
    expect(parts.at(-1)?.[1]).toBeLessThan(500)
    expect(again.opened()).toEqual(journal.opened())
    expect(await readAll(again)).toEqual(await readAll(journal))
  })

  test('of an older copy of the folder does not hide that edits are missing', async () => {
    const { pc } = await pcWith(2)
    const older = pc.files.copy()
    const journal = await pc.opened()
    value(await commit(journal))
    await journal.close()
    const checkpoint = pc.files.bytes(CHECKPOINT)
    pc.files = older
    pc.files.put(CHECKPOINT, checkpoint)
    expect((await pc.opened()).opened()).toMatchObject({
      head: { count: 2 },
      repairs: [{ kind: 'older-copy', missing: 1 }, { kind: 'new-station' }],
    })
  })

  test('whose ends of earlier segments are not those of the headers counts for nothing', async () => {
    const { pc, journal } = await pcWith(4, 0, { segmentBytes: 900 })
    const bytes = Buffer.from(pc.files.bytes(CHECKPOINT))
    pc.files.put(CHECKPOINT, resealed(bytes, /"good":\d+/, '"good":500'))
    const again = await pc.opened()
    expect(await readAll(again)).toEqual(await readAll(journal))
    const [first] = value(await again.snapshot()).files
    expect(await first?.read()).toEqual(pc.files.bytes(SEGMENT_1))
  })

  test('does not hide that an earlier segment has become shorter', async () => {
    const { pc } = await pcWith(4, 0, { segmentBytes: 900 })
    const cut = pc.files.text(SEGMENT_1).slice(0, -1)
    pc.files.put(SEGMENT_1, cut)
    const opened = await pc.open()
    expect(opened.ok ? null : opened.error).toMatchObject({ code: 'journal.damaged', file: SEGMENT_1 })
    expect(pc.files.text(SEGMENT_1)).toBe(cut)
  })

  test('does not let what was saved be cut off', async () => {
    const { pc } = await pcWith(3)
    const damaged = pc.files.text(SEGMENT_1).slice(0, -40)
    pc.files.put(SEGMENT_1, damaged)
    const bad = { ok: false, error: { code: 'journal.damaged', file: SEGMENT_1, line: 4 } }
    expect(await pc.open()).toEqual(bad)
    expect(pc.files.text(SEGMENT_1)).toBe(damaged)
  })

  test('lets a torn last edit behind it be cut off and told', async () => {
    const { pc, journal } = await pcWith(3, 1)
    const whole = pc.files.text(SEGMENT_1)
    pc.files.put(SEGMENT_1, `${whole}{"kind":"edit","edit":{"commit`)
    const again = await pc.opened()
    const kept = 'journal-000001.torn'
    expect(again.opened().repairs).toEqual([{ kind: 'torn-tail', file: SEGMENT_1, bytes: 30, kept }])
    expect(pc.files.text(SEGMENT_1)).toBe(whole)
    expect(await readAll(again)).toEqual(await readAll(journal))
  })

  test('leaves a changed byte before it to whoever reads it: the line is named and nothing is given away', async () => {
    const { pc } = await pcWith(4, 1)
    pc.files.put(SEGMENT_1, pc.files.text(SEGMENT_1).replace('"id":"f1"', '"id":"F1"'))
    const bad = { ok: false, error: { code: 'journal.damaged', file: SEGMENT_1, line: 3 } }
    const journal = await pc.opened()
    expect(await journal.read(null)).toEqual(bad)
    expect(await journal.written({})).toEqual(bad)
    await expect(value(await journal.snapshot()).files[0]?.read()).rejects.toMatchObject({ error: bad.error })
  })

  test('names the right line of a changed byte behind it', async () => {
    const { pc } = await pcWith(4, 3)
    pc.files.put(SEGMENT_1, pc.files.text(SEGMENT_1).replace('"id":"m1"', '"id":"M1"'))
    expect(await pc.open()).toEqual({
      ok: false,
      error: { code: 'journal.damaged', file: SEGMENT_1, line: 7 },
    })
  })

  test('gives way when another PC has gone on from an earlier place', async () => {
    const { pc } = await pcWith(2)
    const colleague = new Pc()
    colleague.files = pc.files
    const other = await colleague.opened()
    const name = SEGMENT_2
    value(await commit(other, [firm('theirs')]))
    const theirs = pc.files.text(name)
    // The checkpoint of a third edit that the colleague never saw: its bytes count for nothing any more.
    const alone = new Pc()
    alone.files = pc.files.copy()
    await alone.files.remove(name)
    alone.marker.marker = structuredClone(pc.marker.marker)
    const here = await alone.opened()
    value(await commit(here, [firm('never')]))
    await here.close()
    alone.files.put(name, theirs)
    const edits = await readAll(await alone.opened())
    expect(edits.map((edit) => edit.ops?.[0])).toEqual([firm('f0'), firm('f1'), firm('theirs')])
  })

  test('is not written into a folder that is gone', async () => {
    const { pc, journal } = await pcWith(2, 1)
    pc.files.empty()
    await journal.close()
    expect(pc.files.names()).toEqual([])
  })
})

test('a checkpoint reads back as it was written, byte for byte', async () => {
  const { pc } = await pcWith(4, 0, { segmentBytes: 900 })
  const bytes = pc.files.bytes(CHECKPOINT)
  const read = readCheckpoint(bytes)
  expect(read?.index.clock.size).toBe(1)
  expect(read === null ? null : checkpointBytes(read)).toEqual(Buffer.from(bytes))
})

function changedAt(bytes: Buffer, at: number): Buffer {
  return Buffer.from(bytes).fill(bytes[at] === 0x41 ? 'B' : 'A', at, at + 1)
}

/** A checkpoint with another content and the right seal. */
function resealed(bytes: Buffer, from: string | RegExp, to: string): Buffer {
  const text = openLine('', bytes.subarray(0, -1))?.text ?? ''
  return Buffer.from(sealLine('', [text.replace(from, to).slice(0, -1)]).bytes)
}
