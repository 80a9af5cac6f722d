import { expect, test } from 'vitest'
import {
  alsoCleared,
  doneWords,
  isComplete,
  stillHolding,
} from '#renderer/features/enterprises/purge-words.ts'

const NOWHERE = { received: 0, keptFolders: 0, scraps: 0, share: 'none', sharesBefore: 0 } as const

test('a purge needs who asks and why', () => {
  expect(isComplete({ asker: '该企业', reason: ' ' })).toBe(false)
  expect(isComplete({ asker: '', reason: '来函' })).toBe(false)
  expect(isComplete({ asker: '该企业', reason: '来函' })).toBe(true)
})

test('backups are counted, and nothing is claimed when they cannot be listed', () => {
  const [unknown] = stillHolding(null, NOWHERE)
  expect(unknown).toBe('以前的备份：恢复它们会把这些内容带回来，请删除或加密保管。')
  const [some] = stillHolding(['甲', '乙'], NOWHERE)
  expect(some).toContain('以前的备份，共 2 处（见下）')
  const [none, ...rest] = stillHolding([], NOWHERE)
  expect(none).toContain('没有找到')
  expect(rest.join('')).toContain('另一台电脑')
})

test('every other place that exists is named with its number, and none that does not', () => {
  const quiet = stillHolding([], NOWHERE).join('')
  for (const word of ['没有合并', '恢复前', '共享文件夹', '以前编号']) expect(quiet).not.toContain(word)
  const places = { received: 2, keptFolders: 3, scraps: 4, share: 'there', sharesBefore: 5 } as const
  const told = stillHolding([], places).join('')
  for (const words of ['同步文件 2 个', '文件夹 3 个', '下一次同步时换成', '文件夹 5 个'])
    expect(told).toContain(words)
  expect(stillHolding([], { ...places, share: 'away' }).join('')).toContain('共享文件夹现在不在')
  expect(stillHolding([], null).join('')).toContain('没有看到')
  expect([alsoCleared(places), alsoCleared(NOWHERE)]).toEqual([expect.stringContaining('4 个'), null])
  const outcome = { edits: 1, values: 1, leftFiles: 0, isCopyLeft: false, leftScraps: 2 }
  expect(doneWords(outcome).join('')).toContain('半截文件还有 2 个')
})

test('a working copy that could not be removed is told, with what to do', () => {
  const outcome = { edits: 3, values: 5, leftFiles: 0, leftScraps: 0 }
  expect(doneWords({ ...outcome, isCopyLeft: false }).join('')).not.toContain('副本')
  expect(doneWords({ ...outcome, isCopyLeft: true }).join('')).toContain('请关闭程序，再打开一次')
})

test('old files that are left are told', () => {
  expect(doneWords({ edits: 3, values: 5, leftFiles: 0, isCopyLeft: false, leftScraps: 0 })[0]).toBe(
    '从 3 次操作里去掉了 5 个值，历史中显示“已清除”。',
  )
  expect(
    doneWords({ edits: 3, values: 5, leftFiles: 2, isCopyLeft: false, leftScraps: 0 }).join(''),
  ).toContain('2 个没能删除')
})
