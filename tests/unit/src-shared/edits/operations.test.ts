import { describe, expect, test } from 'vitest'
import {
  createRecord,
  elementKey,
  mergeRecords,
  restoreRecord,
  setFields,
  voidRecord,
} from '#shared/edits/operations.ts'

describe('operations', () => {
  test('a new record writes only what is filled, lists by element', () => {
    const operation = createRecord(
      'enterprise',
      'a',
      {
        name: '甲',
        note: '',
        product: null,
        park: undefined,
        titles: { k: { name: '高新', year: undefined } },
      },
      { custom: { c1: '值', c2: null }, row: 4 },
    )
    expect(operation).toEqual({
      record: 'enterprise',
      id: 'a',
      set: { name: '甲', 'titles/k': { name: '高新' }, 'custom.c1': '值' },
      row: 4,
    })
    expect(Object.keys(operation.set['titles/k'] ?? {})).toEqual(['name'])
  })

  test('a change empties with null and leaves out what is not named', () => {
    expect(setFields('activity', 'x', { place: null, headcount: 0, participants: { k: null } })).toEqual({
      record: 'activity',
      id: 'x',
      set: { place: null, headcount: 0, 'participants/k': null },
    })
  })

  test('作废，恢复 and 合并', () => {
    expect([
      voidRecord('patent', 'p', '重复'),
      restoreRecord('patent', 'p'),
      mergeRecords('patent', 'p', 'q'),
    ]).toEqual([
      { record: 'patent', id: 'p', set: { $void: { reason: '重复' } } },
      { record: 'patent', id: 'p', set: { $void: null } },
      { record: 'patent', same: ['p', 'q'] },
    ])
  })

  test('any text can be made an element key', () => {
    expect(elementKey(' 甲/乙\n公司 ')).toBe('甲 乙 公司')
  })
})
