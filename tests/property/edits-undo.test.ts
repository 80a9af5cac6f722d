import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyEdit, editOf } from '#shared/edits/apply-edit.ts'
import { clockHolds } from '#shared/edits/clock.ts'
import type { Edit, Operation } from '#shared/edits/edit.ts'
import { historyOf } from '#shared/edits/history.ts'
import { recordsOf } from '#shared/edits/records-view.ts'
import { type EditState, keyOf } from '#shared/edits/state.ts'
import { type PlannedUndo, planRedo, planUndo } from '#shared/edits/undo.ts'
import { deliveriesOf, editsOf, steps } from './edits-model.ts'
import { cellsOf, isLive, naiveRecords, standingWrites } from './edits-naive.ts'
import { nextEdit, stateOf, told } from './edits-state.ts'

const numRuns = Number(process.env.PBZ_RUNS ?? 300)
const check = <T>(property: fc.IProperty<T>) => fc.assert(property, { numRuns })

const TYPES = ['enterprise', 'participation'] as const
const alone = steps({ same: false }).map(editsOf)
const setOf = fc.oneof(alone, steps({ same: true }).map(editsOf))

/** A set and one of its edits that writes something; every one is a write, a 作废, a choice, a creation or a 合并. */
const setAndTarget = setOf
  .map((edits) => ({ edits, written: edits.filter(({ ops }) => ops !== undefined) }))
  .filter(({ written }) => written.length > 0)
  .chain(({ edits, written }) =>
    fc.record({ edits: fc.constant(edits), target: fc.constantFrom(...written) }),
  )

describe('laws of undo (src-shared/edits/RULES.md)', () => {
  test('laws 11 and 14: any edit is taken back or brought again; what was changed since is counted and stays', () => {
    check(
      fc.property(setAndTarget, ({ edits, target }) => {
        const state = stateOf(edits)
        const wasLive = isLive(target, edits)
        const planned = plan(state, target, wasLive)
        expect(plan(state, target, !wasLive)).toBeNull()
        const turned = [...edits, retraction(state, planned)]
        const [withIt, without] = wasLive ? [edits, turned] : [turned, edits]
        expect(isLive(target, turned)).toBe(!wasLive)

        const standing = new Set(TYPES.flatMap((type) => [...standingWrites(withIt, type)]))
        const cells = TYPES.flatMap((type) => cellsOf(target, type))
        const kept = cells.filter((cell) => !standing.has(cell))
        expect([planned?.undone, planned?.kept]).toEqual([cells.length - kept.length, kept.length])
        if (target.ops?.some((op) => 'same' in op) === true) return
        const gone = TYPES.flatMap((type) => {
          const left = new Set(naiveRecords(without, type).map(({ id }) => id))
          return naiveRecords(withIt, type).filter(({ id }) => !left.has(id))
        })
        expect(planned?.records).toBe(gone.length)
        const register = registerIn(stateOf(withIt))
        const follow = new Set(cells.filter((cell) => standing.has(cell)).map(register))
        const stay = kept.filter((cell) => !follow.has(register(cell)))
        expect(stay.map((cell) => reading(stateOf(without), cell))).toEqual(
          stay.map((cell) => reading(stateOf(withIt), cell)),
        )
      }),
    )
  })

  test('law 14: taken back and brought again any number of times, by any station, it ends where it began', () => {
    check(
      fc.property(setAndTarget, fc.integer({ min: 1, max: 4 }), ({ edits, target }, rounds) => {
        const state = stateOf(edits)
        const before = told(state) as { readonly all: unknown; readonly live: unknown }
        const all = [...edits]
        for (let round = 0; round < rounds * 2; round += 1) {
          const turn = retraction(
            state,
            plan(state, target, isLive(target, all)),
            `station-${round % 3}-late`,
          )
          applyEdit(state, turn)
          all.push(turn)
        }
        expect(told(state)).toMatchObject({ all: before.all, live: before.live })
      }),
    )
  })

  test('law 14: two stations that take one edit back at once are undone by one redo that has seen both', () => {
    check(
      fc.property(
        setAndTarget.filter(({ edits, target }) => isLive(target, edits)),
        ({ edits, target }) => {
          const state = stateOf(edits)
          const before = told(state) as { readonly all: unknown; readonly live: unknown }
          const undos = ['station-y', 'station-z'].map((station) =>
            retraction(state, plan(state, target, true), station),
          )
          const [one, other] = undos
          for (const undo of undos) applyEdit(state, undo)
          const half = stateOf([...edits, ...undos])
          applyEdit(half, { ...nextEdit(half, 'station-x'), retracts: [one?.id ?? target.id] })
          expect(editOf(half, keyOf(target.id)).live).toBe(false)
          const redo = planRedo(state, editOf(state, keyOf(target.id)))
          expect(redo?.retracts).toEqual([one?.id, other?.id])
          applyEdit(state, retraction(state, redo))
          expect(told(state)).toMatchObject({ all: before.all, live: before.live })
        },
      ),
    )
  })

  test('law 15: what a live write has seen is never a value again while that write lives, whatever arrives', () => {
    const arriving = alone.chain(deliveriesOf)
    check(
      fc.property(arriving, (edits) => {
        const state = stateOf([])
        const settled = new Map<string, { readonly cell: string; readonly by: string }>()
        for (const edit of edits) {
          applyEdit(state, edit)
          const values = valuesNow(state)
          for (const { cell, write, by } of settled.size === 0 ? [] : settledPairs(settled)) {
            if (editOf(state, by).live) expect(values.get(cell)?.has(write) ?? false).toBe(false)
          }
          noteReplaced(state, values, settled)
          for (const writes of values.values()) {
            for (const a of writes) {
              for (const b of writes) {
                if (a !== b) expect(clockHolds(editOf(state, a).seen, editOf(state, b).id)).toBe(false)
              }
            }
          }
        }
      }),
    )
  })

  test('law 15: a later arrival conflicts with the choice, never with what was chosen from; undone, all is as before', () => {
    check(
      fc.property(alone, fc.nat(), (edits, cut) => {
        const early = edits.slice(0, edits.length === 0 ? 0 : cut % (edits.length + 1))
        const state = stateOf(early)
        const ops: Operation[] = recordsOf(state)
          .all('enterprise')
          .flatMap(({ id, conflicts }) =>
            Object.keys(conflicts).map((name) => ({ record: 'enterprise', id, set: { [name]: null } })),
          )
        fc.pre(ops.length > 0)
        const choice = { ...nextEdit(state), ops }
        for (const edit of [choice, ...edits]) applyEdit(state, edit)
        for (const writes of valuesNow(state, ops).values()) {
          const seen = [...writes].filter((key) => clockHolds(choice.seen, editOf(state, key).id))
          expect(seen).toEqual([])
        }
        applyEdit(state, { ...nextEdit(state), retracts: [choice.id] })
        const { all, live } = told(stateOf(edits)) as { readonly all: unknown; readonly live: unknown }
        expect(told(state)).toMatchObject({ all, live })
      }),
    )
  })
})

function plan(state: EditState, target: Edit, isUndo: boolean): PlannedUndo | null {
  const node = editOf(state, keyOf(target.id))
  return isUndo ? planUndo(state, node) : planRedo(state, node)
}

function retraction(state: EditState, planned: PlannedUndo | null, station?: string): Edit {
  return { ...nextEdit(state, station), retracts: [...(planned?.retracts ?? [])] }
}

/** Names the register a cell is read in: cells of joined records share one, so it follows when any of them does. */
function registerIn(state: EditState): (cell: string) => string {
  return (cell) => {
    const [, member = '', name = ''] = cell.split(' ')
    return `${recordsOf(state).resolve(member === 'p1' ? 'participation' : 'enterprise', member)} ${name}`
  }
}

/** What the record of a cell `<edit> <member> <register>` reads there. */
function reading(state: EditState, cell: string): unknown {
  const [, member = '', name = ''] = cell.split(' ')
  if (name === '$void') return null
  const records = recordsOf(state)
  const type = member === 'p1' ? 'participation' : 'enterprise'
  const record = records.all(type).find(({ id }) => id === records.resolve(type, member))
  const [list = '', key] = name.split('/')
  const value = record?.fields[list]
  return [
    record?.conflicts[name],
    key === undefined ? value : (value as Record<string, unknown> | undefined)?.[key],
  ]
}

type Values = ReadonlyMap<string, ReadonlySet<string>>

/** The writes that are values now, by cell; only of the cells that `ops` write, when given. */
function valuesNow(state: EditState, ops?: readonly Operation[]): Values {
  const values = new Map<string, Set<string>>()
  for (const id of ['r1', 'r2', 'r3']) {
    const wanted = ops?.flatMap((op) => ('set' in op && op.id === id ? Object.keys(op.set) : []))
    for (const { register, edit, standing } of historyOf(state, 'enterprise', id).writes) {
      if (standing !== 'current' && standing !== 'conflict') continue
      if (wanted !== undefined && !wanted.includes(register)) continue
      const cell = `${id} ${register}`
      values.set(cell, (values.get(cell) ?? new Set()).add(keyOf(edit)))
    }
  }
  return values
}

type Settled = Map<string, { readonly cell: string; readonly by: string }>

/** Notes for each live write that is no value which live writes have seen it. */
function noteReplaced(state: EditState, values: Values, settled: Settled): void {
  for (const id of ['r1', 'r2', 'r3']) {
    const { writes } = historyOf(state, 'enterprise', id)
    for (const write of writes.filter(({ standing }) => standing === 'replaced')) {
      const cell = `${id} ${write.register}`
      for (const by of writes.filter(({ register }) => register === write.register)) {
        const node = editOf(state, keyOf(by.edit))
        if (keyOf(by.edit) === keyOf(write.edit) || !node.live || !clockHolds(node.seen, write.edit)) continue
        settled.set(`${cell} ${keyOf(write.edit)} ${keyOf(by.edit)}`, { cell, by: keyOf(by.edit) })
      }
      expect(values.get(cell)?.has(keyOf(write.edit)) ?? false).toBe(false)
    }
  }
}

function settledPairs(settled: Settled) {
  return [...settled].map(([key, { cell, by }]) => ({ cell, by, write: key.split(' ')[2] ?? '' }))
}
