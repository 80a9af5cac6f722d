import { expect, test } from 'vitest'
import { ACTIVITY_COLUMNS } from '#renderer/features/activities/activity-columns.ts'

test('the log has the columns of 表5, 内容 before 成效', () => {
  const ids = ACTIVITY_COLUMNS.map(({ id }) => id)
  expect(ids).toEqual([
    'name',
    'date',
    'category',
    'mode',
    'agency',
    'place',
    'firms',
    'headcount',
    'content',
    'outcome',
    'evidence',
    'followUpOn',
  ])
})
