import { expect, test } from 'vitest'
import { rememberOperator, useOperatorState } from '#renderer/state/operator-state.ts'

test('who sits here is remembered over a restart', () => {
  const kept = new Map<string, string>()
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  }
  rememberOperator(storage)
  expect(useOperatorState.getState().operator).toBeNull()
  useOperatorState.getState().name('王某')
  useOperatorState.setState({ operator: null })
  rememberOperator(storage)
  expect(useOperatorState.getState().operator).toBe('王某')
})
