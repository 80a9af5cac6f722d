import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Operation } from '#shared/edits/edit.ts'
import { mergeRecords, setFields, voidRecord } from '#shared/edits/operations.ts'
import { commit, firm, Pc, readAll, value } from '../unit/src-main/journal/journal-fixture.ts'
import { contentsOf, DeskPc } from '../unit/src-renderer/workspace/desktop-fixture.ts'

const numRuns = Number(process.env.PBZ_RUNS ?? 300)

const id = fc.constantFrom('a', 'b', 'c')
const operation: fc.Arbitrary<Operation> = fc.oneof(
  fc.tuple(id, fc.constantFrom('甲', '乙', null)).map(([r, name]) => setFields('enterprise', r, { name })),
  fc
    .tuple(id, id)
    .map(([r, firmId]) => setFields('activity', r, { participants: { [firmId]: { name: '甲' } } })),
  id.map((r) => voidRecord('enterprise', r, '重复')),
  fc.constant(mergeRecords('enterprise', 'a', 'b')),
)
const action = fc.oneof(
  { weight: 5, arbitrary: fc.array(operation, { minLength: 1, maxLength: 3 }) },
  { weight: 2, arbitrary: fc.constantFrom('undo' as const, 'redo' as const) },
  { weight: 1, arbitrary: fc.constant('restart' as const) },
)

describe('journal and working copy', () => {
  test('replaying the journal gives what Dexie holds, whatever was done', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(action, { maxLength: 10 }), async (actions) => {
        const pc = new DeskPc()
        let workspace = await pc.started()
        for (const act of actions) {
          if (act === 'restart') workspace = await pc.started()
          else if (act === 'undo') await workspace.undo()
          else if (act === 'redo') await workspace.redo()
          else value(await workspace.commit({ ops: act, why: { kind: 'typed' }, title: '修改' }))
        }
        const told = contentsOf(workspace)
        expect(contentsOf(await pc.started())).toEqual(told)
        pc.indexedDB = new DeskPc().indexedDB
        expect(contentsOf(await pc.started())).toEqual(told)
      }),
      { numRuns: Math.ceil(numRuns / 3) },
    )
  })

  test('a power cut at any byte loses no edit reported as saved and keeps no half one', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(5), fc.nat(600), async (saved, torn) => {
        const pc = new Pc()
        const journal = await pc.opened()
        for (let n = 0; n < saved; n += 1) value(await commit(journal, [firm(`f${n}`)]))
        pc.files.failNext({ on: 'sync', code: 'EIO' }, { on: 'truncate', code: 'EIO' })
        await commit(journal, [firm('last')])
        pc.files.cutPower(torn)
        const edits = await readAll(await pc.opened())
        const kept = edits.map((edit) => edit.ops?.[0])
        const acknowledged = Array.from({ length: saved }, (_, n) => firm(`f${n}`))
        expect([acknowledged, [...acknowledged, firm('last')]]).toContainEqual(kept)
      }),
      { numRuns },
    )
  })

  test('any byte changed in a saved edit is found', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.integer({ min: 1, max: 255 }), async (at, flip) => {
        const pc = new Pc()
        const journal = await pc.opened()
        for (const firmId of ['a', 'b']) value(await commit(journal, [firm(firmId)]))
        const bytes = pc.files.bytes('journal-000001.jsonl').slice()
        const place = at % bytes.length
        bytes[place] = (bytes[place] ?? 0) ^ flip
        pc.files.put('journal-000001.jsonl', bytes)
        const opened = await pc.open()
        expect(opened.ok ? null : opened.error.code).toMatch(/^journal\.(damaged|newer)$/)
      }),
      { numRuns },
    )
  })
})

describe('journal with a checkpoint and compressed segments', () => {
  const pace = {
    checkpointPace: { edits: 2, bytes: 1e9 },
    segmentBytes: 900,
    compressesClosed: true,
  }

  test('any byte changed in any of its files is found by opening or by the check, or changes nothing', async () => {
    const pc = new Pc()
    pc.pace = pace
    for (const firmId of ['a', 'b', 'c', 'd']) {
      const journal = await pc.opened()
      value(await commit(journal, [firm(firmId)]))
      await journal.close()
    }
    const whole = await readAll(await pc.opened())
    expect(pc.files.names().some((name) => name.endsWith('.gz'))).toBe(true)
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.nat(), fc.integer({ min: 1, max: 255 }), async (which, at, flip) => {
        const other = new Pc()
        other.pace = { segmentBytes: pace.segmentBytes }
        other.files = pc.files.copy()
        other.marker.marker = structuredClone(pc.marker.marker)
        const names = other.files.names()
        const name = names[which % names.length] ?? ''
        const bytes = other.files.bytes(name).slice()
        bytes[at % bytes.length] = (bytes[at % bytes.length] ?? 0) ^ flip
        other.files.put(name, bytes)
        const opened = await other.open()
        if (!opened.ok) {
          expect(opened.error.code).toMatch(/^journal\.(damaged|newer)$/)
          return
        }
        const checked = await opened.value.check(new AbortController().signal, () => {})
        if (!checked.ok) expect(checked.error.code).toBe('journal.damaged')
        else expect(await readAll(opened.value)).toEqual(whole)
      }),
      { numRuns },
    )
  })

  test('any mix of edits, restarts and power cuts keeps every edit reported as saved, in order', async () => {
    const step = fc.oneof(
      { weight: 4, arbitrary: fc.constant('edit' as const) },
      { weight: 2, arbitrary: fc.constantFrom('restart' as const, 'power' as const) },
    )
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 16 }), async (steps) => {
        const pc = new Pc()
        pc.pace = pace
        let journal = await pc.opened()
        const saved: Operation[] = []
        for (const [at, act] of steps.entries()) {
          if (act === 'edit') {
            value(await commit(journal, [firm(`f${at}`)]))
            saved.push(firm(`f${at}`))
            continue
          }
          if (act === 'restart') await journal.close()
          else pc.files.cutPower()
          journal = await pc.opened()
          expect(journal.opened().repairs).toEqual([])
        }
        expect((await readAll(journal)).map((edit) => edit.ops?.[0])).toEqual(saved)
        expect(await journal.check(new AbortController().signal, () => {})).toMatchObject({
          ok: true,
          value: { edits: saved.length },
        })
      }),
      { numRuns: Math.ceil(numRuns / 3) },
    )
  })
})
