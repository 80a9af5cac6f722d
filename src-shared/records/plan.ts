import { z } from 'zod'
import { field } from './field.ts'
import { DateText, text, Year } from './values.ts'

export const PLAN_STATES = ['起草', '征求意见', '审定', '印发', '上报备案', '修订', '废止'] as const
export const MEASURE_STATES = ['未启动', '推进中', '已完成', '滞后'] as const

/** 目标分解: value of one indicator in one year; the list key is `<indicator>@<year>`. */
export const PlanTarget = z.strictObject({ indicator: text(40), year: Year, value: z.number() })
export type PlanTarget = z.infer<typeof PlanTarget>

/** 工作举措 with owner, deadline and state; the list key is random. */
export const PlanMeasure = z.strictObject({
  task: text(60).optional(),
  measure: text(500),
  owner: text(60).optional(),
  deadline: DateText.optional(),
  state: z.enum(MEASURE_STATES),
})
export type PlanMeasure = z.infer<typeof PlanMeasure>

/** 实施方案 of the county (DOMAIN.md R01): what the notice asks each county to issue (保障一). */
export const Plan = z.strictObject({
  title: field(text(200), { title: '方案名称', kind: 'text', required: true, width: 320, group: '文件' }),
  docNo: field(text(60), {
    title: '文号',
    kind: 'text',
    width: 180,
    group: '文件',
    help: '如 平工信发〔2020〕12号',
  }),
  issuer: field(text(120), { title: '印发单位', kind: 'text', width: 220, group: '文件' }),
  issuedOn: field(DateText, { title: '印发日期', kind: 'date', width: 120, group: '文件' }),
  fromYear: field(Year, { title: '起始年度', kind: 'year', width: 90, group: '文件' }),
  toYear: field(Year, { title: '终止年度', kind: 'year', width: 90, group: '文件' }),
  leader: field(text(60), { title: '牵头领导', kind: 'text', width: 120, group: '文件' }),
  office: field(text(60), { title: '责任股室', kind: 'text', width: 140, group: '文件' }),
  state: field(z.enum(PLAN_STATES), {
    title: '方案状态',
    kind: 'choice',
    choices: PLAN_STATES,
    width: 100,
    group: '文件',
  }),
  targets: field(z.record(z.string(), PlanTarget), { title: '目标分解', kind: 'list', group: '目标' }),
  measures: field(z.record(z.string(), PlanMeasure), { title: '工作举措', kind: 'list', group: '举措' }),
  note: field(text(1000), { title: '备注', kind: 'longText', group: '文件' }),
})
export type Plan = z.infer<typeof Plan>
