import { expect, test } from 'vitest'
import { isRunning, lastFinishedQuarter } from '#shared/indicators/finished-quarter.ts'
import { periodOf } from '#shared/indicators/report-period.ts'

test('the last finished quarter is the one before the running quarter', () => {
  const days = ['2021-01-01', '2021-03-31', '2021-04-01', '2021-10-08', '2021-12-31', '2022-01-01']
  expect(days.map((day) => lastFinishedQuarter(2021, day))).toEqual([1, 1, 1, 3, 3, 4])
})

test('a past year is finished and a coming year begins with its first quarter', () => {
  expect([lastFinishedQuarter(2020, '2021-10-08'), lastFinishedQuarter(2022, '2021-10-08')]).toEqual([4, 1])
})

test('a quarter runs up to and including its last day', () => {
  const third = periodOf(2021, 3)
  expect(['2021-09-29', '2021-09-30', '2021-10-01'].map((day) => isRunning(third, day))).toEqual([
    true,
    true,
    false,
  ])
})
