import { describe, expect, test } from 'vitest'
import { CHECKPOINT } from '#main/journal/checkpoint.ts'
import { repairWords } from '#renderer/app/repair-words.ts'
import { commit, firm, manyFirms, Pc, readAll, value } from './journal-fixture.ts'

const SEGMENT_1 = 'journal-000001.jsonl'
const TORN = 'journal-000001.torn'

/** A journal of one small edit and a large one, closed; the marker as it stood before the large one. */
async function pcWithLargeLastEdit() {
  const pc = new Pc()
  const journal = await pc.opened()
  value(await commit(journal))
  const before = pc.marker.marker
  const small = pc.files.text(SEGMENT_1).length
  value(await commit(journal, manyFirms(1500)))
  await journal.close()
  return { pc, before, small, whole: pc.files.text(SEGMENT_1) }
}

/** One byte of the large edit's first chunk is another. */
function withBadByte(whole: string, small: number): string {
  const at = whole.indexOf('样例企业', small)
  return `${whole.slice(0, at)}坏${whole.slice(at + 1)}`
}

function withoutCheckpoint(pc: Pc): void {
  pc.files.put(CHECKPOINT, 'torn')
}

const LAST_IS_DAMAGED = { code: 'journal.damaged', file: SEGMENT_1 }

describe('a saved last edit with a bad byte', () => {
  test('is damaged when only the checkpoint knows that it was saved', async () => {
    const { pc, small, whole } = await pcWithLargeLastEdit()
    const bad = withBadByte(whole, small)
    pc.files.put(SEGMENT_1, bad)
    pc.marker.marker = null
    expect(await pc.open()).toMatchObject({ ok: false, error: LAST_IS_DAMAGED })
    expect(pc.files.text(SEGMENT_1)).toBe(bad)
  })

  test('cut short too, when the checkpoint knows that it was saved', async () => {
    const { pc, whole } = await pcWithLargeLastEdit()
    pc.files.put(SEGMENT_1, whole.slice(0, -200))
    pc.marker.marker = null
    expect(await pc.open()).toMatchObject({ ok: false, error: LAST_IS_DAMAGED })
  })

  test('is damaged when nobody knows: an interrupted write leaves no whole line behind a bad one', async () => {
    const { pc, small, whole } = await pcWithLargeLastEdit()
    withoutCheckpoint(pc)
    const singleLine = whole.slice(0, small)
    for (const bad of [
      withBadByte(whole, small),
      singleLine.replace('样例企业', '坏例企业'),
      `${singleLine.slice(0, -1)} `,
    ]) {
      pc.files.put(SEGMENT_1, bad)
      pc.marker.marker = null
      expect(await pc.open()).toMatchObject({ ok: false, error: LAST_IS_DAMAGED })
      expect(pc.files.text(SEGMENT_1)).toBe(bad)
    }
  })
})

describe('a last edit that was never called saved', () => {
  test('is moved away whatever the device took of it, when this PC remembers what was saved', async () => {
    const { pc, before, small, whole } = await pcWithLargeLastEdit()
    withoutCheckpoint(pc)
    const bad = withBadByte(whole, small)
    pc.files.put(SEGMENT_1, bad)
    pc.marker.marker = before
    const journal = await pc.opened()
    const bytes = Buffer.byteLength(bad) - Buffer.byteLength(whole.slice(0, small))
    const repair = { kind: 'torn-tail', file: SEGMENT_1, bytes, kept: TORN, unsure: true } as const
    expect(journal.opened().repairs).toEqual([repair])
    expect(pc.files.text(SEGMENT_1)).toBe(whole.slice(0, small))
    expect(pc.files.text(TORN)).toBe(bad.slice(small))
    expect(repairWords(repair).advice).toContain(`已移到“journal”文件夹的“${TORN}”`)
    expect(repairWords(repair).advice).toContain('不能确定')
  })

  test('is moved away, and not called unsaved for certain, when nobody remembers', async () => {
    const { pc, whole } = await pcWithLargeLastEdit()
    withoutCheckpoint(pc)
    pc.files.put(SEGMENT_1, whole.slice(0, -200))
    pc.marker.marker = null
    const [repair] = (await pc.opened()).opened().repairs
    expect(repair).toMatchObject({ kind: 'torn-tail', kept: TORN, unsure: true })
  })

  test('another one keeps its own file, and the same one has only one', async () => {
    const pc = new Pc()
    await (await pc.opened()).close()
    const whole = pc.files.text(SEGMENT_1)
    for (const rest of ['{"kind":"edit","a', '{"kind":"edit","b', '{"kind":"edit","a']) {
      pc.files.put(SEGMENT_1, `${whole}${rest}`)
      await pc.opened()
    }
    expect(pc.files.names().toSorted()).toEqual(['journal-000001-2.torn', SEGMENT_1, TORN])
    expect(pc.files.text(TORN)).toBe('{"kind":"edit","a')
  })

  test('a power cut at any step of moving it away leaves it in one place or the other', async () => {
    for (let steps = 1; steps < 40; steps += 1) {
      const pc = new Pc()
      value(await commit(await pc.opened()))
      const whole = pc.files.text(SEGMENT_1)
      pc.files.put(SEGMENT_1, `${whole}{"kind":"edit","a`)
      pc.files.medium.fail({ code: 'power', nth: steps })
      await pc.open().catch(() => null)
      pc.files.cutPower()
      const left = pc.files.names().map((name) => pc.files.text(name))
      expect(left.some((text) => text.endsWith('{"kind":"edit","a'))).toBe(true)
      expect((await readAll(await pc.opened())).length).toBe(1)
    }
  })

  test('stays where it is on a full disk, and the next edit begins a new segment', async () => {
    const pc = new Pc()
    value(await commit(await pc.opened()))
    const torn = `${pc.files.text(SEGMENT_1)}{"kind":"edit","a`
    pc.files.put(SEGMENT_1, torn)
    pc.files.failNext({ on: 'append', code: 'ENOSPC' })
    const journal = await pc.opened()
    expect(journal.opened().repairs).toEqual([{ kind: 'torn-tail', file: SEGMENT_1, bytes: 17 }])
    value(await commit(journal, [firm('b')]))
    expect(pc.files.text(SEGMENT_1)).toBe(torn)
    expect(pc.files.names()).toEqual([SEGMENT_1, 'journal-000002.jsonl'])
    const again = await pc.opened()
    expect(again.opened().repairs).toEqual([])
    expect(await readAll(again)).toHaveLength(2)
  })

  test('goes with the values when personal information is purged', async () => {
    const pc = new Pc()
    value(await commit(await pc.opened()))
    pc.files.put(SEGMENT_1, `${pc.files.text(SEGMENT_1)}{"kind":"edit","a`)
    // A segment that was just being begun, too: its number is not given again.
    pc.files.put('journal-000002.jsonl', '{"kind":"hea')
    await (await pc.opened()).close()
    const journal = await pc.opened()
    expect(pc.files.names().toSorted()).toEqual([CHECKPOINT, SEGMENT_1, TORN, 'journal-000002.torn'])
    value(await journal.purge({ ids: ['a'], registers: ['phone'] }))
    expect(pc.files.names()).toEqual(['journal-000003.jsonl'])
  })
})
