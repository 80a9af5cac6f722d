import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyEdit } from '#shared/edits/apply-edit.ts'
import type { Edit, Operation } from '#shared/edits/edit.ts'
import { packEdits, packRecords, pageCounts, restoreEdits, restoreRecords } from '#shared/edits/pages.ts'
import { recordsOf } from '#shared/edits/records-view.ts'
import { createState, type EditState } from '#shared/edits/state.ts'
import { redoDraft, undoDraft } from '#shared/edits/undo.ts'
import { validateEdit } from '#shared/edits/validate-draft.ts'
import { deliveriesOf, editsOf, type Step, steps } from './edits-model.ts'
import { naiveRecords, naiveResolve } from './edits-naive.ts'
import { nextEdit, stateOf, told } from './edits-state.ts'

const numRuns = Number(process.env.PBZ_RUNS ?? 300)
const check = <T>(property: fc.IProperty<T>) => fc.assert(property, { numRuns })

const histories = fc.oneof(steps({ same: false }), steps({ same: true }))
const setOf = histories.map(editsOf)

describe('laws of edits (src-shared/edits/RULES.md)', () => {
  test('the random histories are what a journal would take', () => {
    check(fc.property(setOf, (edits) => edits.every((edit) => validateEdit(edit).ok)))
  })

  test('laws 1–7: incremental state equals the laws read literally over the whole set', () => {
    check(
      fc.property(setOf, (edits) => {
        const state = createState()
        for (const [index, edit] of edits.entries()) {
          applyEdit(state, edit)
          const ours = recordsOf(state)
            .all('enterprise')
            .map(({ type: _, ...rest }) => rest)
          const byId = ours.toSorted((a, b) => (a.id < b.id ? -1 : 1))
          const here = edits.slice(0, index + 1)
          expect(byId).toEqual(naiveRecords(here, 'enterprise'))
          expect(referencesIn(recordsOf(state).all('participation'))).toEqual(
            referencesIn(naiveRecords(here, 'participation'), (firm) =>
              naiveResolve(here, 'enterprise', firm),
            ),
          )
        }
      }),
    )
  })

  test('laws 8–10: any order of the same edits gives one state, some arriving twice', () => {
    const shuffled = setOf.chain((edits) => fc.tuple(fc.constant(edits), deliveriesOf(edits)))
    check(
      fc.property(shuffled, ([edits, other]) => {
        expect(told(stateOf(other))).toEqual(told(stateOf(edits)))
      }),
    )
  })

  test('law 9: taking up an edit again changes nothing', () => {
    check(
      fc.property(setOf, (edits) => {
        expect(told(stateOf(edits.flatMap((edit) => [edit, edit]).concat(edits)))).toEqual(
          told(stateOf(edits)),
        )
      }),
    )
  })

  test('law 10: an edit whose author had seen more than is here changes nothing yet', () => {
    check(
      fc.property(setOf, fc.nat(), (edits, pick) => {
        const missing = edits[pick % Math.max(1, edits.length)]
        const state = stateOf(edits.filter((edit) => edit !== missing))
        const able = edits.filter(
          (edit) => edit !== missing && !(missing !== undefined && knows(edit, missing)),
        )
        expect(told(state)).toEqual(told(stateOf(able)))
      }),
    )
  })

  test('law 3: equal values never conflict', () => {
    check(
      fc.property(setOf, (edits) => {
        for (const record of recordsOf(stateOf(edits)).all('enterprise')) {
          for (const [name, writes] of Object.entries(record.conflicts)) {
            const values = new Set(writes.map((write) => JSON.stringify(write.value)))
            if (name !== '$void') expect(values.size).toBeGreaterThan(1)
          }
        }
      }),
    )
  })

  test('law 4: a write that has seen every value settles the register', () => {
    check(
      fc.property(setOf, (edits) => {
        const state = stateOf(edits)
        const ops: Operation[] = recordsOf(state)
          .all('enterprise')
          .flatMap((r) => Object.keys(r.conflicts).map((name) => ({ name, id: r.id })))
          .map(({ name, id }) => ({ record: 'enterprise', id, set: { [name]: null } }))
        fc.pre(ops.length > 0)
        applyEdit(state, { ...nextEdit(state), ops })
        expect(
          recordsOf(state)
            .all('enterprise')
            .every((r) => Object.keys(r.conflicts).length === 0),
        ).toBe(true)
      }),
    )
  })

  test('law 6: two PCs that add different elements to one list do not collide', () => {
    check(
      fc.property(
        fc.uniqueArray(fc.stringMatching(/^[a-z]{1,8}$/), { minLength: 2, maxLength: 6 }),
        (keys) => {
          const concurrent = keys.map((key, index) => ({
            ...nextEdit(createState(), `station-${index}`),
            ops: [{ record: 'activity' as const, id: 'a', set: { [`participants/${key}`]: { name: key } } }],
          }))
          const [record] = recordsOf(stateOf(concurrent)).all('activity')
          expect(record?.conflicts).toEqual({})
          expect(record?.fields.participants).toEqual(
            Object.fromEntries(keys.map((key) => [key, { name: key }])),
          )
        },
      ),
    )
  })

  test('law 7: 合并 is symmetric, and retracting it splits the records as they were', () => {
    const swap = (step: Step): Step =>
      step.act === 'write' ? { ...step, ops: step.ops.map((op) => ('same' in op ? swapped(op) : op)) } : step
    check(
      fc.property(histories, (history) => {
        expect(told(stateOf(editsOf(history.map(swap))))).toEqual(told(stateOf(editsOf(history))))
      }),
    )
    check(
      fc.property(setOf, (edits) => {
        const state = stateOf(edits)
        const before = told(state) as { readonly all: unknown; readonly live: unknown }
        const join = {
          ...nextEdit(state),
          ops: [{ record: 'enterprise' as const, same: ['r1', 'r3'] as [string, string] }],
        }
        applyEdit(state, join)
        applyEdit(state, { ...nextEdit(state), retracts: [join.id] })
        expect(told(state)).toMatchObject({ all: before.all, live: before.live })
      }),
    )
  })

  test('law 7: 合并 is transitive over any number of steps, whoever said them and in whatever order', () => {
    const firms = fc.constantFrom('r1', 'r2', 'r3', 'r4', 'r5', 'r6')
    const pairs = fc.array(
      fc.tuple(firms, firms).filter(([a, b]) => a !== b),
      { maxLength: 6 },
    )
    check(
      fc.property(pairs, fc.nat(), (links, taken) => {
        const edits = links.map((same, index) => ({
          ...nextEdit(createState(), `station-${index}`),
          ops: [{ record: 'enterprise' as const, same }],
        }))
        const state = stateOf(edits)
        const undone = edits[taken % (edits.length + 1)]
        const all: Edit[] = [...edits]
        if (undone !== undefined) all.push({ ...nextEdit(state), retracts: [undone.id] })
        const records = recordsOf(stateOf(all))
        for (const firm of ['r1', 'r2', 'r3', 'r4', 'r5', 'r6']) {
          expect(records.resolve('enterprise', firm)).toBe(naiveResolve(all, 'enterprise', firm))
        }
      }),
    )
  })

  test('law 11: undo then redo is the identity, and undo takes back what is not kept', () => {
    check(
      fc.property(setOf, (edits) => {
        const state = stateOf(edits)
        const station = edits.at(-1)?.id.station ?? 'station-a'
        const before = told(state) as { readonly all: unknown; readonly live: unknown }
        const undo = undoDraft(state, station)
        fc.pre(undo !== null)
        applyEdit(state, {
          ...nextEdit(state, station),
          why: { kind: 'undone' },
          retracts: [...(undo?.retracts ?? [])],
        })
        const redo = redoDraft(state, station)
        expect(redo?.target).toBe(undo?.target)
        applyEdit(state, {
          ...nextEdit(state, station),
          why: { kind: 'redone' },
          retracts: [...(redo?.retracts ?? [])],
        })
        expect(told(state)).toMatchObject({ all: before.all, live: before.live })
        expect(undoDraft(state, station)).toEqual(undo)
      }),
    )
  })

  test('law 12: a state read back from pages is the same and goes on the same way', () => {
    check(
      fc.property(setOf, fc.nat(), (edits, cut) => {
        const split = edits.length === 0 ? 0 : cut % edits.length
        const state = stateOf(edits.slice(0, split))
        const back = reread(state)
        expect(told(back)).toEqual(told(state))
        for (const edit of edits.slice(split)) applyEdit(back, edit)
        expect(told(back)).toEqual(told(stateOf(edits)))
        expect(undoDraft(back, 'station-a')?.retracts).toEqual(
          undoDraft(stateOf(edits), 'station-a')?.retracts,
        )
      }),
    )
  })
})

/** What p1 refers to; null where it is in conflict or empty. */
function referencesIn(
  records: readonly { readonly fields: Readonly<Record<string, unknown>> }[],
  resolve = (firm: string) => firm,
): readonly (string | null)[] {
  return records.map(({ fields }) =>
    typeof fields.enterprise === 'string' ? resolve(fields.enterprise) : null,
  )
}

function reread(state: EditState): EditState {
  const back = createState()
  restoreEdits(back, structuredClone(packEdits(state, 0)))
  for (const [type, count] of pageCounts(state)) {
    for (let page = 0; page < count; page += 1)
      restoreRecords(back, type, structuredClone(packRecords(state, type, page)))
  }
  return back
}

function swapped(op: Extract<Operation, { same: unknown }>): Operation {
  return { ...op, same: [op.same[1], op.same[0]] }
}

function knows(edit: Edit, other: Edit): boolean {
  return (edit.seen[other.id.station] ?? 0) >= other.id.n
}
