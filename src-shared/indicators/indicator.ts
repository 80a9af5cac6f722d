import type { IndicatorId } from '../pack/indicator-id.ts'

/** An inclusive range of days, `YYYY-MM-DD`. */
export interface DateRange {
  readonly from: string
  readonly to: string
}

/** 本季 and 1–n季累计 of one report; `id` as in 2021Q3. */
export interface ReportPeriod {
  readonly id: string
  readonly year: number
  readonly quarter: 1 | 2 | 3 | 4
  readonly inQuarter: DateRange
  readonly cumulative: DateRange
}

/** What keeps a record from counting: it must be judged, something is not filled in, or its date is not known. */
export const GAP_KINDS = ['verify', 'missing', 'undated'] as const
export type GapKind = (typeof GAP_KINDS)[number]

/** What stands in 备注 beside a number, as data; caveat-words.ts has the words. */
export type Caveat =
  | { readonly kind: GapKind; readonly count: number }
  | {
      readonly kind: 'previous-missing' | 'negative-quarter' | 'not-final' | 'stated-twice'
      readonly count: number
    }
  | { readonly kind: 'mixed-basis'; readonly count: number; readonly bases: readonly string[] }

/** 认定 that differs from 系统测算; printed and reported with its reason (DOMAIN.md J4). */
export interface Ruling {
  readonly by: '县级认定' | '市级认定'
  readonly computed: string
  readonly stated: string
  readonly reason: string
}

/** Why a record counts or does not: shown beside the number, one per record looked at. */
export interface Contribution {
  readonly record: string
  readonly id: string
  /** What the record is called on screen. */
  readonly label: string
  readonly counts: boolean
  /** May count once this gap is filled; always null together with `counts`. */
  readonly gap: GapKind | null
  /** Share of the value: 1 for a firm, the amount for money, 0 when it does not count. */
  readonly amount: number
  readonly reason: string
  /** Present when a 认定 decided and not the records. */
  readonly ruling?: Ruling
}

/** 手工填列 in place of the computed number. */
export interface Statement {
  /** Id of the statedFigure record. */
  readonly id: string
  readonly computed: number | null
  readonly reason: string
}

/** `value` null means not known; prints —, never 0. */
export interface Measure {
  readonly value: number | null
  readonly contributions: readonly Contribution[]
  /** Records that would be needed but lack data: the contributions with a gap. */
  readonly missing: number
  /** Present when `value` was stated by hand; the contributions are still those of the records. */
  readonly stated?: Statement
}

export interface IndicatorResult {
  readonly id: IndicatorId
  /** As printed in 表1. */
  readonly title: string
  readonly unit: string
  readonly decimals: number
  readonly quarter: Measure
  readonly cumulative: Measure
  /** 全年目标 of the county, from its 实施方案. */
  readonly target: number | null
  /** 上年同期: the cumulative value of the same quarters of last year. */
  readonly lastYear: number | null
  readonly caveats: readonly Caveat[]
}
