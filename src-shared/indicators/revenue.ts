import { firmAmounts } from './firm-amounts.ts'
import type { Measure } from './indicator.ts'
import type { Span } from './report-period.ts'
import type { Scope } from './scope.ts'

/** 营业收入 of the firms of the year's list, 万元. */
export function revenue(scope: Scope, span: Span): Measure {
  return firmAmounts(scope, span, 'revenue')
}
