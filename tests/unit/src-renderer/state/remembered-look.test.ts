import { expect, test } from 'vitest'
import { rememberRowDensity } from '#renderer/state/remembered-look.ts'
import { useScreenState } from '#renderer/state/screen-state.ts'

test('the row density of the last session is taken up, and each change is kept', () => {
  const stored = new Map([['pbz-row-density', 'compact']])
  rememberRowDensity({
    getItem: (key) => stored.get(key) ?? null,
    setItem: (key, value) => void stored.set(key, value),
  })
  expect(useScreenState.getState().rowDensity).toBe('compact')
  useScreenState.getState().setRowDensity('normal')
  useScreenState.getState().toggleNavigation()
  expect([...stored]).toEqual([['pbz-row-density', 'normal']])
})
