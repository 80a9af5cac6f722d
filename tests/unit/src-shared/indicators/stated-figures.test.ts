import { describe, expect, it } from 'vitest'
import { caveatWords } from '#shared/indicators/caveat-words.ts'
import { computeIndicators } from '#shared/indicators/compute-indicators.ts'
import { periodOf } from '#shared/indicators/report-period.ts'
import type { Row } from '#shared/records/dictionary.ts'
import { statedOverrides } from '#shared/report/stated-overrides.ts'
import { form1 } from '#shared/sheets/form1.ts'
import { builtInPack } from '#tests/support/built-in-pack.ts'
import { base, granted, listed } from '#tests/support/county-builders.ts'
import { plainRecords } from '#tests/support/plain-records.ts'

const pack = builtInPack()
const period = periodOf(2021, 3)

function results(statedFigure: readonly Row<'statedFigure'>[], more: Partial<Row<'participation'>> = {}) {
  const rows = { ...base, participation: [listed('甲', more)], patent: [granted], statedFigure }
  return computeIndicators(plainRecords(rows), pack, period, {})
}

const stated = (id: string, more: Partial<Row<'statedFigure'>> = {}): Row<'statedFigure'> => ({
  id,
  indicator: 'grants',
  period: '2021Q3',
  span: '累计',
  value: 9,
  reason: '知识产权局公布数',
  ...more,
})

const grants = (of: ReturnType<typeof results>) => of.find(({ id }) => id === 'grants')

describe('手工填列 (DOMAIN.md J4)', () => {
  it('takes the place of the computed number of its column and keeps the records behind', () => {
    const found = grants(results([stated('s')]))
    expect([found?.cumulative.value, found?.quarter.value]).toEqual([9, 1])
    expect(found?.cumulative.stated).toEqual({ id: 's', computed: 1, reason: '知识产权局公布数' })
    expect(found?.cumulative.contributions).toHaveLength(1)
  })

  it('of the same quarter last year is 上年同期 (历史汇总数)', () => {
    expect(grants(results([stated('s', { period: '2020Q3', value: 4 })]))?.lastYear).toBe(4)
  })

  it('without a value or a reason, or made twice, states nothing, and the second case is told', () => {
    const halves = [stated('a', { value: undefined }), stated('b', { reason: undefined })]
    expect(grants(results(halves))?.cumulative.value).toBe(1)
    const twice = grants(results([stated('a'), stated('b', { value: 8 })]))
    expect(twice?.cumulative.value).toBe(1)
    expect(twice === undefined ? [] : caveatWords(twice)).toContain('手工填列有两条，未采用')
  })

  it('is a note under 表1 and travels with its reason, like a 认定 that differs', () => {
    const of = results([stated('s')], { cityVerdict: '未实现', verdictReason: '复核不符' })
    const context = {
      profile: { unit: 'YY-430626', fullName: '平江县科技和工业信息化局' },
      pack,
      period,
      today: '2021-10-08',
      watermark: null,
      code: null,
    }
    const { notes } = form1(of, context)
    expect(notes).toContain('发明专利授权量（累计）为手工填列：知识产权局公布数。')
    expect(notes).toContain('甲，市级认定为未实现：复核不符。')
    expect(statedOverrides(of)).toEqual([
      { subject: 'figure:grants.cumulative', computed: 1, stated: 9, reason: '知识产权局公布数' },
      {
        subject: 'participation:list-甲',
        computed: '实现破零',
        stated: '市级认定：未实现',
        reason: '复核不符',
      },
    ])
  })
})
