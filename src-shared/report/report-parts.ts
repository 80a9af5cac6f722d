import type { ReportHeading } from '../bundle/compose.ts'
import type { Content, Manifest } from '../bundle/manifest.ts'
import { type Override, reportedFigure } from '../bundle/report-body.ts'
import { reportBody } from '../bundle/reportable.ts'
import type { Records } from '../edits/read-model.ts'
import type { IndicatorResult, ReportPeriod } from '../indicators/indicator.ts'
import type { PlanPack } from '../pack/plan-pack.ts'
import type { ChainPlace } from './chain-place.ts'
import { statedOverrides } from './stated-overrides.ts'

export interface ReportPartsOptions {
  /** Results of `quarterSet` for the same records and period. */
  readonly results: readonly IndicatorResult[]
  readonly contacts: Manifest['contacts']
  readonly station: string
  readonly place: ChainPlace
  /** Reasons for lines of the check list; 手工填列 and 认定 are added from the results. */
  readonly overrides?: readonly Override[]
  /** Files that travel beside the signed one. */
  readonly evidence?: readonly Content[]
}

export interface ReportParts {
  /** Compact JSON text of the body, byte for byte as it will be signed. */
  readonly body: string
  readonly heading: ReportHeading
}

/** What 定稿签名 signs for the quarter; null while the unit profile is missing. */
export function reportParts(
  records: Records,
  pack: PlanPack,
  period: ReportPeriod,
  options: ReportPartsOptions,
): ReportParts | null {
  const body = reportBody(records, options.results.map(reportedFigure), {
    period: period.id,
    cutoff: period.cumulative.to,
    contacts: options.contacts,
    baseYears: [pack.rules.baseYear],
    plannedStates: pack.rules.activities.plannedStates,
    overrides: [...statedOverrides(options.results), ...(options.overrides ?? [])],
  })
  if (body === null) return null
  return {
    body: JSON.stringify(body),
    heading: {
      to: pack.city.code,
      station: options.station,
      ...options.place,
      void: [...options.place.void],
      pack: { id: pack.id, version: pack.rulesVersion },
      repliesTo: null,
      evidence: [...(options.evidence ?? [])],
    },
  }
}
