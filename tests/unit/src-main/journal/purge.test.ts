import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { CHECKPOINT } from '#main/journal/checkpoint.ts'
import type { Journal } from '#main/journal/journal.ts'
import { createRecord, setFields } from '#shared/edits/operations.ts'
import { purgeOperation } from '#shared/purge/purge-record.ts'
import type { PurgeTarget } from '#shared/purge/purge-target.ts'
import type { MemoryFolder } from '#tests/support/faulty-journal-files.ts'
import type { Operation as FileOperation } from '#tests/support/faulty-medium.ts'
import { commit, firm, manyFirms, Pc, readAll, value } from './journal-fixture.ts'

const PHONE = '13973000001'
const NAME = '样例联系人甲'
const TARGET: PurgeTarget = { ids: ['a'], registers: ['contact', 'phone'] }

/** Four edits, one of them in chunks when it is of many firms; the phone is in three, and the last says the purge. */
async function journalWithPhone(pc: Pc, firms = 1): Promise<Journal> {
  const journal = await pc.opened()
  await commit(journal, [createRecord('enterprise', 'a', { name: '甲', contact: NAME, phone: PHONE })])
  await commit(journal, [...manyFirms(firms), setFields('enterprise', 'a', { phone: `${PHONE}0` })])
  await commit(journal, [setFields('enterprise', 'a', { phone: PHONE, product: '轴承' }), firm('b')])
  await commit(journal, [
    purgeOperation('a', TARGET.registers, {
      key: 'first',
      names: '联系人、联系电话',
      on: '2021-11-01',
      asker: '甲公司',
      reason: '来函要求',
    }),
  ])
  return journal
}

function traces(files: MemoryFolder): readonly string[] {
  return files.names().filter((name) => [PHONE, NAME].some((word) => files.text(name).includes(word)))
}

describe('清除个人信息 in the journal', () => {
  test('the values are gone from every file; all edits stay, with their ids, chain, titles and other values', async () => {
    const pc = new Pc()
    const journal = await journalWithPhone(pc, 450)
    const before = await readAll(journal)
    expect(traces(pc.files)).toHaveLength(1)
    expect(value(await journal.purge(TARGET))).toEqual({ edits: 3, values: 4, leftFiles: 0 })
    expect(traces(pc.files)).toEqual([])
    expect(pc.files.names()).toEqual(['journal-000002.jsonl'])
    const again = await pc.opened()
    const after = await readAll(again)
    const frame = ({ ops: _, ...rest }: (typeof after)[number]) => rest
    expect(after.map(frame)).toEqual(before.map(frame))
    expect(after[0]?.ops).toEqual([
      { record: 'enterprise', id: 'a', set: { name: '甲', contact: null, phone: null } },
    ])
    expect(after[3]?.ops).toEqual(before[3]?.ops)
  })

  test('the journal is another one, on the same station, and goes on; the old one takes nothing more', async () => {
    const pc = new Pc()
    const journal = await journalWithPhone(pc)
    const { station, journal: id, clock } = journal.opened()
    value(await journal.purge(TARGET))
    expect(await commit(journal)).toMatchObject({ ok: false, error: { code: 'journal.stale' } })
    const again = await pc.opened()
    expect(again.opened()).toMatchObject({ station, clock, repairs: [], lost: null })
    expect(again.opened().journal).not.toBe(id)
    value(await commit(again, [firm('c')]))
    expect((await readAll(await pc.opened())).at(-1)?.id).toEqual({ station, n: 5 })
  })

  test('compressed segments and the checkpoint of the old chain go too', async () => {
    const pc = new Pc()
    await (await journalWithPhone(pc)).close()
    const [first] = pc.files.names()
    pc.files.put(`${first}.gz`, gzipSync(pc.files.bytes(first ?? '')))
    await pc.files.remove(first ?? '')
    const journal = await pc.opened()
    value(await commit(journal, [setFields('enterprise', 'a', { phone: `${PHONE}9` })]))
    pc.files.put(CHECKPOINT, 'of the old chain')
    expect(value(await journal.purge(TARGET))).toMatchObject({ values: 5, leftFiles: 0 })
    await journal.close()
    expect(pc.files.names()).toEqual(['journal-000003.jsonl'])
    expect(traces(pc.files)).toEqual([])
    const again = await pc.opened()
    expect(await readAll(again)).toHaveLength(5)
    await again.close()
    expect(await readAll(await pc.opened())).toHaveLength(5)
  })

  test('a segment that is being compressed meanwhile does not come back', async () => {
    const pc = new Pc()
    pc.pace = { segmentBytes: 500, compressesClosed: true }
    const journal = await journalWithPhone(pc)
    const began = pc.files.names().length
    value(await journal.purge(TARGET))
    // Whatever was under way when the purge began has had the time to end.
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(began).toBeGreaterThan(1)
    expect(pc.files.names()).toHaveLength(1)
    expect(traces(pc.files)).toEqual([])
  })

  test('another PC takes up what was purged as the edits they were, and its own later ones fit', async () => {
    const [pc, other] = [new Pc(), new Pc()]
    other.folder = '/另一台'
    const journal = await journalWithPhone(pc)
    const there = await other.opened()
    value(await there.takeUpWritten(value(await journal.written({})).slice(0, 2)))
    value(await journal.purge(TARGET))
    const again = await pc.opened()
    const taken = value(await there.takeUpWritten(value(await again.written({}))))
    expect([taken.taken.length, taken.left]).toEqual([2, []])
    value(await commit(there, [firm('d')]))
    const back = value(await again.takeUpWritten(value(await there.written({}))))
    expect([back.taken.length, back.left]).toEqual([1, []])
    expect(traces(pc.files)).toEqual([])
  })

  test('a second purge of what is left, and one of nothing, keep the first digest of every edit', async () => {
    const pc = new Pc()
    value(await (await journalWithPhone(pc)).purge({ ids: ['a'], registers: ['phone'] }))
    value(await (await pc.opened()).purge(TARGET))
    const third = await pc.opened()
    expect(value(await third.purge(TARGET))).toEqual({ edits: 0, values: 0, leftFiles: 0 })
    expect(await readAll(await pc.opened())).toHaveLength(4)
    expect(traces(pc.files)).toEqual([])
  })

  test('a marker that could not be written after the purge does not cost the station', async () => {
    const pc = new Pc()
    const journal = await journalWithPhone(pc)
    const before = structuredClone(pc.marker.marker)
    value(await journal.purge(TARGET))
    pc.marker.marker = before
    expect((await pc.opened()).opened()).toMatchObject({ station: before?.station, repairs: [] })
  })

  test('a copy of the purged folder on another PC is another station', async () => {
    const pc = new Pc()
    value(await (await journalWithPhone(pc)).purge(TARGET))
    const copy = new Pc()
    copy.files = pc.files.copy()
    copy.machine = 'machine-2'
    expect((await copy.opened()).opened().repairs).toMatchObject([{ kind: 'new-station' }])
  })

  test('a folder another PC has gone on in is not purged from here', async () => {
    const pc = new Pc()
    const journal = await journalWithPhone(pc)
    const other = new Pc()
    other.files = pc.files
    other.machine = 'machine-2'
    await commit(await other.opened(), [firm('x')])
    expect(await journal.purge(TARGET)).toMatchObject({ ok: false, error: { code: 'journal.stale' } })
    expect(await readAll(await pc.opened())).toHaveLength(5)
  })
})

/** What a start after the fault finds: the old journal or the new one, whole. */
async function outcome(pc: Pc) {
  const opened = await pc.opened()
  const edits = await readAll(opened)
  const traced = traces(pc.files)
  return {
    count: edits.length,
    purged: edits[0]?.ops?.some((op) => 'set' in op && op.set.phone === null),
    traced,
  }
}

async function operationsOfPurge(): Promise<number> {
  const pc = new Pc()
  const journal = await journalWithPhone(pc)
  const before = pc.files.medium.log.length
  value(await journal.purge(TARGET))
  return pc.files.medium.log.length - before
}

describe('a purge that is cut short', () => {
  test.each([
    [0, false],
    [7, false],
    [0, true],
    [1_000_000, true],
  ])(
    'power cut at every operation (%d torn bytes, names %s): old or new journal, whole, never none',
    async (torn, names) => {
      const count = await operationsOfPurge()
      const seen = new Set<boolean>()
      for (let nth = 1; nth <= count; nth += 1) {
        const pc = new Pc()
        const journal = await journalWithPhone(pc)
        pc.files.medium.fail({ code: 'power', nth, bytes: torn })
        await journal.purge(TARGET).catch(() => null)
        pc.files.cutPower({ torn, names })
        const { count: edits, purged, traced } = await outcome(pc)
        expect([nth, edits]).toEqual([nth, 4])
        // Whoever sees the new journal sees no value in any file.
        if (purged === true) expect([nth, traced]).toEqual([nth, []])
        seen.add(purged === true)
      }
      expect(seen).toEqual(new Set([true, false]))
    },
    60_000,
  )

  test.each(['ENOSPC', 'EIO', 'EROFS'])(
    '%s at every operation: told, or done; nothing acknowledged is lost',
    async (code) => {
      const count = await operationsOfPurge()
      for (const stays of [false, true]) {
        for (let nth = 1; nth <= count; nth += 1) {
          const pc = new Pc()
          const journal = await journalWithPhone(pc)
          pc.files.medium.fail({ code, nth, stays })
          const done = await journal.purge(TARGET)
          pc.files.medium.heal()
          // What is acknowledged afterwards, on the old journal that goes on, must not be left out either.
          const later = await commit(journal, [firm('z')])
          const { count: edits, purged, traced } = await outcome(pc)
          expect([code, stays, nth, edits]).toEqual([code, stays, nth, later.ok ? 5 : 4])
          if (done.ok) expect([code, stays, nth, purged]).toEqual([code, stays, nth, true])
          if (purged === true) expect([code, stays, nth, traced]).toEqual([code, stays, nth, []])
          expect(pc.files.names().filter((name) => name.endsWith('.new'))).toEqual([])
        }
      }
    },
    120_000,
  )

  test('a disk that gives back other bytes than it took is noticed before anything is replaced', async () => {
    const pc = new Pc()
    const journal = await journalWithPhone(pc)
    const { files } = pc
    const read = files.read.bind(files)
    files.read = async (name, from, to) => {
      const bytes = await read(name, from, to)
      if (name.endsWith('.new')) bytes[bytes.length - 200] = 0x20
      return bytes
    }
    expect(await journal.purge(TARGET)).toEqual({ ok: false, error: { code: 'purge.not-proved' } })
    expect(files.names()).toEqual(['journal-000001.jsonl'])
    expect(value(await commit(journal)).id.n).toBe(5)
  })

  test('a new name that may not be on the device is told as that, and nothing is written or removed until the next start', async () => {
    const pc = new Pc()
    const journal = await journalWithPhone(pc)
    pc.files.failNext({ on: 'syncFolder', code: 'EIO' })
    expect(await journal.purge(TARGET)).toMatchObject({ ok: false, error: { code: 'purge.unsettled' } })
    expect(pc.files.names()).toEqual(['journal-000001.jsonl', 'journal-000002.jsonl'])
    expect(await commit(journal)).toMatchObject({ ok: false, error: { code: 'journal.stale' } })
    expect((await outcome(pc)).traced).toEqual([])
  })

  test.each(['at once', 'at the next start'])(
    'old files go only once the new name is on the device: %s',
    async (when) => {
      const pc = new Pc()
      const journal = await journalWithPhone(pc)
      if (when !== 'at once') pc.files.failNext({ on: 'remove', code: 'EIO' })
      const log = () => pc.files.medium.log.map(({ operation }) => operation)
      const before = log().length
      await journal.purge(TARGET)
      if (when === 'at once') {
        const done = log().slice(before)
        expect(done.slice(done.indexOf('rename') + 1, done.indexOf('remove'))).toContain('syncFolder')
      } else {
        const purged = log().length
        await pc.opened()
        const opening = log().slice(purged)
        expect(opening.slice(0, opening.indexOf('remove'))).toContain('syncFolder')
      }
      expect(traces(pc.files)).toEqual([])
    },
  )

  test('old files that cannot be removed are told, and go with the next opening', async () => {
    const pc = new Pc()
    const journal = await journalWithPhone(pc)
    pc.files.failNext({ on: 'remove' satisfies FileOperation, code: 'EACCES' })
    expect(value(await journal.purge(TARGET)).leftFiles).toBe(1)
    expect(traces(pc.files)).toHaveLength(1)
    await pc.opened()
    expect(traces(pc.files)).toEqual([])
  })
})
