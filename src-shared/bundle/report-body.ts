import { z } from 'zod'
import type { IndicatorResult } from '../indicators/indicator.ts'
import { fieldsOf, SCHEMAS } from '../records/dictionary.ts'
import { RecordId } from '../records/values.ts'
import { PeriodId } from './manifest.ts'

/** Record types that travel in a report; custom columns and submissions stay with the unit. */
export const REPORTED_TYPES = [
  'enterprise',
  'participation',
  'patent',
  'figures',
  'activity',
  'plan',
] as const
export type ReportedType = (typeof REPORTED_TYPES)[number]

const many = <S extends z.ZodObject>(schema: S) => z.array(schema).max(500_000)

const REPORTED_SCHEMAS = {
  enterprise: many(SCHEMAS.enterprise.extend({ id: RecordId })),
  participation: many(SCHEMAS.participation.extend({ id: RecordId })),
  patent: many(SCHEMAS.patent.extend({ id: RecordId })),
  figures: many(SCHEMAS.figures.extend({ id: RecordId })),
  activity: many(SCHEMAS.activity.extend({ id: RecordId })),
  plan: many(SCHEMAS.plan.extend({ id: RecordId })),
} as const satisfies { readonly [T in ReportedType]: z.ZodType }

/** A number of 表1 as printed; null is not known and prints —. The same shape as `report --json`. */
export const ReportedFigure = z.strictObject({
  indicator: z.string().min(1).max(60),
  title: z.string().min(1).max(80),
  unit: z.string().max(20),
  quarter: z.number().nullable(),
  cumulative: z.number().nullable(),
  target: z.number().nullable(),
  missing: z.int().nonnegative(),
})
export type ReportedFigure = z.infer<typeof ReportedFigure>

/** What travels of a computed indicator: numbers as computed, not rounded for print. */
export function reportedFigure(result: IndicatorResult): ReportedFigure {
  const { id, title, unit, quarter, cumulative, target } = result
  return {
    indicator: id,
    title,
    unit,
    quarter: quarter.value,
    cumulative: cumulative.value,
    target,
    missing: cumulative.missing,
  }
}

/** 手工填列 or a 认定 that differs from 系统测算: the reason is printed and travels (DOMAIN.md J4). */
export const Override = z.strictObject({
  /** `figure:<indicator>.<quarter|cumulative>`, `<record>:<id>`, or `check:<kind>[:<what>]` for a warning reported with a reason. */
  subject: z.string().min(1).max(120),
  computed: z.union([z.number(), z.string().max(60)]).nullable(),
  stated: z.union([z.number(), z.string().max(60)]).nullable(),
  reason: z.string().min(1).max(500),
})
export type Override = z.infer<typeof Override>

/** 报送 body: a full snapshot at the cut-off, no history (DESIGN.md 5). */
export const ReportBody = z.strictObject({
  unit: SCHEMAS.profile,
  period: PeriodId,
  /** Last day that counts, `YYYY-MM-DD`. */
  cutoff: z.iso.date(),
  contacts: z.enum(['included', 'omitted']),
  records: z.strictObject(REPORTED_SCHEMAS),
  figures: z.array(ReportedFigure).max(500),
  overrides: z.array(Override).max(5000),
})
export type ReportBody = z.infer<typeof ReportBody>

/** How many records of each type a body holds; signed in the manifest. */
export function countsOf(body: ReportBody): Record<ReportedType, number> {
  const { records } = body
  return {
    enterprise: records.enterprise.length,
    participation: records.participation.length,
    patent: records.patent.length,
    figures: records.figures.length,
    activity: records.activity.length,
    plan: records.plan.length,
  }
}

/** Fields of a type that are personal data (个人信息保护法). */
export function personalFields(type: ReportedType): readonly string[] {
  return [...fieldsOf(type).values()].filter((field) => field.personal === true).map((field) => field.name)
}

/** True when any personal field is filled. */
export function holdsPersonalFields(body: ReportBody): boolean {
  return REPORTED_TYPES.some((type) => {
    const names = personalFields(type)
    return names.length > 0 && body.records[type].some((row) => names.some((name) => name in row))
  })
}
