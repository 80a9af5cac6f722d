import type { Records } from '#shared/edits/read-model.ts'
import { caveatWords } from '#shared/indicators/caveat-words.ts'
import { computeIndicators } from '#shared/indicators/compute-indicators.ts'
import { planTargets } from '#shared/indicators/plan-targets.ts'
import { periodOf } from '#shared/indicators/report-period.ts'
import type { IndicatorId } from '#shared/pack/indicator-id.ts'
import type { PlanPack } from '#shared/pack/plan-pack.ts'
import { plainNumber } from '#shared/records/typed-number.ts'

export interface SummaryFigure {
  readonly id: string
  readonly title: string
  /** As on paper; — when not known. */
  readonly value: string
  readonly unit: string
  readonly target: string | null
  readonly caveats: readonly string[]
}

const SHOWN: ReadonlySet<IndicatorId> = new Set([
  'activity-sessions',
  'firm-visits',
  'firms-served',
  'activity-attendance',
])

/** 场次, 家次, 服务企业数, 人次 of a whole year, by the same indicators as 进度 and 表1. */
export function yearSummary(records: Records, pack: PlanPack, year: number): readonly SummaryFigure[] {
  const indicators = pack.indicators.filter(({ id }) => SHOWN.has(id))
  const results = computeIndicators(
    records,
    { ...pack, indicators },
    periodOf(year, 4),
    planTargets(records, year),
  )
  return results.map(({ id, title, unit, target, cumulative, caveats }) => ({
    id,
    title,
    unit,
    value: cumulative.value === null ? '—' : plainNumber(cumulative.value),
    target: target === null ? null : plainNumber(target),
    caveats: caveatWords({ id, caveats }),
  }))
}
