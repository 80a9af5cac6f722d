import { describe, expect, it } from 'vitest'
import type { ReportBody } from '#shared/bundle/report-body.ts'
import {
  isUnchanged,
  ReportDifference,
  recordChangeText,
  reportDifference,
} from '#shared/report/report-difference.ts'
import { body } from '#tests/support/bundle-vectors.ts'

const [firm] = body.records.enterprise
const [patent] = body.records.patent
const [figure] = body.figures
if (firm === undefined || patent === undefined || figure === undefined) throw new Error('empty vectors')

describe('更正 between two reports', () => {
  it('is nothing between a report and itself', () => {
    expect(isUnchanged(reportDifference(body, structuredClone(body)))).toBe(true)
  })

  it('names each number of 表1 that is another, with 原数 and 现数', () => {
    const now = { ...body, figures: [{ ...figure, quarter: 2, cumulative: null }, ...body.figures.slice(1)] }
    const { figures } = reportDifference(body, now)
    expect(figures.map(({ title, span, before, after }) => [title, span, before, after])).toEqual([
      ['实现破零企业', 'quarter', 1, 2],
      ['实现破零企业', 'cumulative', 1, null],
    ])
  })

  it('shows an indicator that is gone or new against nothing', () => {
    const gone = reportDifference(body, { ...body, figures: body.figures.slice(1) })
    expect(gone.figures).toContainEqual(expect.objectContaining({ span: 'target', before: 4, after: null }))
    const fresh = reportDifference({ ...body, figures: [] }, body)
    expect(fresh.figures).toContainEqual(expect.objectContaining({ span: 'target', before: null, after: 4 }))
  })

  it('compares the quarter only within one period, and targets within one year', () => {
    const now = { ...body, figures: [{ ...figure, quarter: 9, cumulative: 9, target: 9 }] }
    const spans = (before: ReportBody) => reportDifference(before, now).figures.map(({ span }) => span)
    const before = { ...body, figures: [figure] }
    expect(spans({ ...before, period: '2021Q2', cutoff: '2021-06-30' })).toEqual(['cumulative', 'target'])
    expect(spans({ ...before, period: '2020Q4', cutoff: '2020-12-31' })).toEqual(['cumulative'])
  })

  it('counts records that came, went and are no longer the same', () => {
    const records = {
      ...body.records,
      enterprise: [
        { ...firm, name: '平江县示例新材料股份有限公司' },
        { ...firm, id: 'firm-2' },
        { ...firm, id: 'firm-3' },
      ],
      patent: [],
    }
    const difference = reportDifference(body, { ...body, records })
    expect(ReportDifference.parse(difference)).toEqual(difference)
    expect(difference.records.map(recordChangeText)).toEqual([
      '企业：新增 2 家，修改 1 家',
      '发明专利：减少 1 件',
    ])
  })

  it('says when 本单位档案 is another', () => {
    const unit = { ...body.unit, reviewer: '测试审核人' }
    expect(reportDifference(body, { ...body, unit }).unitChanged).toBe(true)
  })
})
