import type { ActivityFacts } from './activity-facts.ts'
import { notHeldIn } from './held-activity.ts'
import type { Contribution, Measure } from './indicator.ts'
import { contribution, measureOf, unknownMeasure, type Verdict } from './measure.ts'
import { rangeOf, type Span } from './report-period.ts'
import type { Scope } from './scope.ts'

/** Folds one verdict per activity of the year; a year without any activity on record is unknown, not 0. */
export function activityMeasure(
  scope: Scope,
  span: Span,
  verdictOf: (facts: ActivityFacts) => Verdict,
  fold: (contributions: readonly Contribution[]) => Measure = measureOf,
): Measure {
  const range = rangeOf(scope.period, span)
  const contributions = scope.activities.map((facts) => {
    const { activity, label } = facts
    const verdict = notHeldIn(activity, scope.rules, range) ?? verdictOf(facts)
    return contribution('activity', activity.id, label, verdict)
  })
  return contributions.length === 0 ? unknownMeasure() : fold(contributions)
}
