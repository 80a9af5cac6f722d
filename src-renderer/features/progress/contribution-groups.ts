import { gapWord } from '#shared/indicators/caveat-words.ts'
import type { Contribution, IndicatorResult, Measure } from '#shared/indicators/indicator.ts'

export const GROUPS = ['counts', 'verify', 'undated', 'excluded', 'missing'] as const
export type GroupId = (typeof GROUPS)[number]

/** 计入 and 不计入, or the word for the gap of the group. */
export function groupTitle(group: GroupId, indicator: IndicatorResult['id']): string {
  if (group === 'counts') return '计入'
  return group === 'excluded' ? '不计入' : gapWord(indicator, group)
}

export type ContributionGroups = { readonly [G in GroupId]: readonly Contribution[] }

/** Every record looked at, in exactly one group. */
export function contributionGroups(measure: Measure): ContributionGroups {
  const of = (group: GroupId) => measure.contributions.filter((entry) => groupOf(entry) === group)
  return {
    counts: of('counts'),
    verify: of('verify'),
    undated: of('undated'),
    excluded: of('excluded'),
    missing: of('missing'),
  }
}

function groupOf(entry: Contribution): GroupId {
  return entry.counts ? 'counts' : (entry.gap ?? 'excluded')
}
