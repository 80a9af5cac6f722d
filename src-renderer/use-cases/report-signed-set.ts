import type { Records } from '#shared/edits/read-model.ts'
import type { ReportPeriod } from '#shared/indicators/indicator.ts'
import type { PlanPack } from '#shared/pack/plan-pack.ts'
import type { Row } from '#shared/records/dictionary.ts'
import { PROFILE_ID } from '#shared/records/profile.ts'
import { type QuarterSet, quarterSet } from '#shared/report/quarter-set.ts'
import { trialMark } from './print-forms.ts'

/**
 * The forms of a 定稿 with its code and date, made of the records as they stand: right only while the records are
 * still what was signed. Null without a unit profile.
 */
export function signedSet(
  records: Records,
  pack: PlanPack,
  period: ReportPeriod,
  submission: Row<'submission'>,
): QuarterSet | null {
  const row = records.get('profile', PROFILE_ID)
  if (row === undefined) return null
  const { id: _, ...profile } = row
  return quarterSet(records, pack, period, {
    profile,
    today: submission.signedOn ?? period.cumulative.to,
    watermark: trialMark(profile, pack),
    code: submission.code ?? null,
  })
}
