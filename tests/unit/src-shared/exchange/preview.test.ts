import { expect, test } from 'vitest'
import { applyEdits } from '#shared/edits/apply-edit.ts'
import { copyState } from '#shared/edits/copy-state.ts'
import type { Edit, Operation } from '#shared/edits/edit.ts'
import { createRecord, setFields, voidRecord } from '#shared/edits/operations.ts'
import { recordsOf } from '#shared/edits/records-view.ts'
import { createState } from '#shared/edits/state.ts'
import { previewBatch } from '#shared/exchange/preview.ts'

const [HERE, THERE] = ['station-here', 'station-there']

function edit(station: string, n: number, seen: Edit['seen'], ops: readonly Operation[], by = '李某'): Edit {
  return {
    id: { station, n },
    prev: n === 1 ? null : 'a'.repeat(64),
    commit: `00000000-0000-4000-8000-${station === HERE ? '1' : '2'}${String(n).padStart(11, '0')}`,
    seen: { ...seen, ...(n === 1 ? {} : { [station]: n - 1 }) },
    at: `2021-03-05T08:0${n}:00.000Z`,
    by,
    why: { kind: 'typed' },
    title: '修改',
    ops: [...ops],
  }
}

const CODE = '91430626EX1000012P'
const begun = edit(HERE, 1, {}, [
  createRecord('enterprise', 'a', { name: '甲公司', code: CODE, product: '轴承' }),
  createRecord('enterprise', 'b', { name: '乙公司' }),
])

function county(...edits: readonly Edit[]) {
  const state = createState()
  applyEdits(state, [begun, ...edits])
  return state
}

test('says how many, by whom, from when to when, which records, and what would want a choice', () => {
  const state = county(edit(HERE, 2, {}, [setFields('enterprise', 'a', { product: '齿轮' })]))
  const theirs = [
    edit(THERE, 1, { [HERE]: 1 }, [setFields('enterprise', 'a', { product: '轴瓦' })]),
    edit(
      THERE,
      2,
      { [HERE]: 1 },
      [
        createRecord('enterprise', 'c', { name: '丙公司', code: CODE }),
        createRecord('enterprise', 'd', { name: '丁公司' }),
      ],
      '王某',
    ),
    edit(THERE, 3, { [HERE]: 1 }, [voidRecord('enterprise', 'b', '重复')]),
    edit(THERE, 5, { [HERE]: 1 }, [setFields('enterprise', 'd', { product: '不到' })]),
  ]
  const before = recordsOf(state).all('enterprise')
  expect(previewBatch(state, theirs)).toEqual({
    edits: 4,
    by: [
      { name: '李某', edits: 3 },
      { name: '王某', edits: 1 },
    ],
    from: '2021-03-05T08:01:00.000Z',
    to: '2021-03-05T08:05:00.000Z',
    records: [
      { type: 'enterprise', change: 'added', count: 2, names: ['丙公司', '丁公司'] },
      { type: 'enterprise', change: 'changed', count: 1, names: ['甲公司'] },
      { type: 'enterprise', change: 'voided', count: 1, names: ['乙公司'] },
    ],
    conflicts: 1,
    duplicates: 1,
    waiting: 1,
  })
  expect(recordsOf(state).all('enterprise')).toBe(before)
  expect(state.waiting.size).toBe(0)
})

test('a creation taken back there is a record that goes', () => {
  const state = county()
  const undo: Edit = { ...edit(THERE, 1, { [HERE]: 1 }, []), why: { kind: 'undone' }, retracts: [begun.id] }
  delete undo.ops
  expect(previewBatch(state, [undo]).records).toEqual([
    { type: 'enterprise', change: 'removed', count: 2, names: ['甲公司', '乙公司'] },
  ])
})

test('of edits that are here already nothing would change', () => {
  const state = county()
  expect(previewBatch(state, [begun])).toMatchObject({ records: [], conflicts: 0, duplicates: 0 })
})

test('a copy of a state reads the same and goes its own way', () => {
  const state = county(edit(HERE, 2, {}, [setFields('enterprise', 'a', { product: '齿轮' })]))
  const copy = copyState(state)
  expect(recordsOf(copy).all('enterprise')).toEqual(recordsOf(state).all('enterprise'))
  applyEdits(copy, [edit(HERE, 3, {}, [setFields('enterprise', 'a', { product: '轴瓦' })])])
  expect(recordsOf(copy).get('enterprise', 'a')?.product).toBe('轴瓦')
  expect(recordsOf(state).get('enterprise', 'a')?.product).toBe('齿轮')
})
