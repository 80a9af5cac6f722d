import { type AmountField, firmAmount } from './firm-figures.ts'
import type { Contribution, Measure } from './indicator.ts'
import { amountMeasure, contribution, counted, pending } from './measure.ts'
import type { Span } from './report-period.ts'
import type { Scope } from './scope.ts'

/**
 * Sum of one figure over the firms of the year's list, 万元; a firm without the figure is missing, never 0.
 * Unknown (null) when nobody has reported.
 */
export function firmAmounts(scope: Scope, span: Span, field: AmountField): Measure {
  const contributions: Contribution[] = []
  for (const { firm } of scope.list.listed.values()) {
    const label = firm.name ?? '未知企业'
    const found = firmAmount(scope, firm.id, field, span)
    contributions.push(
      found.known
        ? contribution('figures', found.figures.id, label, counted(found.reason, found.amount))
        : contribution('enterprise', firm.id, label, pending(found.gap, found.reason)),
    )
  }
  return amountMeasure(contributions)
}
