import { expect, test } from 'vitest'
import { DEMO_UNIT, REPORTING_UNITS } from '#shared/codes/reporting-units.ts'
import { builtInPack } from '#tests/support/built-in-pack.ts'

test('the built-in pack names the units of the code list, and one of 试用', () => {
  const units = builtInPack().units.map(({ code, name, trial = false }) => ({ code, name, trial }))
  const listed = [...REPORTING_UNITS, DEMO_UNIT].map(({ code, name, kind }) => {
    return { code, name, trial: kind === 'demo' }
  })
  expect(units).toEqual(listed)
})
