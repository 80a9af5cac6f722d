import type { ReportPeriod } from '../indicators/indicator.ts'
import { periodTitle, quartersName } from '../indicators/report-period.ts'
import type { PlanPack } from '../pack/plan-pack.ts'
import type { Profile } from '../records/profile.ts'
import { paperDate } from './cell-text.ts'
import type { Sheet, SheetCell, SheetColumn } from './sheet.ts'
import { isDraft, type Watermark } from './watermark.ts'

/** What every form of one printing shares. */
export interface SheetContext {
  readonly profile: Profile
  readonly period: ReportPeriod
  /** 填报日期, `YYYY-MM-DD`. */
  readonly today: string
  readonly pack: PlanPack
  readonly watermark: Watermark
  /** 30-digit code of the signed file in six groups; a draft has none. */
  readonly code: string | null
}

interface FormHeading {
  readonly label: string
  readonly title: string
  readonly orientation: 'portrait' | 'landscape'
  readonly measure: string | null
}

/** Everything of a form except its columns, rows and notes. 送审稿 never carries a code (J16). */
export function sheetFrame(form: string, heading: FormHeading, context: SheetContext) {
  const { profile, pack } = context
  return {
    form,
    label: heading.label,
    title: heading.title,
    period: periodTitle(context.period),
    unitLine: {
      unit: `填报单位（盖章）：${profile.fullName ?? ''}`,
      date: `填报日期：${paperDate(context.today)}`,
      measure: heading.measure,
    },
    orientation: heading.orientation,
    signatures: signatureLine(profile),
    rules: `口径版本：${pack.rulesVersion}`,
    watermark: context.watermark,
    code: isDraft(context.watermark) ? null : context.code,
  } satisfies Partial<Sheet>
}

/** 单位负责人 审核人 填表人 联系电话; the office phone is public and never masked (J6). */
function signatureLine(profile: Profile): Sheet['signatures'] {
  return [
    { label: '单位负责人', value: profile.head ?? '' },
    { label: '审核人', value: profile.reviewer ?? '' },
    { label: '填表人', value: profile.preparer ?? '' },
    { label: '联系电话', value: profile.officePhone ?? '' },
  ]
}

interface FormColumn<V extends string> {
  readonly value: V
  readonly headings: readonly string[]
  readonly width: number
  readonly align: SheetColumn['align']
}

/** The pack's columns with the quarters filled in: 1—{n}季累计 prints 1—3季累计, in the first quarter 1季累计. */
export function sheetColumns(
  columns: readonly FormColumn<string>[],
  period: ReportPeriod,
): readonly SheetColumn[] {
  return columns.map(({ headings, width, align }) => ({
    headings: headings.map((heading) => heading.replace('1—{n}季', quartersName(period.quarter))),
    width,
    align,
  }))
}

/** A row's cells in the order of the pack's columns. */
export function cellsOf<V extends string>(
  columns: readonly FormColumn<V>[],
  cells: { readonly [value in V]: SheetCell },
): readonly SheetCell[] {
  return columns.map((column) => cells[column.value])
}

/** Whole numbers of 家, 件, 场. */
export const countCell = (value: number | null | undefined): SheetCell =>
  value === null || value === undefined ? null : { value, decimals: 0 }

export const textCell = (value: string | undefined): SheetCell => value ?? null

export const dateCell = (date: string | undefined): SheetCell => (date === undefined ? null : { date })
