import { expect, it } from 'vitest'
import { contentsDifference } from '#shared/backup/contents-difference.ts'
import { applyEdit } from '#shared/edits/apply-edit.ts'
import type { Operation } from '#shared/edits/edit.ts'
import { createRecord } from '#shared/edits/operations.ts'
import type { Records } from '#shared/edits/read-model.ts'
import { recordsOf } from '#shared/edits/records-view.ts'
import { createState } from '#shared/edits/state.ts'

function recordsWith(ops: readonly Operation[]): Records {
  const state = createState()
  if (ops.length === 0) return recordsOf(state)
  applyEdit(state, {
    id: { station: 'station-1', n: 1 },
    prev: null,
    commit: '00000000-0000-4000-8000-000000000001',
    seen: {},
    at: '2021-10-08T01:00:00Z',
    by: '李某',
    why: { kind: 'typed' },
    title: '录入',
    ops: [...ops],
  })
  return recordsOf(state)
}

it('counts and names what is only on one side and what reads otherwise', () => {
  const firm = (id: string, name: string, park = '') =>
    createRecord('enterprise', id, park === '' ? { name } : { name, park })
  const backup = recordsWith([firm('a', '甲厂'), firm('b', '乙厂'), firm('c', '丙厂', '工业园')])
  const present = recordsWith([firm('b', '乙厂'), firm('c', '丙厂', '伍市园'), firm('d', '丁厂')])
  expect(contentsDifference(backup, present)).toEqual([
    {
      type: 'enterprise',
      inBackup: 3,
      inPresent: 3,
      onlyBackup: { count: 1, names: ['甲厂'] },
      onlyPresent: { count: 1, names: ['丁厂'] },
      changed: { count: 1, names: ['丙厂'] },
    },
  ])
})

it('names the first twenty and counts the rest', () => {
  const many = Array.from({ length: 25 }, (_, at) =>
    createRecord('enterprise', `f${at}`, { name: `厂${at}` }),
  )
  const [only] = contentsDifference(recordsWith(many), recordsWith([]))
  expect(only?.onlyBackup.count).toBe(25)
  expect(only?.onlyBackup.names).toHaveLength(20)
})

it('列表 fields and 作废 count as changes', () => {
  const activity = (extra: Operation[]) =>
    recordsWith([createRecord('activity', 'x', { name: '培训' }), ...extra])
  const voided = activity([{ record: 'activity', id: 'x', set: { $void: { reason: '录入错误' } } }])
  expect(contentsDifference(activity([]), voided)[0]?.changed).toEqual({ count: 1, names: ['培训'] })
})
