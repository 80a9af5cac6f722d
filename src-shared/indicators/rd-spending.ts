import { firmAmounts } from './firm-amounts.ts'
import type { Measure } from './indicator.ts'
import type { Span } from './report-period.ts'
import type { Scope } from './scope.ts'

/** 研发投入: 研发费用 of the firms of the year's list, 万元 (A0.4, J1). */
export function rdSpending(scope: Scope, span: Span): Measure {
  return firmAmounts(scope, span, 'rdExpense')
}
