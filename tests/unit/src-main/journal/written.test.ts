import { describe, expect, test, vi } from 'vitest'
import { digestOf } from '#main/journal/edit-lines.ts'
import type { Journal } from '#main/journal/journal.ts'
import type { WrittenEdit } from '#main/journal/written-edit.ts'
import type { Edit, WriteOperation } from '#shared/edits/edit.ts'
import { createRecord } from '#shared/edits/operations.ts'
import { commit, firm, manyFirms, Pc, readAll, value } from './journal-fixture.ts'

/** A second dictionary, in which 企业 no longer has `colour`, but `note`. */
vi.mock('#shared/migration/migrations.ts', () => ({
  MIGRATION: 2,
  migrateEdit: (edit: Edit, from: number) => (from === 2 ? edit : withNote(edit)),
}))

function withNote(edit: Edit): Edit {
  const ops = edit.ops?.map((op) => {
    const { set } = op as WriteOperation
    const { colour, ...rest } = set
    return colour === undefined ? op : { ...(op as WriteOperation), set: { ...rest, note: colour } }
  })
  return ops === undefined ? edit : { ...edit, ops }
}

async function twoPcs() {
  const [a, b] = [new Pc(), new Pc()]
  b.folder = '/另一台'
  return { a, b, here: await a.opened(), there: await b.opened() }
}

async function writtenOf(journal: Journal) {
  return value(await journal.written({}))
}

/** An edit of an older program on a third PC. */
function oldEdit(n: number, before: Edit | null): Edit {
  const set = { name: '旧企业', colour: '红' }
  return {
    commit: `00000000-0000-4000-8000-00000000000${n}`,
    seen: before === null ? {} : { [before.id.station]: before.id.n },
    at: '2021-03-05T08:00:00.000Z',
    by: '王某',
    why: { kind: 'typed' },
    title: '新增企业',
    ops: [{ record: 'enterprise', id: 'old', set }],
    id: { station: 'station-old', n },
    prev: before === null ? null : digestOf(before),
  }
}

describe('edits as written', () => {
  test('are those a clock does not cover, in the order of the journal', async () => {
    const { here, there } = await twoPcs()
    for (const id of ['a', 'b', 'c']) value(await commit(here, [firm(id)]))
    value(await there.takeUpWritten(await writtenOf(here)))
    value(await commit(there, [firm('d')]))
    const { station } = here.opened()
    const rest = value(await there.written({ [station]: 2 }))
    expect(rest.map(({ edit }) => edit)).toEqual((await readAll(there)).slice(2))
    expect(rest.map(({ migration }) => migration)).toEqual([2, 2])
    expect(value(await there.written(there.opened().clock))).toEqual([])
  })

  test('keep their words and digest on a newer PC, which reads them in its own words', async () => {
    const pc = new Pc()
    const journal = await pc.opened()
    const first = oldEdit(1, null)
    const second = oldEdit(2, first)
    const taken = value(await journal.takeUp([first, second], [1, 1]))
    expect(taken.left).toEqual([])
    const again = await pc.opened()
    expect((await readAll(again)).map((edit) => edit.ops)).toEqual(
      [1, 2].map(() => [{ record: 'enterprise', id: 'old', set: { name: '旧企业', note: '红' } }]),
    )
    expect(await writtenOf(again)).toEqual([first, second].map((edit) => ({ migration: 1, edit })))
    const third = oldEdit(3, second)
    expect(value(await again.takeUp([third], [1])).taken).toEqual([third.id])
    value(await commit(again, [firm('x')]))
    expect((await writtenOf(await pc.opened())).map(({ migration }) => migration)).toEqual([1, 1, 1, 2])
  })

  test('of a newer program, or with a number that is none, are refused', async () => {
    const journal = await new Pc().opened()
    const newer = await journal.takeUp([oldEdit(1, null)], [3])
    expect(newer).toEqual({ ok: false, error: { code: 'edit.newer' } })
    expect(await journal.takeUp([oldEdit(1, null)], [0])).toMatchObject({
      error: { code: 'edit.invalid', where: 'migration' },
    })
    expect(await journal.takeUp([{ ops: [null] }], [1])).toMatchObject({ error: { code: 'edit.invalid' } })
    expect(await journal.takeUp([{ ops: 'x' }], [1])).toMatchObject({ error: { code: 'edit.invalid' } })
  })

  test.each([
    ['small', [createRecord('enterprise', 'a', { name: '企业' })]],
    ['large', manyFirms(1500)],
  ])('a %s one that was emptied later is followed by the digest it had before', async (_, ops) => {
    const { b, here, there } = await twoPcs()
    value(await commit(here, ops))
    value(await commit(here, [firm('b')]))
    const [first, second] = await writtenOf(here)
    if (first === undefined || second === undefined) throw new Error('two edits')
    const original = digestOf(first.edit as Edit)
    const emptied: WrittenEdit = {
      ...first,
      edit: { ...(first.edit as Edit), title: '已清除' },
      original,
    }
    expect(value(await there.takeUpWritten([emptied, second])).left).toEqual([])
    const again = await b.opened()
    expect(await writtenOf(again)).toEqual([emptied, second])
    const third = await new Pc().opened()
    expect(value(await third.takeUpWritten(await writtenOf(again))).left).toEqual([])
    expect(await there.takeUpWritten([{ ...first, original: 'x' }])).toMatchObject({
      error: { code: 'edit.invalid', where: 'original' },
    })
  })

  test('whose line was changed on disk are not given away, and the line is named', async () => {
    const pc = new Pc()
    const journal = await pc.opened()
    for (const id of ['a', 'b', 'c']) value(await commit(journal, [firm(id)]))
    const file = 'journal-000001.jsonl'
    pc.files.put(file, pc.files.text(file).replace('"id":"b"', '"id":"B"'))
    const damaged = { ok: false, error: { code: 'journal.damaged', file, line: 3 } }
    expect(await journal.written({})).toEqual(damaged)
    expect(await journal.read(null)).toEqual(damaged)
    expect(await journal.written({ [journal.opened().station]: 2 })).toMatchObject({ ok: true })
  })
})

test('a snapshot is a whole journal of its head, whatever is committed before it is read', async () => {
  const pc = new Pc()
  const journal = await pc.opened()
  value(await commit(journal))
  pc.files.failNext({ on: 'sync', code: 'EIO' }, { on: 'truncate', code: 'EIO' })
  await commit(journal, [firm('never')])
  value(await commit(journal, [firm('b')]))
  const { head, clock, journal: id, station } = journal.opened()
  const taken = journal.snapshot()
  value(await commit(journal, [firm('c')]))
  const snapshot = value(await taken)
  expect([snapshot.head, snapshot.clock, snapshot.journal, snapshot.station]).toEqual([
    head,
    clock,
    id,
    station,
  ])
  expect(snapshot.files.map(({ name }) => name)).toEqual(['journal-000001.jsonl', 'journal-000002.jsonl'])
  const restored = new Pc()
  for (const file of snapshot.files) {
    restored.files.put(file.name, Buffer.from(await file.read()).toString('utf8'))
  }
  const again = await restored.opened()
  expect(again.opened()).toMatchObject({ head, clock, journal: id })
  expect((await readAll(again)).map((edit) => edit.ops?.[0])).toEqual([firm('a'), firm('b')])
})

test('a snapshot is not read from a segment that was changed, and names the line', async () => {
  const pc = new Pc()
  const journal = await pc.opened()
  for (const name of ['a', 'b']) value(await commit(journal, [firm(name)]))
  const [file] = value(await journal.snapshot()).files
  const whole = pc.files.text('journal-000001.jsonl')
  pc.files.put('journal-000001.jsonl', whole.replace('"id":"b"', '"id":"B"'))
  await expect(file?.read()).rejects.toMatchObject({ error: { code: 'journal.damaged', line: 3 } })
  pc.files.put('journal-000001.jsonl', whole.slice(0, -1))
  await expect(file?.read()).rejects.toMatchObject({ error: { line: 3 } })
  pc.files.put('journal-000001.jsonl', `${whole.split('\n').slice(0, 2).join('\n')}\n`)
  await expect(file?.read()).rejects.toMatchObject({ error: { line: 3 } })
})
