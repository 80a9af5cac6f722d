import { describe, expect, test } from 'vitest'
import {
  figuresRows,
  hasReported,
  intensityOf,
  type Period,
  quarterAmount,
  startPeriod,
} from '#renderer/features/figures/figures-rows.ts'
import { reminderText } from '#renderer/features/figures/reminder-text.ts'
import type { Row } from '#shared/records/dictionary.ts'
import { builtInPack } from '#tests/support/built-in-pack.ts'
import { plainRecords } from '#tests/support/plain-records.ts'

const enterprise = [
  { id: 'a', name: '甲' },
  { id: 'b', name: '乙' },
  { id: 'c', name: '丙' },
]
const participation = ['a', 'b'].map((id) => ({
  id: `l-${id}`,
  enterprise: id,
  year: 2021,
  state: '在列' as const,
}))
const good = { revenue: 100, rdExpense: 5 }

function figures(firm: string, period: Period, values: Partial<Row<'figures'>>, year = 2021): Row<'figures'> {
  const state = values.state ?? '快报'
  return { id: `${firm}-${year}-${period}-${state}`, enterprise: firm, year, period, state, ...values }
}

function rowsOf(...rows: readonly Row<'figures'>[]) {
  return figuresRows(
    plainRecords({ enterprise, participation, figures: rows }),
    builtInPack().rules,
    2021,
    '1-9月累计',
  )
}

function marksOf(...rows: readonly Row<'figures'>[]) {
  return rowsOf(...rows)
    .find((row) => row.id === 'a')
    ?.marks.map((mark) => mark.word)
}

describe('the collecting table', () => {
  test('has the firms of the list, then others with figures of the year in any period', () => {
    const rows = rowsOf(figures('a', '1-9月累计', good), figures('c', '1-3月累计', good))
    expect(rows.map((row) => [row.firm.name, row.isListed, hasReported(row)])).toEqual([
      ['甲', true, true],
      ['乙', true, false],
      ['丙', false, false],
    ])
    expect(rows.map((row) => row.marks.map((mark) => mark.word))).toEqual([
      [],
      ['未报'],
      ['未报', '不在名单'],
    ])
  })

  test('shows the most final of several records and marks that there are several', () => {
    const rows = rowsOf(
      figures('a', '1-9月累计', { ...good, state: '快报' }),
      figures('a', '1-9月累计', { ...good, revenue: 120, state: '年报' }),
    )
    expect(rows[0]?.figures?.revenue).toBe(120)
    expect(rows[0]?.marks.map((mark) => mark.word)).toEqual(['本期有 2 条'])
  })

  test('本季 is this cumulative minus the one directly before, else not known', () => {
    const half = figures('a', '1-6月累计', { revenue: 60.1, rdExpense: 2 })
    const now = figures('a', '1-9月累计', good)
    expect(rowsOf(half, now).map((row) => quarterAmount(row, 'revenue'))).toEqual([39.9, null])
    expect(rowsOf(figures('a', '1-3月累计', good), now).map((row) => quarterAmount(row, 'revenue'))).toEqual([
      null,
      null,
    ])
  })

  test('研发强度 needs both figures and revenue above 0', () => {
    expect(intensityOf(figures('a', '年度', good))).toBe(5)
    expect(intensityOf(figures('a', '年度', { revenue: 0, rdExpense: 5 }))).toBeNull()
    expect(intensityOf(figures('a', '年度', { rdExpense: 5 }))).toBeNull()
  })
})

describe('marks on figures', () => {
  test('missing figures and 研发费用 above 营业收入', () => {
    expect(marksOf(figures('a', '1-9月累计', { patentProductSales: 1 }))).toEqual(['缺营业收入、研发费用'])
    expect(marksOf(figures('a', '1-9月累计', { revenue: 100 }))).toEqual(['缺研发费用'])
    expect(marksOf(figures('a', '1-9月累计', { revenue: 5, rdExpense: 5.01 }))).toEqual([
      '研发费用大于营业收入',
    ])
    expect(marksOf(figures('a', '1-9月累计', { revenue: 5, rdExpense: 5 }))).toEqual([])
  })

  test('a cumulative amount below the latest earlier one of the year; profit may shrink', () => {
    const before = figures('a', '1-3月累计', { revenue: 101, rdExpense: 5, patentProductProfit: 9 })
    const now = figures('a', '1-9月累计', { ...good, patentProductProfit: 1 })
    expect(marksOf(before, now)).toEqual(['营业收入低于上期'])
    expect(marksOf({ ...before, rdExpense: 6 }, now)).toEqual(['2 项数据低于上期'])
    expect(marksOf({ ...before, revenue: 100 }, now)).toEqual([])
  })

  test('more than five times, or less than a fifth, of the same period last year', () => {
    const lastYear = (revenue: number) => figures('a', '1-9月累计', { revenue, rdExpense: 5 }, 2020)
    const now = figures('a', '1-9月累计', good)
    expect(marksOf(lastYear(19.9), now)).toEqual(['与上年同期差5倍以上'])
    expect(marksOf(lastYear(501), now)).toEqual(['与上年同期差5倍以上'])
    expect(marksOf(lastYear(20), now)).toEqual([])
    expect(marksOf(lastYear(500), now)).toEqual([])
  })
})

describe('beginning and reminding', () => {
  test('begins with the last period that has figures, else the last one that has ended', () => {
    const some = plainRecords({ figures: [figures('a', '1-6月累计', good)] })
    expect(startPeriod(some, 2021, '2021-12-31')).toBe('1-6月累计')
    expect(startPeriod(some, 2022, '2022-10-08')).toBe('1-9月累计')
    expect(startPeriod(some, 2022, '2022-01-08')).toBe('1-3月累计')
  })

  test('the reminder names who has not answered', () => {
    expect(reminderText(2021, '1-9月累计', ['甲', '乙'])).toBe(
      [
        '请下列 2 家企业尽快报送2021年1-9月累计营业收入、研发费用、发明专利产品销售额和利润等数据（单位：万元）：',
        '1. 甲',
        '2. 乙',
        '已报送的请忽略，谢谢配合。',
      ].join('\n'),
    )
  })
})
