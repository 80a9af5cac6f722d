import { describe, expect, test, vi } from 'vitest'
import { digestOf } from '#main/journal/edit-lines.ts'
import { applyEdit } from '#shared/edits/apply-edit.ts'
import { createRecord } from '#shared/edits/operations.ts'
import { recordsOf } from '#shared/edits/records-view.ts'
import { createState } from '#shared/edits/state.ts'
import { commit, draft, firm, manyFirms, Pc, readAll, value } from './journal-fixture.ts'

const SEGMENT_1 = 'journal-000001.jsonl'
const SEGMENT_2 = 'journal-000002.jsonl'

describe('journal', () => {
  test('a committed edit is read back with its id and chain, also after a power cut', async () => {
    const pc = new Pc()
    const journal = await pc.opened()
    const { station } = journal.opened()
    const first = draft({})
    const second = draft({ [station]: 1 }, [firm('b')])
    value(await journal.commit(first))
    value(await journal.commit(second))
    pc.files.cutPower()
    const again = await pc.opened()
    const edits = await readAll(again)
    const [one] = edits
    expect(edits).toEqual([
      { ...first, id: { station, n: 1 }, prev: null },
      { ...second, id: { station, n: 2 }, prev: one === undefined ? '' : digestOf(one) },
    ])
    expect(again.opened()).toEqual({ ...journal.opened(), repairs: [] })
    expect(again.opened().clock).toEqual({ [station]: 2 })
  })

  test('a large edit stands in chunks of at most 256 kB and reads back as one', async () => {
    const pc = new Pc()
    const journal = await pc.opened()
    const large = draft({}, manyFirms(2000))
    value(await journal.commit(large))
    const lines = pc.files.text(SEGMENT_1).trimEnd().split('\n')
    expect(lines.slice(1).map((line) => /"kind":"(\w+)"/.exec(line)?.[1])).toEqual([
      'begin',
      ...lines.slice(2, -1).map(() => 'chunk'),
      'end',
    ])
    expect(lines.length).toBeGreaterThan(4)
    expect(lines.every((line) => Buffer.byteLength(line) <= 256 * 1024 + 200)).toBe(true)
    const again = await pc.opened()
    const [edit] = await readAll(again)
    expect(edit?.ops).toEqual(large.ops)
    expect(value(await commit(again, [firm('x')])).prev).toBe(edit === undefined ? '' : digestOf(edit))
  })

  test('one record too large for a chunk is written in several operations and is one record again', async () => {
    const pc = new Pc()
    const participants = Object.fromEntries(
      Array.from({ length: 6000 }, (_, n) => [`k${n}`, { name: `${'甲'.repeat(30)}${n}` }]),
    )
    const activity = createRecord('activity', 'x', { name: '培训', participants })
    value(await commit(await pc.opened(), [activity]))
    const state = createState()
    for (const edit of await readAll(await pc.opened())) {
      expect(edit.ops?.length).toBeGreaterThan(1)
      applyEdit(state, edit)
    }
    expect(recordsOf(state).of('activity')).toEqual([{ id: 'x', name: '培训', participants }])
    const lines = pc.files.text(SEGMENT_1).split('\n')
    expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThan(256 * 1024 + 200)
  })

  test('the same draft committed twice has no second effect, also after a restart', async () => {
    const pc = new Pc()
    const journal = await pc.opened()
    const once = draft({})
    const answer = await journal.commit(once)
    expect(await journal.commit(once)).toEqual(answer)
    const again = await pc.opened()
    expect(await again.commit(once)).toEqual(answer)
    expect(await readAll(again)).toHaveLength(1)
  })

  test('a draft that missed an edit of this station, or has seen one that is not here, is refused', async () => {
    const journal = await new Pc().opened()
    const { station } = journal.opened()
    value(await commit(journal))
    expect(await journal.commit(draft({}))).toEqual({ ok: false, error: { code: 'journal.stale' } })
    expect(await journal.commit(draft({ [station]: 1, 'other-pc': 3 }))).toEqual({
      ok: false,
      error: { code: 'edit.invalid', where: 'seen' },
    })
  })

  test('commits made at once are written one after the other', async () => {
    const journal = await new Pc().opened()
    const { station } = journal.opened()
    const answers = await Promise.all(
      [0, 1, 2].map((n) => journal.commit(draft({ [station]: n }, [firm(`f${n}`)]))),
    )
    expect(answers.map((answer) => value(answer).id.n)).toEqual([1, 2, 3])
  })

  test('reading goes on after a position and refuses one of another journal', async () => {
    const journal = await new Pc().opened()
    const { head } = value(await commit(journal))
    value(await commit(journal, [firm('b')]))
    const rest = value(await journal.read(head))
    expect([rest.edits.map((edit) => edit.id.n), rest.done]).toEqual([[2], true])
    expect(await journal.read({ count: 1, hash: 'f'.repeat(64) })).toEqual({
      ok: false,
      error: { code: 'journal.not-ancestor' },
    })
  })

  test('large histories are read in batches of about 2 MB', async () => {
    const journal = await new Pc().opened()
    for (let n = 0; n < 4; n += 1)
      value(
        await commit(
          journal,
          manyFirms(1000).map((op) => ({ ...op, id: `${n}-x` })),
        ),
      )
    const first = value(await journal.read(null))
    expect([first.edits.length, first.done]).toEqual([3, false])
    expect(await readAll(journal)).toHaveLength(4)
  })
})

describe('journal after failures', () => {
  test.each([
    ['ENOSPC', 'journal.disk-full'],
    ['EROFS', 'journal.read-only'],
    ['EIO', 'journal.write-failed'],
  ])('a half-written append (%s) is cut off, told, and the next commit stands', async (code, expected) => {
    const pc = new Pc()
    const journal = await pc.opened()
    value(await commit(journal))
    pc.files.failNext({ on: 'append', code, bytes: 40 })
    const failed = await commit(journal, [firm('b')])
    expect(failed.ok ? null : failed.error.code).toBe(expected)
    expect(pc.files.text(SEGMENT_1).endsWith('\n')).toBe(true)
    value(await commit(journal, [firm('c')]))
    const again = await pc.opened()
    expect(again.opened().repairs).toEqual([])
    expect((await readAll(again)).map((edit) => edit.ops?.[0])).toEqual([firm('a'), firm('c')])
  })

  test('a large edit whose third line cannot be written leaves none of its lines', async () => {
    const pc = new Pc()
    const journal = await pc.opened()
    value(await commit(journal))
    const before = pc.files.text('journal-000001.jsonl')
    pc.files.failNext({ on: 'append', code: 'ENOSPC', bytes: 40, after: 2 })
    const large = draft(journal.opened().clock, manyFirms(2000))
    expect((await journal.commit(large)).ok).toBe(false)
    expect(pc.files.text('journal-000001.jsonl')).toBe(before)
    value(await journal.commit(large))
    expect(await readAll(journal)).toHaveLength(2)
  })

  test('after a failed fsync a new segment begins where the last saved edit ended', async () => {
    const pc = new Pc()
    const journal = await pc.opened()
    value(await commit(journal))
    pc.files.failNext({ on: 'sync', code: 'EIO' }, { on: 'truncate', code: 'EIO' })
    expect(await commit(journal, [firm('b')])).toEqual({
      ok: false,
      error: { code: 'journal.write-failed', folder: '台账', detail: 'EIO' },
    })
    value(await commit(journal, [firm('c')]))
    expect(pc.files.names()).toEqual([SEGMENT_1, SEGMENT_2])
    const again = await pc.opened()
    expect((await readAll(again)).map((edit) => edit.ops?.[0])).toEqual([firm('a'), firm('c')])
  })

  test('a segment that could not be begun leaves nothing behind', async () => {
    const pc = new Pc()
    const journal = await pc.opened()
    value(await commit(journal))
    pc.files.failNext({ on: 'sync', code: 'EIO' }, { on: 'create', code: 'ENOSPC' })
    await commit(journal, [firm('b')])
    expect(await commit(journal, [firm('b')])).toEqual({
      ok: false,
      error: { code: 'journal.disk-full', folder: '台账' },
    })
    value(await commit(journal, [firm('c')]))
    expect(await readAll(await pc.opened())).toHaveLength(2)
  })

  test('a folder that cannot be written says so when the journal is begun', async () => {
    const pc = new Pc()
    pc.files.failNext({ on: 'create', code: 'EROFS' })
    expect(await pc.open()).toEqual({ ok: false, error: { code: 'journal.read-only', folder: '台账' } })
  })

  test('a last edit that this PC knows to be saved is never cut off', async () => {
    const pc = new Pc()
    const journal = await pc.opened()
    value(await commit(journal))
    const damaged = pc.files.text(SEGMENT_1).slice(0, -40)
    pc.files.put(SEGMENT_1, damaged)
    expect(await pc.open()).toEqual({
      ok: false,
      error: { code: 'journal.damaged', file: SEGMENT_1, line: 2 },
    })
    expect(pc.files.text(SEGMENT_1)).toBe(damaged)
  })

  test('a torn last line is moved away and reported', async () => {
    const pc = new Pc()
    const journal = await pc.opened()
    value(await commit(journal))
    const whole = pc.files.text(SEGMENT_1)
    pc.files.put(SEGMENT_1, `${whole}{"kind":"edit","edit":{"commit`)
    const again = await pc.opened()
    const kept = 'journal-000001.torn'
    expect(again.opened().repairs).toEqual([{ kind: 'torn-tail', file: SEGMENT_1, bytes: 30, kept }])
    expect(pc.files.text(SEGMENT_1)).toBe(whole)
    expect(again.opened().station).toBe(journal.opened().station)
  })

  test('a large edit without its end never happened, wherever it was cut', async () => {
    const pc = new Pc()
    const journal = await pc.opened()
    value(await commit(journal))
    const before = pc.marker.marker
    const length = pc.files.text(SEGMENT_1).length
    value(await commit(journal, manyFirms(1500)))
    const whole = pc.files.text(SEGMENT_1)
    for (const cut of [length + 20, length + 5000, whole.lastIndexOf('{"kind":"end"'), whole.length - 1]) {
      pc.files.put(SEGMENT_1, whole.slice(0, cut))
      pc.marker.marker = before
      expect((await readAll(await pc.opened())).map((edit) => edit.ops?.[0])).toEqual([firm('a')])
    }
  })

  test('any changed byte of a saved edit is found and its line named', async () => {
    const pc = new Pc()
    const journal = await pc.opened()
    for (const id of ['a', 'b', 'c']) value(await commit(journal, [firm(id)]))
    const lines = pc.files.text(SEGMENT_1).split('\n')
    for (const line of [1, 2, 3, 4]) {
      const changed = lines.map((text, index) =>
        index === line - 1 ? text.replace(/[a-f](?=[^a-f]*$)/, 'g') : text,
      )
      pc.files.put(SEGMENT_1, changed.join('\n'))
      expect(await pc.open()).toEqual({
        ok: false,
        error: { code: 'journal.damaged', file: SEGMENT_1, line },
      })
    }
  })

  test('a line left out, moved or doubled is found', async () => {
    const pc = new Pc()
    const journal = await pc.opened()
    for (const id of ['a', 'b', 'c']) value(await commit(journal, [firm(id)]))
    const [header = '', a = '', b = '', c = ''] = pc.files.text(SEGMENT_1).split('\n')
    for (const lines of [
      [header, b, c],
      [header, a, c, b],
      [header, a, a, b, c],
    ]) {
      pc.files.put(SEGMENT_1, `${lines.join('\n')}\n`)
      const opened = await pc.open()
      expect(opened.ok ? null : opened.error.code).toBe('journal.damaged')
    }
  })

  test('a journal of a newer program is refused and left alone', async () => {
    const pc = new Pc()
    value(await commit(await pc.opened()))
    const newer = pc.files.text(SEGMENT_1).replace('"migration":1', '"migration":99')
    pc.files.put(SEGMENT_1, newer)
    expect(await pc.open()).toEqual({ ok: false, error: { code: 'journal.newer', file: SEGMENT_1 } })
    expect(pc.files.text(SEGMENT_1)).toBe(newer)
  })

  test('a segment that could be neither begun nor removed does not bar the way to the edits around it', async () => {
    const pc = new Pc()
    const journal = await pc.opened()
    value(await commit(journal))
    pc.files.failNext({ on: 'sync', code: 'EIO' })
    await commit(journal, [firm('b')])
    pc.files.failNext({ on: 'sync', code: 'EIO' }, { on: 'remove', code: 'EIO' })
    await commit(journal, [firm('b')])
    value(await commit(journal, [firm('c')]))
    const again = await pc.opened()
    expect((await readAll(again)).map((edit) => edit.ops?.[0])).toEqual([firm('a'), firm('c')])
    value(await commit(again, [firm('d')]))
    expect(await readAll(await pc.opened())).toHaveLength(3)
  })

  test('an edit is refused once another PC has gone on in a segment of its own', async () => {
    const pc = new Pc()
    const journal = await pc.opened()
    value(await commit(journal))
    const colleague = new Pc()
    colleague.files = pc.files
    const other = await colleague.opened()
    expect(await commit(journal, [firm('b')])).toEqual({ ok: false, error: { code: 'journal.stale' } })
    value(await commit(other, [firm('c')]))
    expect((await readAll(await colleague.opened())).map((edit) => edit.ops?.[0])).toEqual([
      firm('a'),
      firm('c'),
    ])
  })

  test('an edit is not called saved when another PC went on while it was being written', async () => {
    const pc = new Pc()
    const journal = await pc.opened()
    value(await commit(journal))
    const names = await pc.files.list()
    vi.spyOn(pc.files, 'list')
      .mockResolvedValueOnce(names)
      .mockResolvedValueOnce([...names, SEGMENT_2])
    expect(await commit(journal, [firm('b')])).toEqual({ ok: false, error: { code: 'journal.stale' } })
  })

  test('an edit another program appended meanwhile is not overwritten', async () => {
    const pc = new Pc()
    const [one, two] = [await pc.opened(), await pc.opened()]
    value(await commit(one))
    expect(await commit(two, [firm('b')])).toEqual({ ok: false, error: { code: 'journal.stale' } })
    expect(await readAll(await pc.opened())).toHaveLength(1)
  })
})

describe('journal on a disk that runs full', () => {
  const MB = 1024 * 1024

  test('refuses to write below 20 MB, before a byte is written, and goes on once there is room', async () => {
    const pc = new Pc()
    const journal = await pc.opened()
    const first = draft({})
    value(await journal.commit(first))
    const before = pc.files.text(SEGMENT_1)
    pc.free = 19.9 * MB
    const refused = { ok: false, error: { code: 'journal.no-room', folder: '台账', megabytes: 19 } }
    expect(await commit(journal, [firm('b')])).toEqual(refused)
    const there = await new Pc().opened()
    value(await commit(there, [firm('c')]))
    expect(await journal.takeUp(await readAll(there))).toEqual(refused)
    expect(pc.files.text(SEGMENT_1)).toBe(before)
    // What is saved already needs no room.
    expect((await journal.commit(first)).ok).toBe(true)
    pc.free = 20 * MB
    value(await commit(journal, [firm('b')]))
    expect(await readAll(await pc.opened())).toHaveLength(2)
  })
})

describe('station', () => {
  test('stays the same for the same machine, folder and head', async () => {
    const pc = new Pc()
    const journal = await pc.opened()
    value(await commit(journal))
    expect((await pc.opened()).opened().station).toBe(journal.opened().station)
  })

  test.each(['machine', 'folder'] as const)('is a new one when the %s differs', async (what) => {
    const pc = new Pc()
    const journal = await pc.opened()
    value(await commit(journal))
    pc[what] = 'another'
    const moved = await pc.opened()
    const { station, repairs } = moved.opened()
    expect(station).not.toBe(journal.opened().station)
    expect(repairs).toEqual([{ kind: 'new-station', station }])
    expect(value(await commit(moved, [firm('b')])).id).toEqual({ station, n: 1 })
    expect(await readAll(await pc.opened())).toHaveLength(2)
  })

  test('is a new one after an older copy of the folder was put back', async () => {
    const pc = new Pc()
    const journal = await pc.opened()
    value(await commit(journal))
    const backup = pc.files.copy()
    value(await commit(journal, [firm('b')]))
    pc.files = backup
    const restored = await pc.opened()
    const { station, repairs } = restored.opened()
    expect(repairs).toEqual([
      { kind: 'older-copy', missing: 1 },
      { kind: 'new-station', station },
    ])
    value(await commit(restored, [firm('c')]))
    expect((await pc.opened()).opened()).toMatchObject({ station, repairs: [] })
  })

  test('a first start cut short before the marker is no move: nothing is told, and the station is a new one', async () => {
    const pc = new Pc()
    const cut = await pc.opened()
    pc.marker.marker = null
    const again = await pc.opened()
    const { station, journal, repairs } = again.opened()
    expect([journal, repairs]).toEqual([cut.opened().journal, []])
    expect(station).not.toBe(cut.opened().station)
    expect(value(await commit(again)).id).toEqual({ station, n: 1 })
  })

  test('a lost journal is told by the id it had', async () => {
    const pc = new Pc()
    const journal = await pc.opened()
    value(await commit(journal))
    pc.files.empty()
    const next = (await pc.opened()).opened()
    expect(next.lost).toBe(journal.opened().journal)
    expect(next.journal).not.toBe(journal.opened().journal)
  })

  test('a lost journal is told again until the new one holds an edit: what is left of it may not be dropped', async () => {
    const pc = new Pc()
    const journal = await pc.opened()
    value(await commit(journal))
    pc.files.empty()
    await pc.opened()
    const again = await pc.opened()
    expect(again.opened().lost).toBe(journal.opened().journal)
    value(await commit(again))
    expect((await pc.opened()).opened()).toMatchObject({ lost: null, repairs: [] })
  })
})
