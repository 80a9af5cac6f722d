import type { Contribution, Measure } from '#shared/indicators/indicator.ts'
import { gapKind } from './progress-view.ts'

export const GROUPS = ['counts', 'verify', 'excluded', 'missing'] as const
export type GroupId = (typeof GROUPS)[number]

export const GROUP_TITLES: { readonly [G in GroupId]: string } = {
  counts: '计入',
  verify: '待核实',
  excluded: '不计入',
  missing: '缺数据',
}

export type ContributionGroups = { readonly [G in GroupId]: readonly Contribution[] }

/** Every record looked at, in exactly one group. */
export function contributionGroups(measure: Measure): ContributionGroups {
  const of = (group: GroupId) => measure.contributions.filter((entry) => groupOf(entry) === group)
  return { counts: of('counts'), verify: of('verify'), excluded: of('excluded'), missing: of('missing') }
}

function groupOf(entry: Contribution): GroupId {
  if (entry.counts) return 'counts'
  return entry.pending ? gapKind(entry.reason) : 'excluded'
}
