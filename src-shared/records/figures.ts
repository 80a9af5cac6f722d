import { z } from 'zod'
import { field } from './field.ts'
import { Amount, Count, RecordId, text, Year } from './values.ts'

/** 期间: cumulative months of a year, or the whole year (DOMAIN.md J1). */
export const PERIODS = ['1-3月累计', '1-6月累计', '1-9月累计', '1-12月累计', '年度'] as const
export const FIGURE_STATES = ['预计', '快报', '年报'] as const
export const BASES = ['审计', '税务', '统计', '企业自报'] as const

/** Who has looked at a figure (DOMAIN.md R06). */
export const REVIEW_STATES = ['自报', '县审', '锁定', '更正'] as const

/** 企业数据: a firm's figures of one period, cumulative from January, 万元 (DOMAIN.md R06, J1). */
export const Figures = z.strictObject({
  enterprise: field(RecordId, {
    title: '企业',
    kind: 'ref',
    ref: 'enterprise',
    required: true,
    width: 260,
    group: '期间',
  }),
  year: field(Year, {
    title: '年度',
    kind: 'year',
    required: true,
    width: 80,
    group: '期间',
    synonyms: ['年份', '所属年度'],
  }),
  period: field(z.enum(PERIODS), {
    title: '期间',
    kind: 'choice',
    choices: PERIODS,
    required: true,
    width: 110,
    group: '期间',
    synonyms: ['报告期', '所属期', '数据期间', '期别'],
  }),
  state: field(z.enum(FIGURE_STATES), {
    title: '数据状态',
    kind: 'choice',
    choices: FIGURE_STATES,
    width: 90,
    group: '期间',
    synonyms: ['数据类型', '数据性质'],
  }),
  review: field(z.enum(REVIEW_STATES), {
    title: '审核状态',
    kind: 'choice',
    choices: REVIEW_STATES,
    width: 90,
    group: '期间',
    synonyms: ['审核情况'],
  }),
  basis: field(z.enum(BASES), {
    title: '数据口径',
    kind: 'choice',
    choices: BASES,
    width: 100,
    group: '期间',
    synonyms: ['口径'],
  }),
  revenue: field(Amount, {
    title: '营业收入',
    kind: 'amount',
    unit: '万元',
    width: 120,
    group: '数据',
    synonyms: ['主营业务收入', '营收', '销售收入', '营业总收入'],
  }),
  rdExpense: field(Amount, {
    title: '研发费用',
    kind: 'amount',
    unit: '万元',
    width: 120,
    group: '数据',
    synonyms: ['研发投入', '研发经费', '研究开发费用', '研发经费投入'],
  }),
  superDeduction: field(Amount, {
    title: '加计扣除额',
    kind: 'amount',
    unit: '万元',
    width: 120,
    group: '数据',
    synonyms: ['研发费用加计扣除额', '加计扣除'],
  }),
  newProductSales: field(Amount, {
    title: '新产品销售收入',
    kind: 'amount',
    unit: '万元',
    width: 140,
    group: '数据',
    synonyms: ['新产品销售额', '新产品收入'],
  }),
  patentProductSales: field(Amount, {
    title: '发明专利产品销售额',
    kind: 'amount',
    unit: '万元',
    width: 150,
    group: '数据',
    synonyms: ['专利产品销售额', '专利产品销售收入', '发明专利产品销售收入'],
  }),
  patentProductProfit: field(Amount, {
    title: '发明专利产品利润',
    kind: 'amount',
    unit: '万元',
    width: 150,
    group: '数据',
    synonyms: ['专利产品利润', '发明专利产品利润额'],
  }),
  profitTax: field(Amount, {
    title: '利税',
    kind: 'amount',
    unit: '万元',
    width: 110,
    group: '数据',
    synonyms: ['利税总额'],
  }),
  employees: field(Count, {
    title: '期末从业人员',
    kind: 'count',
    unit: '人',
    width: 110,
    group: '数据',
    synonyms: ['期末人数'],
  }),
  assets: field(Amount, {
    title: '资产总额',
    kind: 'amount',
    unit: '万元',
    width: 110,
    group: '数据',
    synonyms: ['总资产', '资产总计'],
  }),
  note: field(text(500), { title: '备注', kind: 'longText', width: 160, group: '其他' }),
})
export type Figures = z.infer<typeof Figures>
