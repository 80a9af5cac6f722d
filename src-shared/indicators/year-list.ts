import type { Records } from '../edits/read-model.ts'
import type { CountingRules } from '../pack/counting-rules.ts'
import type { Row } from '../records/dictionary.ts'
import { placementOf } from './date-range.ts'
import { notAFirm, oversize } from './firm-kind.ts'
import type { DateRange, ReportPeriod } from './indicator.ts'
import { counted, excluded, pending, type Verdict } from './measure.ts'
import { periodOf } from './report-period.ts'

export interface ListEntry {
  readonly participation: Row<'participation'>
  readonly firm: Row<'enterprise'> | null
  /** Whether the firm is on the list at the cut-off; 退出 stays counted for its year (J3). */
  readonly verdict: Verdict
}

/** 年度名单 of one year at a cut-off. */
export interface YearList {
  readonly entries: readonly ListEntry[]
  /** Firms on the list by firm id, each once. */
  readonly listed: ReadonlyMap<string, ListEntry & { readonly firm: Row<'enterprise'> }>
}

export function yearList(records: Records, rules: CountingRules, period: ReportPeriod): YearList {
  const entries: ListEntry[] = []
  const listed = new Map<string, ListEntry & { firm: Row<'enterprise'> }>()
  for (const participation of records.of('participation')) {
    if (participation.year !== period.year) continue
    const firm = firmOf(records, participation)
    const verdict = listVerdict(participation, firm, rules, period.cumulative, listed)
    entries.push({ participation, firm, verdict })
    if (verdict.counts && firm !== null) listed.set(firm.id, { participation, firm, verdict })
  }
  return { entries, listed }
}

/** Approved by the county: a state the pack counts. An entry without a state is not yet approved. */
export function isApproved({ state }: Row<'participation'>, rules: CountingRules): boolean {
  return state !== undefined && rules.listStates.includes(state)
}

/** The list of a whole year, whatever the quarter: whom to ask, and whom the register shows as 在列. */
export function wholeYearList(records: Records, rules: CountingRules, year: number): YearList {
  return yearList(records, rules, periodOf(year, 4))
}

/** 列入日期 for counting: the list of a year is fixed at its beginning unless a later day is given. */
export function listingDate(participation: Row<'participation'>): string {
  const start = `${participation.year}-01-01`
  const { listedOn } = participation
  if (listedOn === undefined || listedOn.slice(0, 4) < start.slice(0, 4)) return start
  return listedOn
}

function firmOf(records: Records, participation: Row<'participation'>): Row<'enterprise'> | null {
  return participation.enterprise === undefined
    ? null
    : (records.get('enterprise', participation.enterprise) ?? null)
}

function listVerdict(
  participation: Row<'participation'>,
  firm: Row<'enterprise'> | null,
  rules: CountingRules,
  range: DateRange,
  listed: ReadonlyMap<string, unknown>,
): Verdict {
  if (firm === null) return excluded('企业记录不存在或已作废，不计入')
  if (!isApproved(participation, rules)) {
    const { state } = participation
    return excluded(`名单状态${state === undefined ? '未填' : `为“${state}”`}，未到县级审定，不计入`)
  }
  const otherBody = notAFirm(firm, rules)
  if (otherBody !== null) return excluded(otherBody)
  const placement = placementOf(listingDate(participation), range)
  if (placement === 'after') return excluded(`列入日期 ${participation.listedOn} 在截止日之后`)
  if (placement === 'unknown') return pending('verify', `列入日期 ${participation.listedOn} 不够具体，待核实`)
  if (listed.has(firm.id)) return excluded('同一企业在本年名单中重复，只计一次')
  return counted(listedReason(participation, firm, rules))
}

function listedReason(
  participation: Row<'participation'>,
  firm: Row<'enterprise'>,
  rules: CountingRules,
): string {
  const left = participation.exitedOn === undefined ? '' : `，${participation.exitedOn} 退出名单，当年仍计入`
  const grown = oversize(firm, rules) === null ? '' : '，已超中小企业规模，当年仍计入'
  const listed =
    participation.listedOn === undefined ? '未填列入日期，按年初列入' : `列入日期 ${participation.listedOn}`
  return `在 ${participation.year} 年名单（${listed}）${left}${grown}`
}
