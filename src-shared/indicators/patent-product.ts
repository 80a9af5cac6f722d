import { firmAmounts } from './firm-amounts.ts'
import type { Measure } from './indicator.ts'
import type { Span } from './report-period.ts'
import type { Scope } from './scope.ts'

/** 发明专利产品销售额, 万元: the province's reading of 新产品综合效益 (B8). */
export function patentProductSales(scope: Scope, span: Span): Measure {
  return firmAmounts(scope, span, 'patentProductSales')
}

/** 发明专利产品利润, 万元; may be negative (B8). */
export function patentProductProfit(scope: Scope, span: Span): Measure {
  return firmAmounts(scope, span, 'patentProductProfit')
}
