import { describe, expect, it } from 'vitest'
import { contributionGroups } from '#renderer/features/progress/contribution-groups.ts'
import { distanceOf, progressRows } from '#renderer/features/progress/progress-view.ts'
import { computeIndicators } from '#shared/indicators/compute-indicators.ts'
import type { IndicatorResult, Measure } from '#shared/indicators/indicator.ts'
import { periodOf } from '#shared/indicators/report-period.ts'
import { builtInPack } from '#tests/support/built-in-pack.ts'
import { sampleRecords } from '#tests/support/sample-records.ts'

const measure = (value: number | null): Measure => ({ value, contributions: [], missing: 0 })
const result = (value: number | null, target: number | null, decimals = 0): IndicatorResult => ({
  id: 'grants',
  title: '发明专利授权量',
  unit: '件',
  decimals,
  quarter: measure(value),
  cumulative: measure(value),
  target,
  lastYear: null,
  caveats: [],
})

describe('distance to the target', () => {
  it('says how much is missing, how much is over, or that it is just done', () => {
    expect([result(52, 60), result(64, 60), result(60, 60)].map(distanceOf)).toEqual([
      { kind: 'short', text: '差 8 件' },
      { kind: 'done', text: '超 4 件' },
      { kind: 'done', text: '已完成' },
    ])
  })

  it('never rounds a missing remainder away', () => {
    expect(distanceOf(result(59.999, 60, 2)).text).toBe('差 0.01 件')
    expect(distanceOf(result(60.001, 60, 2)).text).toBe('已完成')
    expect(distanceOf(result(0.1 + 0.2, 0.3, 2)).text).toBe('已完成')
  })

  it('knows no distance without a target or without a number', () => {
    expect([distanceOf(result(5, null)), distanceOf(result(null, 5))]).toEqual([
      { kind: 'unknown', text: '没有目标' },
      { kind: 'unknown', text: '没有数据' },
    ])
  })
})

describe('rows of the sample county, third quarter of 2021', () => {
  const pack = builtInPack()
  const results = computeIndicators(sampleRecords(), pack, periodOf(2021, 3), { 'grants@2021': 60 })
  const rows = progressRows(results, pack)

  it('shows numbers, rate, bar and gaps of one indicator', () => {
    const { result: shown, ...row } = rows.find((each) => each.result.id === 'grants') ?? rows[0] ?? never()
    expect(shown.title).toBe('发明专利授权量')
    expect(row).toEqual({
      quarter: '11',
      cumulative: '52',
      target: '60',
      share: (52 / 60) * 100,
      completion: '86.67%',
      distance: { kind: 'short', text: '差 8 件' },
      gaps: [],
    })
  })

  it('keeps what must be checked apart from what is not reported', () => {
    const gaps = Object.fromEntries(rows.map((row) => [row.result.id, row.gaps]))
    expect([gaps['zero-breakers'], gaps['rd-spending']]).toEqual([
      [{ gap: 'verify', word: '待核实', count: 2 }],
      [{ gap: 'missing', word: '缺报', count: 15 }],
    ])
  })

  it('puts every record looked at into exactly one group', () => {
    for (const { quarter, cumulative } of results) {
      for (const looked of [quarter, cumulative]) {
        const groups = contributionGroups(looked)
        const grouped = Object.values(groups).flat()
        expect(grouped).toHaveLength(looked.contributions.length)
        expect(new Set(grouped).size).toBe(grouped.length)
        expect(groups.verify.length + groups.missing.length + groups.undated.length).toBe(looked.missing)
      }
    }
  })
})

function never(): never {
  throw new Error('no rows')
}
