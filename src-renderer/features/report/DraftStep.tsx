import type { ReportPeriod } from '#shared/indicators/indicator.ts'
import { quarterTitle } from '#shared/indicators/report-period.ts'
import type { Profile } from '#shared/records/profile.ts'
import type { Sheet } from '#shared/sheets/sheet.ts'
import { PaperView } from './PaperView.tsx'

export interface DraftStepProps {
  readonly sheets: readonly Sheet[]
  readonly period: ReportPeriod
  readonly profile: Profile
}

/** ② 送审稿: the forms with their watermark and without a code, for the rounds before 定稿 (DOMAIN.md J16). */
export function DraftStep({ sheets, period, profile }: DraftStepProps) {
  const name = `${profile.fullName ?? ''}_${quarterTitle(period)}_送审稿`
  return <PaperView sheets={sheets} name={name} note="没有校验码，不能当报送件" />
}
