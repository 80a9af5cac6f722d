import type { Contribution, GapKind, Measure, Ruling } from './indicator.ts'

/** What a contribution says beside the record it is about. */
export interface Verdict {
  readonly counts: boolean
  readonly gap: GapKind | null
  readonly amount: number
  readonly reason: string
  readonly ruling?: Ruling
}

export const counted = (reason: string, amount = 1): Verdict => ({ counts: true, gap: null, amount, reason })
export const excluded = (reason: string): Verdict => ({ counts: false, gap: null, amount: 0, reason })
/** May count once the gap is filled. */
export const pending = (gap: GapKind, reason: string): Verdict => ({ counts: false, gap, amount: 0, reason })

export function contribution(record: string, id: string, label: string, verdict: Verdict): Contribution {
  return { record, id, label, ...verdict }
}

/** The fold: value is the sum of what counts, `missing` the number of records with a gap. */
export function measureOf(contributions: readonly Contribution[]): Measure {
  const value = exactSum(contributions.filter((entry) => entry.counts).map((entry) => entry.amount))
  return { value, contributions, missing: pendingCount(contributions) }
}

/** A measure whose value is not known, with the records that were looked at. */
export function unknownMeasure(contributions: readonly Contribution[] = []): Measure {
  return { value: null, contributions, missing: pendingCount(contributions) }
}

/** As `measureOf`, but null instead of 0 when no record counts: nobody has reported an amount. */
export function amountMeasure(contributions: readonly Contribution[]): Measure {
  return contributions.some((entry) => entry.counts)
    ? measureOf(contributions)
    : unknownMeasure(contributions)
}

/** As `measureOf`, but null instead of 0 when no record counts and some lack what is counted. */
export function recordedMeasure(contributions: readonly Contribution[]): Measure {
  const isUnknown = pendingCount(contributions) > 0 && !contributions.some((entry) => entry.counts)
  return isUnknown ? unknownMeasure(contributions) : measureOf(contributions)
}

/** Sum freed of binary noise: 元 are 4 decimals of 万元, 分 are 6. The order of the records does not matter. */
export function exactSum(amounts: readonly number[]): number {
  let sum = 0
  let lost = 0
  for (const amount of amounts) {
    const next = sum + amount
    lost += Math.abs(sum) >= Math.abs(amount) ? sum - next + amount : amount - next + sum
    sum = next
  }
  return Math.round((sum + lost) * 1e6) / 1e6
}

function pendingCount(contributions: readonly Contribution[]): number {
  return contributions.filter((entry) => entry.gap !== null).length
}
