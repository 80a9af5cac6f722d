import { expect, test } from 'vitest'
import { LIST_COLUMNS, VOIDED_ENTRY_COLUMNS } from '#renderer/features/enterprises/firm-columns.tsx'

test('年度名单 says 名单状态 once', () => {
  const titles = LIST_COLUMNS.map(({ title }) => title)
  expect(titles.filter((title) => title.includes('状态'))).toEqual(['名单状态'])
  expect(new Set(titles).size).toBe(titles.length)
})

test('已作废 says why, and nothing in it is typed into', () => {
  expect(VOIDED_ENTRY_COLUMNS.map(({ title }) => title)).toContain('作废原因')
  expect(VOIDED_ENTRY_COLUMNS.filter(({ field }) => field !== undefined)).toEqual([])
})
