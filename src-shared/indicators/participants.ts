import { placementOf } from './date-range.ts'
import type { Contribution, Measure } from './indicator.ts'
import { contribution, excluded, measureOf, pending, unknownMeasure, type Verdict } from './measure.ts'
import { rangeOf, type Span } from './report-period.ts'
import type { Scope } from './scope.ts'
import { type ListEntry, listingDate } from './year-list.ts'

/** 参与企业: firms on the year's list at 县级审定 or later, exits included (B10, J3). Unknown without a list. */
export function participants(scope: Scope, span: Span): Measure {
  const { entries } = scope.list
  const contributions = entries.map((entry) => participantContribution(entry, scope, span))
  return entries.length === 0 ? unknownMeasure() : measureOf(contributions)
}

function participantContribution(entry: ListEntry, scope: Scope, span: Span): Contribution {
  const { participation, firm, verdict } = entry
  return contribution('participation', participation.id, firm?.name ?? '未知企业', inSpan())

  function inSpan(): Verdict {
    if (!verdict.counts) return verdict
    const placement = placementOf(listingDate(participation), rangeOf(scope.period, span))
    if (placement === 'before') return excluded('以前季度已列入')
    if (placement === 'unknown') return pending('verify', '列入日期不够具体，无法判断是否本季列入')
    return verdict
  }
}
