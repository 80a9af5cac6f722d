import type { Records } from '../edits/read-model.ts'
import { computeIndicators } from '../indicators/compute-indicators.ts'
import type { IndicatorResult, ReportPeriod } from '../indicators/indicator.ts'
import { planTargets } from '../indicators/plan-targets.ts'
import type { PlanPack } from '../pack/plan-pack.ts'
import { form1 } from '../sheets/form1.ts'
import { form5 } from '../sheets/form5.ts'
import { form8 } from '../sheets/form8.ts'
import type { Sheet } from '../sheets/sheet.ts'
import type { SheetContext } from '../sheets/sheet-context.ts'

export type QuarterSetOptions = Pick<SheetContext, 'profile' | 'today' | 'watermark' | 'code'>

export interface QuarterSet {
  readonly results: readonly IndicatorResult[]
  /** 表1, 表5, 表8. */
  readonly sheets: readonly [form1: Sheet, form5: Sheet, form8: Sheet]
  readonly context: SheetContext
}

/** The numbers and forms of a quarter; window and command line print and sign the same. */
export function quarterSet(
  records: Records,
  pack: PlanPack,
  period: ReportPeriod,
  options: QuarterSetOptions,
): QuarterSet {
  const context: SheetContext = { ...options, pack, period }
  const results = computeIndicators(records, pack, period, planTargets(records, period.year))
  return {
    results,
    sheets: [form1(results, context), form5(records, context), form8(records, context)],
    context,
  }
}
