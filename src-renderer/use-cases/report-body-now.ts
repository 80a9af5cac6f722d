import type { Manifest } from '#shared/bundle/manifest.ts'
import { computeIndicators } from '#shared/indicators/compute-indicators.ts'
import type { ReportPeriod } from '#shared/indicators/indicator.ts'
import { planTargets } from '#shared/indicators/plan-targets.ts'
import type { PlanPack } from '#shared/pack/plan-pack.ts'
import { reportParts } from '#shared/report/report-parts.ts'
import type { Workspace } from '../workspace/workspace.ts'

/** Only the body is wanted: it is compared with the signed one, whose place in the chain stands. */
const NO_PLACE = { seq: 1, previous: null, supersedes: null, void: [] }

/** The report of a period as the records stand now, to compare with a signed one; empty without a unit profile. */
export function reportBodyNow(
  { records, station }: Pick<Workspace, 'records' | 'station'>,
  pack: PlanPack,
  period: ReportPeriod,
  contacts: Manifest['contacts'],
): string {
  const results = computeIndicators(records, pack, period, planTargets(records, period.year))
  return reportParts(records, pack, period, { results, contacts, station, place: NO_PLACE })?.body ?? ''
}
