import { describe, expect, it } from 'vitest'
import { computeIndicators } from '#shared/indicators/compute-indicators.ts'
import { periodOf } from '#shared/indicators/report-period.ts'
import type { Row } from '#shared/records/dictionary.ts'
import { builtInPack } from '#tests/support/built-in-pack.ts'
import { base, firm, listed, measured } from '#tests/support/county-builders.ts'
import { plainRecords } from '#tests/support/plain-records.ts'

describe('企业数据, edge cases', () => {
  const figures = (id: string, more: Partial<Row<'figures'>>): Row<'figures'> => ({
    id,
    enterprise: '甲',
    year: 2021,
    period: '1-9月累计',
    ...more,
  })
  const rd = (rows: readonly Row<'figures'>[], span: 'cumulative' | 'quarter' = 'cumulative') =>
    measured('rd-spending', { ...base, figures: rows }, {}, span)
  const nine = figures('n', { rdExpense: 87.2 })
  const six = figures('s', { rdExpense: 45.73, period: '1-6月累计' })

  it('the quarter is this cumulative minus the previous one', () => {
    expect(rd([nine, six], 'quarter')).toEqual({
      value: 41.47,
      missing: 0,
      reasons: ['1-9月累计 87.2 万元 减 1-6月累计 45.73 万元'],
    })
  })

  it('the quarter of a single firm shows no noise of binary fractions', () => {
    const rows = [figures('n', { rdExpense: 0.3 }), figures('s', { rdExpense: 0.1, period: '1-6月累计' })]
    const records = plainRecords({ ...base, figures: rows })
    const results = computeIndicators(records, builtInPack(), periodOf(2021, 3), {})
    const spending = results.find(({ id }) => id === 'rd-spending')
    expect(spending?.quarter.contributions.map(({ amount }) => amount)).toEqual([0.2])
  })

  it('a missing previous cumulative leaves the quarter unknown', () => {
    expect(rd([nine], 'quarter')).toEqual({
      value: null,
      missing: 1,
      reasons: ['缺1-6月累计数，得不出本季数'],
    })
  })

  it('nobody reported is unknown, a reported 0 is 0', () => {
    expect([rd([]).value, rd([figures('z', { rdExpense: 0 })]).value]).toEqual([null, 0])
  })

  it('年报 replaces 快报，快报 replaces 预计', () => {
    const states = [
      figures('a', { rdExpense: 1, state: '预计' }),
      figures('b', { rdExpense: 2, state: '快报' }),
    ]
    expect([rd(states).value, rd([...states, figures('c', { rdExpense: 3, state: '年报' })]).value]).toEqual([
      2, 3,
    ])
  })

  it('two different figures of one standing are pending, equal ones are one', () => {
    expect(rd([nine, figures('x', { rdExpense: 90 })])).toEqual({
      value: null,
      missing: 1,
      reasons: ['1-9月累计有 2 条数据且不一致，待核实'],
    })
    expect(rd([nine, figures('x', { rdExpense: 87.2 })]).value).toBe(87.2)
  })

  it('研发投入强度 is a ratio of sums over firms with both figures', () => {
    const rows = {
      enterprise: ['甲', '乙', '丙', '丁'].map((id) => firm(id)),
      participation: ['甲', '乙', '丙', '丁'].map((id) => listed(id)),
      figures: [
        figures('a', { rdExpense: 10, revenue: 100 }),
        figures('b', { enterprise: '乙', rdExpense: 10, revenue: 300 }),
        figures('c', { enterprise: '丙', rdExpense: 99 }),
        figures('d', { enterprise: '丁', rdExpense: 99, revenue: 0 }),
      ],
    }
    const { value, missing } = measured('rd-intensity', rows)
    expect({ value, missing }).toEqual({ value: 5, missing: 1 })
  })
})
