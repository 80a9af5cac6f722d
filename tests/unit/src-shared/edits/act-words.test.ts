import { expect, test } from 'vitest'
import { howWords, stationWords } from '#shared/edits/act-words.ts'
import type { Why } from '#shared/edits/edit.ts'

test.each<[Why, number | null, string]>([
  [{ kind: 'typed' }, null, '录入'],
  [{ kind: 'pasted' }, null, '粘贴'],
  [{ kind: 'imported', file: '名单.xlsx', sheet: '一' }, 17, '导入“名单.xlsx”第17行'],
  [{ kind: 'imported', file: '名单.xlsx', sheet: '一' }, null, '导入“名单.xlsx”'],
  [{ kind: 'undone' }, null, '撤销'],
  [{ kind: 'redone' }, null, '重做'],
  [{ kind: 'restored' }, null, '恢复'],
  [{ kind: 'merged' }, null, '合并'],
  [{ kind: 'recovered' }, null, '由工作副本恢复'],
])('%j is told as it came about', (why, row, words) => {
  expect(howWords(why, row)).toBe(words)
})

test('a PC is this one, this one before a restore, the one the folder came from, or another', () => {
  const earlier = [
    { station: 'aaaa-before', here: true },
    { station: 'bbbb-before', here: false },
  ]
  const words = (station: string) => stationWords(station, 'own-station', earlier)
  expect(['own-station', 'aaaa-before', 'bbbb-before', 'cccc-other'].map(words)).toEqual([
    '本机',
    '本机（恢复前）',
    '原数据文件夹（bbbb）',
    '另一台电脑（cccc）',
  ])
})
