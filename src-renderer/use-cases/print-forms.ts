import type { Records } from '#shared/edits/read-model.ts'
import { computeIndicators } from '#shared/indicators/compute-indicators.ts'
import type { ReportPeriod } from '#shared/indicators/indicator.ts'
import { planTargets } from '#shared/indicators/plan-targets.ts'
import type { Span } from '#shared/indicators/report-period.ts'
import type { PlanPack } from '#shared/pack/plan-pack.ts'
import { PROFILE_ID, type Profile } from '#shared/records/profile.ts'
import { form1 } from '#shared/sheets/form1.ts'
import { form5 } from '#shared/sheets/form5.ts'
import { form8 } from '#shared/sheets/form8.ts'
import type { Sheet } from '#shared/sheets/sheet.ts'
import type { SheetContext } from '#shared/sheets/sheet-context.ts'
import type { BoundCode } from './print-code.ts'

export const FORM_IDS = ['form1', 'form5', 'form8'] as const
export type FormId = (typeof FORM_IDS)[number]

export interface FormChoice {
  readonly forms: readonly FormId[]
  readonly period: ReportPeriod
  /** 表5 of the quarter, or from January. */
  readonly activitySpan: Span
  /** 填报日期 of a sheet that belongs to no 定稿, `YYYY-MM-DD`. */
  readonly today: string
  /** Of the 定稿 that the sheets belong to; null prints them without a code. */
  readonly bound: BoundCode | null
}

/** The chosen forms of one period as sheets, in the order of their numbers; without a profile there is no paper. */
export function printedForms(records: Records, pack: PlanPack, choice: FormChoice): readonly Sheet[] {
  const profile = records.get('profile', PROFILE_ID)
  if (profile === undefined) return []
  const context: SheetContext = {
    profile,
    period: choice.period,
    today: choice.bound?.signedOn ?? choice.today,
    pack,
    watermark: trialMark(profile, pack),
    code: choice.bound?.code ?? null,
  }
  const make: { readonly [F in FormId]: () => Sheet } = {
    form1: () =>
      form1(
        computeIndicators(records, pack, choice.period, planTargets(records, choice.period.year)),
        context,
      ),
    form5: () => form5(records, context, choice.activitySpan),
    form8: () => form8(records, context),
  }
  return FORM_IDS.filter((form) => choice.forms.includes(form)).map((form) => make[form]())
}

/** 试用数据 on every page of the sample county. */
export function trialMark(profile: Pick<Profile, 'unit'>, pack: PlanPack): '试用数据' | null {
  return pack.units.some((unit) => unit.code === profile.unit && unit.trial === true) ? '试用数据' : null
}
