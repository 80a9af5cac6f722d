import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyEdit } from '#shared/edits/apply-edit.ts'
import { historyOf } from '#shared/edits/history.ts'
import { recordsOf } from '#shared/edits/records-view.ts'
import { createState } from '#shared/edits/state.ts'
import { editsOf, steps } from './edits-model.ts'
import { isLive } from './edits-naive.ts'

const numRuns = Number(process.env.PBZ_RUNS ?? 300)
const setOf = fc.oneof(steps({ same: false }), steps({ same: true })).map(editsOf)

test('law 13: the history of a record is every write ever made to it, and its standing ones are what it reads', () => {
  fc.assert(
    fc.property(setOf, (edits) => {
      const state = createState()
      for (const edit of edits) applyEdit(state, edit)
      for (const record of recordsOf(state).all('enterprise')) {
        const { writes } = historyOf(state, 'enterprise', record.id)
        const standing = (what: string) => writes.filter((write) => write.standing === what)
        const settled = new Map(standing('current').map((write) => [write.register, write.value]))
        for (const [register, value] of settled) {
          if (register !== '$void')
            expect([register, registerValue(record.fields, register)]).toEqual([register, value])
        }
        const inConflict = new Set(standing('conflict').map((write) => write.register))
        expect([...inConflict].filter((name) => name !== '$void').sort()).toEqual(
          Object.keys(record.conflicts)
            .filter((name) => name !== '$void')
            .sort(),
        )
        for (const write of writes) {
          const edit = edits.find(({ id }) => id.station === write.edit.station && id.n === write.edit.n)
          expect(edit !== undefined && isLive(edit, edits)).toBe(write.standing !== 'undone')
          expect(write.undoneBy === null).toBe(write.standing !== 'undone')
        }
      }
      const told = recordsOf(state)
        .all('enterprise')
        .flatMap(({ id }) => historyOf(state, 'enterprise', id).writes.length)
      const live = ['r1', 'r2', 'r3'].filter((id) => recordsOf(state).resolve('enterprise', id) === id)
      const all = live.map((id) => historyOf(state, 'enterprise', id).writes.length)
      expect(all.reduce((sum, n) => sum + n, 0)).toBe(writesIn(edits))
      expect(told.reduce((sum, n) => sum + n, 0)).toBeLessThanOrEqual(writesIn(edits))
    }),
    { numRuns },
  )
})

/** Registers written, those of one edit to one record counted once. */
function writesIn(edits: ReturnType<typeof editsOf>): number {
  const registers = edits.flatMap(({ id, ops = [] }) =>
    ops.flatMap((op) =>
      'set' in op && op.record === 'enterprise'
        ? Object.keys(op.set).map((name) => `${id.station} ${id.n} ${op.id} ${name}`)
        : [],
    ),
  )
  return new Set(registers).size
}

function registerValue(fields: Readonly<Record<string, unknown>>, register: string): unknown {
  const [list = '', key] = register.split('/')
  const value =
    key === undefined ? fields[list] : (fields[list] as Record<string, unknown> | undefined)?.[key]
  return value ?? null
}
