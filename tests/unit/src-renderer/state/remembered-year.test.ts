import { expect, test } from 'vitest'
import { rememberYear } from '#renderer/state/remembered-year.ts'
import { useScreenState } from '#renderer/state/screen-state.ts'

const OFFERED = [2020, 2021, 2022]

function remembering(kept: string | null) {
  const stored = new Map(kept === null ? [] : [['pbz-year', kept]])
  useScreenState.getState().setYear(2022)
  rememberYear(
    { getItem: (key) => stored.get(key) ?? null, setItem: (key, value) => void stored.set(key, value) },
    OFFERED,
  )
  return stored
}

test('工作年度 of the last session is taken up, and each choice is kept', () => {
  const stored = remembering('2020')
  expect(useScreenState.getState().year).toBe(2020)
  useScreenState.getState().setYear(2021)
  expect([...stored]).toEqual([['pbz-year', '2021']])
})

test.each([null, '2019', '', '二〇二一'])(
  '%s is no year that is offered: the year of today stays',
  (kept) => {
    remembering(kept)
    expect(useScreenState.getState().year).toBe(2022)
  },
)
