import { expect, test } from 'vitest'
import { doneWords, isComplete, stillHolding } from '#renderer/features/enterprises/purge-words.ts'

test('a purge needs who asks and why', () => {
  expect(isComplete({ asker: '该企业', reason: ' ' })).toBe(false)
  expect(isComplete({ asker: '', reason: '来函' })).toBe(false)
  expect(isComplete({ asker: '该企业', reason: '来函' })).toBe(true)
})

test('backups are counted, and nothing is claimed when they cannot be listed', () => {
  const [unknown] = stillHolding(null)
  expect(unknown).toBe('以前的备份：恢复它们会把这些内容带回来，请删除或加密保管。')
  const [some] = stillHolding(['甲', '乙'])
  expect(some).toContain('以前的备份，共 2 处（见下）')
  const [none, ...rest] = stillHolding([])
  expect(none).toContain('没有找到')
  expect(rest.join('')).toContain('另一台电脑')
})

test('a working copy that could not be removed is told, with what to do', () => {
  const outcome = { edits: 3, values: 5, leftFiles: 0 }
  expect(doneWords({ ...outcome, isCopyLeft: false }).join('')).not.toContain('副本')
  expect(doneWords({ ...outcome, isCopyLeft: true }).join('')).toContain('请关闭程序，再打开一次')
})

test('old files that are left are told', () => {
  expect(doneWords({ edits: 3, values: 5, leftFiles: 0, isCopyLeft: false })[0]).toBe(
    '从 3 次操作里去掉了 5 个值，历史中显示“已清除”。',
  )
  expect(doneWords({ edits: 3, values: 5, leftFiles: 2, isCopyLeft: false }).join('')).toContain(
    '2 个没能删除',
  )
})
