import { expect, test } from 'vitest'
import { isClockBehind } from '#shared/edits/clock-behind.ts'

test.each([
  ['three years back', '2018-09-30T08:00:00.000Z', true],
  ['eleven minutes back', '2021-09-30T07:49:00.000Z', true],
  ['nine minutes back, as after a correction', '2021-09-30T07:51:00.000Z', false],
  ['later', '2024-09-30T08:00:00.000Z', false],
])('a clock that stands %s', (_, now, behind) => {
  expect(isClockBehind('2021-09-30T08:00:00.000Z', now)).toBe(behind)
})
