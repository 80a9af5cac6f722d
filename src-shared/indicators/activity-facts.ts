import type { Records } from '../edits/read-model.ts'
import type { CountingRules } from '../pack/counting-rules.ts'
import type { Row } from '../records/dictionary.ts'
import { firmCountOf, headcountOf, notASession, type ServedFirm, servedFirms } from './held-activity.ts'

/** What the four activity indicators ask of one activity, looked up once. */
export interface ActivityFacts {
  readonly activity: Row<'activity'>
  readonly label: string
  /** Why it is no 场次, or null. */
  readonly notASession: string | null
  readonly served: readonly ServedFirm[]
  /** 家次 and 人次; null when not known. */
  readonly firms: number | null
  readonly people: number | null
}

export function activityFacts(
  activity: Row<'activity'>,
  records: Records,
  rules: CountingRules,
): ActivityFacts {
  const served = servedFirms(activity, records)
  return {
    activity,
    label: [activity.date, activity.name].filter((part) => part !== undefined).join(' ') || '未填活动',
    notASession: notASession(activity, rules),
    served,
    firms: firmCountOf(activity, served),
    people: headcountOf(activity, served),
  }
}

/** Activities of the year, and those without a date: they may belong to it. None when the year has no dated one. */
export function activitiesOfYear(
  records: Records,
  rules: CountingRules,
  year: number,
): readonly ActivityFacts[] {
  const activities = records.of('activity')
  const isOfYear = (activity: Row<'activity'>) => activity.date?.startsWith(String(year)) === true
  if (!activities.some(isOfYear)) return []
  return activities
    .filter((activity) => activity.date === undefined || isOfYear(activity))
    .map((activity) => activityFacts(activity, records, rules))
}
