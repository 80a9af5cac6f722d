import type { Records } from '../edits/read-model.ts'
import type { PackIndicator, PlanPack } from '../pack/plan-pack.ts'
import { CATALOGUE } from './catalogue.ts'
import { conflictReasons, withConflictReasons } from './conflict-reasons.ts'
import type { IndicatorResult, ReportPeriod } from './indicator.ts'
import { type PlanTargets, targetKey } from './plan-targets.ts'
import { type Span, samePeriodLastYear } from './report-period.ts'
import { registerFacts, type Scope, scopeOf } from './scope.ts'
import { type FigurePlace, statementCaveats, withStatement } from './stated-figures.ts'

/** All indicators of the pack, in its order, for one period. Nothing is rounded except the noise of binary sums. */
export function computeIndicators(
  records: Records,
  pack: PlanPack,
  period: ReportPeriod,
  targets: PlanTargets,
): readonly IndicatorResult[] {
  const facts = registerFacts(records, pack)
  const scope = scopeOf(facts, period)
  const lastYear = scopeOf(facts, samePeriodLastYear(period))
  const reasons = conflictReasons(records)
  return pack.indicators.map((entry) => {
    const result = indicatorResult(records, entry, { scope, lastYear }, targets)
    const { quarter, cumulative } = result
    return {
      ...result,
      quarter: withConflictReasons(quarter, reasons),
      cumulative: withConflictReasons(cumulative, reasons),
    }
  })
}

interface Scopes {
  readonly scope: Scope
  readonly lastYear: Scope
}

function indicatorResult(
  records: Records,
  entry: PackIndicator,
  { scope, lastYear }: Scopes,
  targets: PlanTargets,
): IndicatorResult {
  const { measure, caveats } = CATALOGUE[entry.id]
  const placeIn = (of: Scope, span: Span): FigurePlace => ({
    indicator: entry.id,
    period: of.period.id,
    span,
  })
  const measured = (of: Scope, span: Span) => withStatement(measure(of, span), records, placeIn(of, span))
  const quarter = measured(scope, 'quarter')
  const cumulative = measured(scope, 'cumulative')
  const places = [placeIn(scope, 'quarter'), placeIn(scope, 'cumulative')]
  return {
    id: entry.id,
    title: entry.title,
    unit: entry.unit,
    decimals: entry.decimals,
    quarter,
    cumulative,
    target: targets[targetKey(entry.id, scope.period.year)] ?? null,
    lastYear: measured(lastYear, 'cumulative').value,
    caveats: [...caveats(cumulative, quarter, scope), ...statementCaveats(records, places)],
  }
}
