import { describe, expect, test } from 'vitest'
import { applyEdit } from '#shared/edits/apply-edit.ts'
import type { Clock, Edit, Operation } from '#shared/edits/edit.ts'
import { createRecord, mergeRecords, setFields, voidRecord } from '#shared/edits/operations.ts'
import { conflictedRecords, recordsOf } from '#shared/edits/records-view.ts'
import { createState, type EditState } from '#shared/edits/state.ts'

function edit(station: string, n: number, seen: Clock, ops: readonly Operation[]): Edit {
  return {
    commit: '4dcb66ba-9a6e-4c0f-8f0e-0d1f5d4a2c11',
    seen,
    at: '2021-03-05T08:00:00.000Z',
    by: '李某',
    why: { kind: 'typed' },
    title: '修改',
    ops: [...ops],
    id: { station, n },
    prev: n === 1 ? null : 'a'.repeat(64),
  }
}

const [A, B] = ['station-a', 'station-b']

function stateWith(...edits: readonly Edit[]): EditState {
  const state = createState()
  for (const one of edits) applyEdit(state, one)
  return state
}

const created = edit(A, 1, {}, [createRecord('enterprise', 'e1', { name: '甲', park: '园区' })])

describe('records', () => {
  test('two PCs that wrote different values: both kept, the field counts as missing', () => {
    const state = stateWith(
      created,
      edit(A, 2, { [A]: 1 }, [setFields('enterprise', 'e1', { park: '东区' })]),
      edit(B, 1, { [A]: 1 }, [setFields('enterprise', 'e1', { park: '西区' })]),
    )
    const records = recordsOf(state)
    expect(records.of('enterprise')).toEqual([{ id: 'e1', name: '甲' }])
    expect(conflictedRecords(records)).toEqual([
      {
        type: 'enterprise',
        id: 'e1',
        voided: null,
        fields: { name: '甲' },
        conflicts: {
          park: [
            { edit: { station: A, n: 2 }, value: '东区' },
            { edit: { station: B, n: 1 }, value: '西区' },
          ],
        },
      },
    ])
  })

  test('作废 on one PC and another field on the other is a conflict, and the record stays visible', () => {
    const state = stateWith(
      created,
      edit(A, 2, { [A]: 1 }, [voidRecord('enterprise', 'e1', '重复')]),
      edit(B, 1, { [A]: 1 }, [setFields('enterprise', 'e1', { product: '云母' })]),
    )
    const [record] = recordsOf(state).all('enterprise')
    expect([record?.voided, record?.conflicts]).toEqual([
      null,
      {
        $void: [
          { edit: { station: A, n: 2 }, value: { reason: '重复' } },
          { edit: { station: B, n: 1 }, value: null },
        ],
      },
    ])
    expect(recordsOf(state).of('enterprise')).toHaveLength(1)
  })

  test('references to a joined firm resolve to the smallest id, in fields and in lists', () => {
    const state = stateWith(
      edit(A, 1, {}, [
        createRecord('enterprise', 'e2', { name: '甲' }),
        createRecord('enterprise', 'e1', { name: '甲', park: '园区' }),
        createRecord('participation', 'p', { enterprise: 'e2', year: 2021 }),
        createRecord('activity', 'x', {
          name: '培训',
          participants: { k: { name: '甲', enterprise: 'e2' } },
        }),
      ]),
      edit(A, 2, { [A]: 1 }, [mergeRecords('enterprise', 'e2', 'e1')]),
    )
    const records = recordsOf(state)
    expect(records.resolve('enterprise', 'e2')).toBe('e1')
    expect(records.get('enterprise', 'e2')).toEqual({ id: 'e1', name: '甲', park: '园区' })
    expect(records.of('enterprise')).toHaveLength(1)
    expect(records.get('participation', 'p')?.enterprise).toBe('e1')
    expect(records.get('activity', 'x')?.participants).toEqual({ k: { name: '甲', enterprise: 'e1' } })
  })

  test('rows are the same array until an edit touches their type', () => {
    const state = stateWith(created)
    const before = recordsOf(state)
    const [firms, patents] = [before.of('enterprise'), before.of('patent')]
    applyEdit(state, edit(A, 2, { [A]: 1 }, [setFields('enterprise', 'e1', { park: '东区' })]))
    const after = recordsOf(state)
    expect(after.of('enterprise')).not.toBe(firms)
    expect(after.of('patent')).toBe(patents)
    expect(firms).toEqual([{ id: 'e1', name: '甲', park: '园区' }])
  })

  test('one further edit costs the same after 20 and after 20,000 edits of the same record', () => {
    const readsAfter = (edits: number): number => {
      const state = stateWith(created)
      for (let n = 2; n <= edits; n += 1) {
        applyEdit(state, edit(A, n, { [A]: n - 1 }, [setFields('enterprise', 'e1', { park: `${n}` })]))
        recordsOf(state).get('enterprise', 'e1')
      }
      let reads = 0
      const node = state.tables.enterprise.byId.get('e1')
      const groups = node?.groups ?? []
      const counted = new Proxy(groups, {
        get: (target, key) => {
          reads += 1
          return Reflect.get(target, key)
        },
      })
      if (node !== undefined) state.tables.enterprise.byId.set('e1', { ...node, groups: counted })
      applyEdit(state, edit(A, edits + 1, { [A]: edits }, [setFields('enterprise', 'e1', { park: '末' })]))
      expect(recordsOf(state).get('enterprise', 'e1')?.park).toBe('末')
      return reads
    }
    expect(readsAfter(20_000)).toBe(readsAfter(20))
  })
})
