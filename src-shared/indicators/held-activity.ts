import type { Records } from '../edits/read-model.ts'
import type { CountingRules } from '../pack/counting-rules.ts'
import type { Row } from '../records/dictionary.ts'
import { placementOf } from './date-range.ts'
import type { DateRange } from './indicator.ts'
import { excluded, pending, type Verdict } from './measure.ts'

type Activity = Row<'activity'>

/** Why an activity is not (known to be) held in the range, or null when it is. */
export function notHeldIn(activity: Activity, rules: CountingRules, range: DateRange): Verdict | null {
  if (activity.state !== undefined && rules.activities.plannedStates.includes(activity.state)) {
    return excluded('计划中，尚未开展')
  }
  if (activity.date === undefined) return pending('undated', '缺活动日期')
  const placement = placementOf(activity.date, range)
  if (placement === 'inside') return null
  if (placement === 'unknown') return pending('verify', `活动日期 ${activity.date} 不够具体，无法判断期别`)
  return excluded(`活动日期 ${activity.date} 不在本期`)
}

/** Why an activity is no 场次 (家次 only, J8), or null when it is one: what was chosen, else category, 方式 and name. */
export function notASession(activity: Activity, rules: CountingRules): string | null {
  if (activity.countsAsSession === false) return '已选择不计入场次，只计家次'
  if (activity.countsAsSession === true) return null
  if (isVisit(activity, rules)) return `方式为${activity.mode}，只计家次，不计场次`
  const name = `${activity.name ?? ''} ${activity.category ?? ''}`
  const { sessionWords, visitWords } = rules.activities
  const isNamedVisit = visitWords.some((word) => name.includes(word))
  return !isNamedVisit && sessionWords.some((word) => name.includes(word))
    ? null
    : '不属于培训、对接、讲座、现场会等计入场次的活动，只计家次'
}

/** 走访 and 电话. */
export function isVisit(activity: Activity, rules: CountingRules): boolean {
  return activity.mode !== undefined && rules.activities.visitModes.includes(activity.mode)
}

/** A body served: a firm of ours, or 名录外企业 by name. */
export interface ServedFirm {
  /** Equal keys are the same firm. */
  readonly key: string
  readonly firm: Row<'enterprise'> | null
  readonly name: string
  readonly people: number | null
}

/** 服务对象 by name, each firm once per activity. */
export function servedFirms(activity: Activity, records: Records): readonly ServedFirm[] {
  const served = new Map<string, ServedFirm>()
  for (const participant of Object.values(activity.participants ?? {})) {
    const firm =
      participant.enterprise === undefined
        ? firmNamed(records, participant.name)
        : (records.get('enterprise', participant.enterprise) ?? null)
    const key = firm === null ? `name ${plainName(participant.name)}` : `firm ${firm.id}`
    if (served.has(key)) continue
    served.set(key, { key, firm, name: firm?.name ?? participant.name, people: participant.people ?? null })
  }
  return [...served.values()]
}

/** 家次 of one activity: the firms by name, else 参加企业数; null when neither is known. */
export function firmCountOf(activity: Activity, served: readonly ServedFirm[]): number | null {
  return served.length > 0 ? served.length : (activity.firmCount ?? null)
}

/** 人次 of one activity: 参加人次, else the sum of 人数 when every firm has one; null when not known. */
export function headcountOf(activity: Activity, served: readonly ServedFirm[]): number | null {
  if (activity.headcount !== undefined) return activity.headcount
  if (served.length === 0 || served.some((firm) => firm.people === null)) return null
  return served.reduce((sum, firm) => sum + (firm.people ?? 0), 0)
}

/** Firms by plain name, for as long as the records stay as they are; null where several have it. */
const firmsByName = new WeakMap<Records, ReadonlyMap<string, Row<'enterprise'> | null>>()

/** The firm of ours that goes by this name alone: it may have been registered after the activity was. */
function firmNamed(records: Records, name: string): Row<'enterprise'> | null {
  let firms = firmsByName.get(records)
  if (firms === undefined) {
    const made = new Map<string, Row<'enterprise'> | null>()
    for (const firm of records.of('enterprise')) {
      const key = plainName(firm.name ?? '')
      made.set(key, made.has(key) ? null : firm)
    }
    firms = made
    firmsByName.set(records, made)
  }
  return firms.get(plainName(name)) ?? null
}

/** Names off the register are compared without spaces and in one width of brackets. */
function plainName(name: string): string {
  return name.normalize('NFKC').replace(/\s+/gu, '')
}
