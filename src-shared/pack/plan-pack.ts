import { z } from 'zod'
import { DateText, Year } from '../records/values.ts'
import { CountingRules } from './counting-rules.ts'
import { CoverForm, Form1, Form5, Form8 } from './form-definition.ts'
import { IndicatorId } from './indicator-id.ts'

export const UnitCode = z.string().regex(/^YY-[A-Z0-9]{3,6}$/)

/** 填报单位; functional zones have no GB/T 2260 code of their own (DOMAIN.md C3). */
export const ReportingUnit = z.strictObject({
  code: UnitCode,
  name: z.string().min(1).max(40),
  division: z
    .string()
    .regex(/^\d{6}$/)
    .nullable(),
  /** The sample county: every sheet says 试用数据. */
  trial: z.boolean().optional(),
})
export type ReportingUnit = z.infer<typeof ReportingUnit>

/** 报送种类 (J11); `due` counts from the end of the period, null when the city sets a date each time. */
export const ReportKind = z.strictObject({
  id: z.enum(['list', 'monthly', 'quarterly', 'annual', 'special']),
  title: z.string().min(1).max(20),
  cycle: z.enum(['year', 'month', 'quarter', 'none']),
  due: z.strictObject({ monthsAfter: z.int().min(0).max(12), day: z.int().min(1).max(28) }).nullable(),
  forms: z.array(z.enum(['form1', 'form5', 'form8', 'cover'])),
  signers: z.array(z.enum(['preparer', 'reviewer'])).min(1),
})
export type ReportKind = z.infer<typeof ReportKind>

export const PackIndicator = z.strictObject({
  id: IndicatorId,
  /** As printed in 表1. */
  title: z.string().min(1).max(60),
  unit: z.string().min(1).max(10),
  decimals: z.int().min(0).max(4),
  /** 时期数 (flow) or 时点数 (stock): a stock prints 期末数 and nothing in 本季. */
  kind: z.enum(['flow', 'stock']),
})
export type PackIndicator = z.infer<typeof PackIndicator>

/** A target of the notice for the whole city; never printed as a county's own (DOMAIN.md I9). */
export const CityTarget = z.strictObject({
  id: z.string().min(1).max(10),
  title: z.string().min(1).max(80),
  indicator: IndicatorId.nullable(),
  from: Year,
  to: Year,
  value: z.number(),
  unit: z.string().min(1).max(10),
  /** Each year anew, or reached by the last year. */
  per: z.enum(['year', 'plan']),
  source: z.string().max(80),
})

export const Dictionaries = z.strictObject({
  /** 服务类别 with the national platform function it belongs to. */
  serviceCategories: z.array(z.strictObject({ name: z.string(), parent: z.string() })),
  chains: z.array(z.string()),
  /** 资质荣誉; `validYears` null when there is no fixed term. */
  titles: z.array(
    z.strictObject({ name: z.string(), level: z.string(), validYears: z.int().positive().nullable() }),
  ),
})

/** The rules of the programme as data (DESIGN.md 4): built in for 2020–2022, replaced by a city directive. */
export const PlanPack = z
  .strictObject({
    format: z.literal('pbz-pack-1'),
    id: z.string().regex(/^[a-z0-9-]{3,60}$/),
    title: z.string().min(1).max(120),
    /** 口径版本, printed with every number. */
    rulesVersion: z.string().min(1).max(40),
    issued: DateText,
    city: z.strictObject({ code: z.literal('YY-430600'), name: z.string() }),
    years: z.strictObject({ from: Year, to: Year }),
    units: z.array(ReportingUnit).min(1),
    reports: z.array(ReportKind).min(1),
    /** 年报 of year Y stays open until this month and day of Y+1 (J10): 汇算清缴 ends on 31 May. */
    annualOpenUntil: z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/),
    indicators: z.array(PackIndicator).min(1),
    rules: CountingRules,
    cityTargets: z.array(CityTarget),
    dictionaries: Dictionaries,
    forms: z.strictObject({ form1: Form1, form5: Form5, form8: Form8, cover: CoverForm }),
  })
  .refine((pack) => isDistinct(pack.units.map((unit) => unit.code)), { message: 'unit codes must differ' })
  .refine((pack) => isDistinct(pack.indicators.map((entry) => entry.id)), {
    message: 'indicators must differ',
  })
  .refine((pack) => isDistinct(pack.reports.map((kind) => kind.id)), { message: 'report kinds must differ' })
export type PlanPack = z.infer<typeof PlanPack>

function isDistinct(names: readonly string[]): boolean {
  return new Set(names).size === names.length
}
