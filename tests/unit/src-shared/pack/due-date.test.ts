import { expect, it } from 'vitest'
import { periodOf } from '#shared/indicators/report-period.ts'
import { dueDate } from '#shared/pack/due-date.ts'
import { builtInPack } from '#tests/support/built-in-pack.ts'

it('a quarterly report is due on the tenth of the next month, also across the year', () => {
  const quarterly = builtInPack().reports.find((kind) => kind.id === 'quarterly')
  if (quarterly === undefined) throw new Error('no quarterly report')
  const due = [1, 3, 4].map((quarter) => dueDate(quarterly, periodOf(2021, quarter as 1 | 3 | 4).inQuarter))
  expect(due).toEqual(['2021-04-10', '2021-10-10', '2022-01-10'])
  expect(dueDate({ ...quarterly, due: null }, periodOf(2021, 3).inQuarter)).toBeNull()
})
