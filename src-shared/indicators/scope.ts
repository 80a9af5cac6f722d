import type { Records } from '../edits/read-model.ts'
import type { CountingRules } from '../pack/counting-rules.ts'
import type { PlanPack } from '../pack/plan-pack.ts'
import type { Row } from '../records/dictionary.ts'
import { type ActivityFacts, activitiesOfYear } from './activity-facts.ts'
import { type FirmGrant, grantsByFirm } from './firm-grants.ts'
import type { ReportPeriod } from './indicator.ts'
import { patentRegister, type RegisteredPatent } from './patent-register.ts'
import { type YearList, yearList } from './year-list.ts'

/** What is true of the records whatever the period: computed once for this year and last year. */
export interface RegisterFacts {
  readonly records: Records
  readonly rules: CountingRules
  readonly patents: readonly RegisteredPatent[]
  /** Counting grants of each firm, by firm id. */
  readonly grants: ReadonlyMap<string, readonly FirmGrant[]>
}

/** Everything an indicator looks at for one period. */
export interface Scope extends RegisterFacts {
  readonly period: ReportPeriod
  readonly list: YearList
  readonly activities: readonly ActivityFacts[]
  /** 企业数据 of the year by firm id. */
  readonly figures: ReadonlyMap<string, readonly Row<'figures'>[]>
}

export function registerFacts(records: Records, pack: PlanPack): RegisterFacts {
  const patents = patentRegister(records)
  return { records, rules: pack.rules, patents, grants: grantsByFirm(patents, pack.rules) }
}

export function scopeOf(facts: RegisterFacts, period: ReportPeriod): Scope {
  return {
    ...facts,
    period,
    list: yearList(facts.records, facts.rules, period),
    activities: activitiesOfYear(facts.records, facts.rules, period.year),
    figures: figuresOfYear(facts.records, period.year),
  }
}

function figuresOfYear(records: Records, year: number): ReadonlyMap<string, readonly Row<'figures'>[]> {
  const byFirm = new Map<string, Row<'figures'>[]>()
  for (const row of records.of('figures')) {
    if (row.year !== year || row.enterprise === undefined) continue
    const firm = records.resolve('enterprise', row.enterprise)
    const rows = byFirm.get(firm)
    if (rows === undefined) byFirm.set(firm, [row])
    else rows.push(row)
  }
  return byFirm
}
