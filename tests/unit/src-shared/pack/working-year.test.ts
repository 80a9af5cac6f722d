import { expect, it } from 'vitest'
import { offeredYears, workingYear } from '#shared/pack/working-year.ts'

const PROGRAMME = { from: 2020, to: 2022 }

it.each([
  ['2019-12-31', 2020],
  ['2020-01-01', 2020],
  ['2021-10-08', 2021],
  ['2022-12-31', 2022],
  ['2026-11-25', 2022],
])('on %s one begins with the year %i', (today, year) => {
  expect(workingYear(today, PROGRAMME)).toBe(year)
})

it('years after the programme can be chosen once they have begun', () => {
  expect(offeredYears('2021-10-08', PROGRAMME)).toEqual([2020, 2021, 2022])
  expect(offeredYears('2024-01-01', PROGRAMME)).toEqual([2020, 2021, 2022, 2023, 2024])
})
