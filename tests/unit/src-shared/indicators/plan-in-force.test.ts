import { expect, test } from 'vitest'
import { planInForce } from '#shared/indicators/plan-in-force.ts'
import { planTargets } from '#shared/indicators/plan-targets.ts'
import type { Row } from '#shared/records/dictionary.ts'
import { plainRecords } from '#tests/support/plain-records.ts'

const plan = (id: string, more: Partial<Row<'plan'>>, value = 1): Row<'plan'> => ({
  id,
  targets: { 'grants@2021': { indicator: 'grants', year: 2021, value } },
  ...more,
})
const OLD = plan('old', { issuedOn: '2020-11-20', state: '印发' }, 60)
const REVISED = plan('revised', { issuedOn: '2021-03-01', state: '印发' }, 70)
const DRAFT = plan('draft', { issuedOn: '2021-08-01', state: '审定' }, 90)

function inForce(...plans: readonly Row<'plan'>[]) {
  const found = planInForce(plainRecords({ plan: plans }), 2021)
  return found === null ? null : [found.plan.id, found.isDraft]
}

test('the plan issued last is in force, whatever drafts are newer', () => {
  expect(inForce(REVISED, OLD, DRAFT)).toEqual(['revised', false])
  expect(inForce(OLD, { ...REVISED, state: '废止' })).toEqual(['old', false])
})

test('a plan of other years is not in force; open ends cover every year', () => {
  expect(inForce(OLD, { ...REVISED, fromYear: 2022, toYear: 2024 })).toEqual(['old', false])
  expect(inForce({ ...OLD, toYear: 2020 })).toBeNull()
})

test('while none is issued the newest draft counts and is called one', () => {
  expect(inForce({ ...OLD, state: '起草' }, DRAFT)).toEqual(['draft', true])
  expect(inForce(plan('a', {}), plan('b', {}))).toEqual(['b', true])
  expect(inForce({ ...OLD, state: '废止' })).toBeNull()
  expect(inForce()).toBeNull()
})

test('targets are those of one plan and never mixed', () => {
  const more = plan('more', { issuedOn: '2020-10-01', state: '印发' })
  const other = { 'revenue@2021': { indicator: 'revenue', year: 2021, value: 5 } }
  const records = plainRecords({ plan: [{ ...more, targets: other }, OLD, DRAFT] })
  expect(planTargets(records, 2021)).toEqual({ 'grants@2021': 60 })
})
