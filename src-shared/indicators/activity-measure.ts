import type { Row } from '../records/dictionary.ts'
import { notHeldIn } from './held-activity.ts'
import type { Measure } from './indicator.ts'
import { contribution, measureOf, unknownMeasure, type Verdict } from './measure.ts'
import { rangeOf, type Span } from './report-period.ts'
import type { Scope } from './scope.ts'

/** Folds one verdict per activity of the year; a year without any activity on record is unknown, not 0. */
export function activityMeasure(
  scope: Scope,
  span: Span,
  verdictOf: (activity: Row<'activity'>) => Verdict,
): Measure {
  const range = rangeOf(scope.period, span)
  const contributions = activitiesOfYear(scope).map((activity) =>
    contribution(
      'activity',
      activity.id,
      activityLabel(activity),
      notHeldIn(activity, scope.rules, range) ?? verdictOf(activity),
    ),
  )
  return contributions.length === 0 ? unknownMeasure() : measureOf(contributions)
}

/** Activities of the year, and those without a date: they may belong to it. */
export function activitiesOfYear(scope: Scope): readonly Row<'activity'>[] {
  const year = String(scope.period.year)
  const activities = scope.records.of('activity')
  if (!activities.some((activity) => activity.date?.startsWith(year))) return []
  return activities.filter((activity) => activity.date === undefined || activity.date.startsWith(year))
}

export function activityLabel(activity: Row<'activity'>): string {
  return [activity.date, activity.name].filter((part) => part !== undefined).join(' ') || '未填活动'
}
