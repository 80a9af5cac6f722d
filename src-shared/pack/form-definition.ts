import { z } from 'zod'
import { IndicatorId } from './indicator-id.ts'

/** One printed column; `value` names what the form model puts there, the rest is the city's to change. */
function columnOf<const V extends readonly [string, ...string[]]>(values: V) {
  return z.strictObject({
    value: z.enum(values),
    /** From top to bottom; every column of a form has the same depth. */
    headings: z.array(z.string().min(1).max(40)).min(1).max(3),
    width: z.number().min(1).max(100),
    align: z.enum(['left', 'center', 'right']),
  })
}

const heading = {
  label: z.string().max(20),
  title: z.string().min(1).max(80),
  orientation: z.enum(['portrait', 'landscape']),
  /** 单位:万元; null when the form has a 计量单位 column. */
  measure: z.string().max(10).nullable(),
}

function formOf<const V extends readonly [string, ...string[]]>(values: V) {
  return z
    .strictObject({ ...heading, columns: z.array(columnOf(values)).min(1).max(40) })
    .refine((form) => new Set(form.columns.map((column) => column.headings.length)).size === 1, {
      message: 'all columns of a form need the same number of headings',
    })
}

/** 表1 进展情况统计表: which indicators in which order, with the wording of the row. */
export const Form1 = formOf([
  'number',
  'indicator',
  'unit',
  'target',
  'quarter',
  'cumulative',
  'completion',
  'lastYear',
  'growth',
  'note',
]).safeExtend({
  rows: z
    .array(
      z.strictObject({
        indicator: IndicatorId,
        title: z.string().min(1).max(60),
        indent: z.boolean().optional(),
      }),
    )
    .min(1),
})
export type Form1 = z.infer<typeof Form1>

/** 表5 服务活动台账. */
export const Form5 = formOf([
  'number',
  'date',
  'name',
  'category',
  'mode',
  'agency',
  'place',
  'firms',
  'people',
  'content',
  'outcome',
  'evidence',
])
export type Form5 = z.infer<typeof Form5>

/** 表8 年度参与企业名单. */
export const Form8 = formOf([
  'number',
  'name',
  'code',
  'park',
  'product',
  'size',
  'type',
  'listedOn',
  'priorGrants',
  'pending',
  'targetApplications',
  'targetGrants',
  'agency',
  'cadre',
  'note',
])
export type Form8 = z.infer<typeof Form8>

/** 报送交接单: what was handed over, one line each. */
export const CoverForm = formOf(['number', 'item', 'content', 'note'])
export type CoverForm = z.infer<typeof CoverForm>
