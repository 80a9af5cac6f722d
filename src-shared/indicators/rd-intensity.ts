import { firmAmount } from './firm-figures.ts'
import type { Contribution, Measure } from './indicator.ts'
import { amountMeasure, contribution, counted, exactSum, excluded, pending } from './measure.ts'
import type { Span } from './report-period.ts'
import type { Scope } from './scope.ts'

/**
 * 研发投入强度 = Σ研发费用 ÷ Σ营业收入 × 100 over firms with both figures and revenue above 0: a ratio of sums, never a
 * mean of ratios (B7). A firm's share is its 研发费用 ÷ Σ营业收入 × 100, so that the shares add up.
 */
export function rdIntensity(scope: Scope, span: Span): Measure {
  const firms = [...scope.list.listed.values()].map(({ firm }) => ({
    firm,
    spending: firmAmount(scope, firm.id, 'rdExpense', span),
    revenue: firmAmount(scope, firm.id, 'revenue', span),
  }))
  const both = firms.flatMap(({ spending, revenue }) =>
    spending.known && revenue.known && revenue.amount > 0 ? [{ spending, revenue }] : [],
  )
  const revenueSum = exactSum(both.map(({ revenue }) => revenue.amount))
  const spendingSum = exactSum(both.map(({ spending }) => spending.amount))
  const contributions = firms.map(({ firm, spending, revenue }): Contribution => {
    const label = firm.name ?? '未知企业'
    if (!spending.known)
      return contribution('enterprise', firm.id, label, pending(spending.gap, `研发费用：${spending.reason}`))
    if (!revenue.known)
      return contribution('enterprise', firm.id, label, pending(revenue.gap, `营业收入：${revenue.reason}`))
    if (revenue.amount <= 0) {
      return contribution('figures', revenue.figures.id, label, excluded('营业收入不大于 0，不参与强度计算'))
    }
    const reason = `研发费用 ${spending.reason}；营业收入 ${revenue.reason}`
    const share = (spending.amount / revenueSum) * 100
    return contribution('figures', spending.figures.id, label, counted(reason, share))
  })
  const value = both.length === 0 ? null : (spendingSum / revenueSum) * 100
  return { ...amountMeasure(contributions), value }
}
