import type { Records } from '../edits/read-model.ts'
import type { PackIndicator, PlanPack } from '../pack/plan-pack.ts'
import { CATALOGUE } from './catalogue.ts'
import type { IndicatorResult, ReportPeriod } from './indicator.ts'
import { type PlanTargets, targetKey } from './plan-targets.ts'
import { samePeriodLastYear } from './report-period.ts'
import { registerFacts, type Scope, scopeOf } from './scope.ts'

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
  return pack.indicators.map((entry) => indicatorResult(entry, scope, lastYear, targets))
}

function indicatorResult(
  entry: PackIndicator,
  scope: Scope,
  lastYear: Scope,
  targets: PlanTargets,
): IndicatorResult {
  const { measure, caveats } = CATALOGUE[entry.id]
  const quarter = measure(scope, 'quarter')
  const cumulative = measure(scope, 'cumulative')
  return {
    id: entry.id,
    title: entry.title,
    unit: entry.unit,
    decimals: entry.decimals,
    quarter,
    cumulative,
    target: targets[targetKey(entry.id, scope.period.year)] ?? null,
    lastYear: measure(lastYear, 'cumulative').value,
    caveats: caveats(cumulative, quarter, scope),
  }
}
