import { describe, expect, it } from 'vitest'
import { placementOf } from '#shared/indicators/date-range.ts'
import { planTargets } from '#shared/indicators/plan-targets.ts'
import {
  periodOf,
  periodTitle,
  quartersName,
  reportPeriod,
  samePeriodLastYear,
} from '#shared/indicators/report-period.ts'
import { plainRecords } from '#tests/support/plain-records.ts'

describe('report periods', () => {
  it('give 本季 and 累计 as ranges of days', () => {
    expect(reportPeriod('2021Q3')).toEqual({
      id: '2021Q3',
      year: 2021,
      quarter: 3,
      inQuarter: { from: '2021-07-01', to: '2021-09-30' },
      cumulative: { from: '2021-01-01', to: '2021-09-30' },
    })
    expect([1, 2, 4].map((quarter) => reportPeriod(`2020Q${quarter}`)?.inQuarter)).toEqual([
      { from: '2020-01-01', to: '2020-03-31' },
      { from: '2020-04-01', to: '2020-06-30' },
      { from: '2020-10-01', to: '2020-12-31' },
    ])
  })

  it('refuse everything that is no period', () => {
    expect(['', '2021Q5', '2021Q0', '2021q3', '2021Q3 ', '21Q3', '2021'].map(reportPeriod)).toEqual(
      Array(7).fill(null),
    )
  })

  it('are named as on paper', () => {
    expect([periodOf(2021, 1), periodOf(2021, 3)].map(periodTitle)).toEqual([
      '2021年一季度',
      '2021年三季度（1—3季累计）',
    ])
  })

  it('name the quarters so far, the first one without a range', () => {
    expect(([1, 2, 4] as const).map(quartersName)).toEqual(['1季', '1—2季', '1—4季'])
  })

  it('know the same quarter of last year', () => {
    expect(samePeriodLastYear(periodOf(2021, 3)).id).toBe('2020Q3')
  })
})

describe('dates of honest precision', () => {
  it('lie inside a range only when every day they may mean does', () => {
    const { inQuarter } = periodOf(2021, 3)
    const dates = ['2021-07-01', '2021-09-30', '2021-08', '2021', '2021-06-30', '2021-10', '2020', '2021-06']
    expect(dates.map((date) => placementOf(date, inQuarter))).toEqual([
      'inside',
      'inside',
      'inside',
      'unknown',
      'before',
      'after',
      'before',
      'before',
    ])
  })

  it('know the length of February', () => {
    expect(
      ['2020-02', '2021-02'].map((date) => placementOf(date, { from: '2020-02-01', to: '2020-02-28' })),
    ).toEqual(['unknown', 'after'])
  })
})

describe('targets of the 实施方案', () => {
  const plan = (id: string, value: number, more: object) => ({
    id,
    targets: { 'grants@2021': { indicator: 'grants', year: 2021, value } },
    ...more,
  })

  it('come from the plan issued last', () => {
    const plans = [plan('b', 70, { issuedOn: '2021-06-01' }), plan('a', 60, { issuedOn: '2020-12-01' })]
    expect(planTargets(plainRecords({ plan: plans }), 2021)).toEqual({ 'grants@2021': 70 })
  })

  it('leave out a plan that is 废止', () => {
    const plans = [
      plan('a', 60, { issuedOn: '2020-12-01' }),
      plan('b', 70, { issuedOn: '2021-06-01', state: '废止' }),
    ]
    expect(planTargets(plainRecords({ plan: plans }), 2021)).toEqual({ 'grants@2021': 60 })
  })
})
