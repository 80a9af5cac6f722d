import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { digestOf } from '#main/journal/edit-lines.ts'
import type { Journal } from '#main/journal/journal.ts'
import { applyEdits } from '#shared/edits/apply-edit.ts'
import type { Edit } from '#shared/edits/edit.ts'
import { recordsOf } from '#shared/edits/records-view.ts'
import { createState } from '#shared/edits/state.ts'
import { MIGRATION } from '#shared/migration/migrations.ts'
import { commit, draft, firm, manyFirms, Pc, readAll, value } from './journal-fixture.ts'

async function twoPcs() {
  const [a, b] = [new Pc(), new Pc()]
  b.folder = '/另一台'
  return { a, b, here: await a.opened(), there: await b.opened() }
}

async function copyAll(from: Journal, to: Journal) {
  return value(await to.takeUp(await readAll(from)))
}

function recordsIn(edits: readonly Edit[]) {
  const state = createState()
  applyEdits(state, edits)
  return recordsOf(state).all('enterprise')
}

describe('edits of another PC', () => {
  test('are taken up as they are, survive a power cut, and the chain goes on behind them', async () => {
    const { b, here, there } = await twoPcs()
    value(await commit(here, [firm('a')]))
    value(await commit(here, manyFirms(2000)))
    value(await commit(there, [firm('b')]))
    const answer = await copyAll(here, there)
    expect(answer.taken).toEqual((await readAll(here)).map(({ id }) => id))
    expect([answer.left, answer.head]).toEqual([[], there.opened().head])
    value(await commit(there, [firm('c')]))
    b.files.cutPower()
    const again = await b.opened()
    expect(again.opened().repairs).toEqual([])
    expect(again.opened().station).toBe(there.opened().station)
    expect((await readAll(again)).slice(1, 3)).toEqual(await readAll(here))
    expect((await readAll(again)).map((edit) => edit.ops?.length)).toEqual([1, 1, 2000, 1])
  })

  test('taken up again, or coming back to their author, have no effect', async () => {
    const { here, there } = await twoPcs()
    value(await commit(here))
    await copyAll(here, there)
    const { head } = there.opened()
    expect(await copyAll(here, there)).toEqual({ taken: [], left: [], head })
    value(await commit(there, [firm('b')]))
    expect((await copyAll(there, here)).taken).toHaveLength(1)
    expect(await readAll(here)).toEqual(await readAll(there))
  })

  test('that say something else under a known number and commit are another edit, unless their values were taken out', async () => {
    const { here, there } = await twoPcs()
    value(await commit(here))
    await copyAll(here, there)
    const [edit] = await readAll(here)
    if (edit === undefined) throw new Error('an edit')
    const other = { ...edit, title: '别的内容' }
    expect(value(await there.takeUp([other])).left).toEqual([{ id: edit.id, why: 'forked' }])
    const purged = { migration: MIGRATION, edit: other, original: digestOf(edit) }
    expect(value(await there.takeUpWritten([purged])).left).toEqual([])
    // The same among edits that come together.
    const third = await new Pc().opened()
    expect(value(await third.takeUp([edit, other]))).toMatchObject({
      taken: [edit.id],
      left: [{ id: edit.id, why: 'forked' }],
    })
  })

  test('wait until everything their author had seen is here, and are named', async () => {
    const { here, there } = await twoPcs()
    value(await commit(here, [firm('a')]))
    value(await commit(here, [firm('b')]))
    const [first, second] = await readAll(here)
    if (first === undefined || second === undefined) throw new Error('two edits')
    const early = value(await there.takeUp([second]))
    expect(early).toEqual({
      taken: [],
      left: [{ id: second.id, why: 'waiting' }],
      head: there.opened().head,
    })
    expect(value(await there.takeUp([second, first])).taken).toEqual([first.id, second.id])
    const third = await new Pc().opened()
    value(await commit(there, [firm('c')]))
    const [answer] = (await readAll(there)).slice(-1)
    if (answer === undefined) throw new Error('an answer')
    expect(value(await third.takeUp([answer])).left).toEqual([{ id: answer.id, why: 'waiting' }])
  })

  test('of a station used on two PCs are refused where the two part, and what is here stays', async () => {
    const { a, here, there } = await twoPcs()
    value(await commit(here, [firm('a')]))
    await copyAll(here, there)
    const image = new Pc()
    image.files = a.files.copy()
    image.marker.marker = structuredClone(a.marker.marker)
    value(await commit(here, [firm('b')]))
    const clone = await image.opened()
    expect(clone.opened().station).toBe(here.opened().station)
    value(await commit(clone, [firm('c')]))
    value(await commit(clone, [firm('d')]))
    await copyAll(here, there)
    const { station } = here.opened()
    expect((await copyAll(clone, there)).left).toEqual([
      { id: { station, n: 2 }, why: 'forked' },
      { id: { station, n: 3 }, why: 'forked' },
    ])
    expect(await readAll(there)).toEqual(await readAll(here))
  })

  test('whose chain does not name what is here are refused', async () => {
    const { here, there } = await twoPcs()
    value(await commit(here))
    await copyAll(here, there)
    value(await commit(here, [firm('b')]))
    const [, second] = await readAll(here)
    const forged = { ...second, prev: 'f'.repeat(64) } as Edit
    expect(value(await there.takeUp([forged])).left).toEqual([{ id: forged.id, why: 'forked' }])
    expect(await readAll(there)).toHaveLength(1)
  })

  test('that do not fit the data dictionary refuse the whole call', async () => {
    const { here, there } = await twoPcs()
    value(await commit(here))
    const [edit] = await readAll(here)
    const bad = { ...edit, ops: [{ record: 'enterprise', id: 'a', set: { colour: 'red' } }] }
    expect(await there.takeUp([edit, bad])).toMatchObject({ ok: false, error: { code: 'edit.invalid' } })
    expect(await readAll(there)).toEqual([])
  })

  test.each(['ENOSPC', 'EIO'])('are all taken or none when writing fails (%s)', async (code) => {
    const { b, here, there } = await twoPcs()
    for (const id of ['a', 'b', 'c']) value(await commit(here, [firm(id)]))
    const before = there.opened()
    b.files.failNext({ on: 'append', code, bytes: 40, after: 1 })
    expect((await there.takeUp(await readAll(here))).ok).toBe(false)
    expect(there.opened()).toEqual(before)
    expect((await copyAll(here, there)).taken).toHaveLength(3)
    expect((await b.opened()).opened().repairs).toEqual([])
    expect(await readAll(await b.opened())).toEqual(await readAll(here))
  })

  test('and own commits at the same time are written one after the other', async () => {
    const { here, there } = await twoPcs()
    for (const id of ['a', 'b']) value(await commit(here, [firm(id)]))
    const foreign = await readAll(here)
    const answers = await Promise.all([
      there.commit(draft({}, [firm('x')])),
      there.takeUp(foreign),
      there.commit(draft({ [there.opened().station]: 1 }, [firm('y')])),
    ])
    expect(answers.map((answer) => answer.ok)).toEqual([true, true, true])
    expect(await readAll(there)).toHaveLength(4)
  })

  test('copied to and fro in any order, in parts and again, give both PCs the same records', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({
            who: fc.constantFrom(0 as const, 1 as const),
            act: fc.constantFrom('write', 'copy', 'restart'),
            cut: fc.nat(6),
          }),
          {
            maxLength: 14,
          },
        ),
        async (steps) => {
          const pcs = [new Pc(), new Pc()] as const
          const journals: [Journal, Journal] = [await pcs[0].opened(), await pcs[1].opened()]
          for (const { who, act, cut } of steps) {
            const [mine, other] = [journals[who], journals[who === 0 ? 1 : 0]]
            if (act === 'write') value(await commit(mine, [firm(`f${cut % 3}`, `名称${who}${cut}`)]))
            else if (act === 'restart') journals[who] = await pcs[who].opened()
            else value(await other.takeUp((await readAll(mine)).slice(cut).toReversed()))
          }
          await copyAll(journals[0], journals[1])
          await copyAll(journals[1], journals[0])
          const [one, two] = [await readAll(await pcs[0].opened()), await readAll(await pcs[1].opened())]
          expect(recordsIn(one)).toEqual(recordsIn(two))
          expect(one).toHaveLength(two.length)
        },
      ),
      { numRuns: Number(process.env.PBZ_RUNS ?? 60) },
    )
  })
})
