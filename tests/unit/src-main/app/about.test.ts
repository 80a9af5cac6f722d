import { expect, test } from 'vitest'
import { runtimeOf } from '#main/app/about.ts'

test.each([
  ['45.4.1', 'electron'],
  ['45.4.1-stand-in', 'stand-in'],
  [undefined, 'stand-in'],
] as const)('electron version %s means %s', (version, runtime) => {
  expect(runtimeOf(version)).toBe(runtime)
})
