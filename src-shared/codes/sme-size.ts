import type { SIZES } from '../records/enterprise.ts'
import { industryByCode } from './industries.ts'

export type SmeSize = (typeof SIZES)[number] | '无法判定'

export interface SizeFigures {
  /** GB/T 4754-2017 code of two to four digits, with or without the section letter. */
  readonly industry: string | null
  readonly employees: number | null
  /** 营业收入, 万元. */
  readonly revenue: number | null
  /** 资产总额, 万元. */
  readonly assets: number | null
}

type Measure = 'employees' | 'revenue' | 'assets'
/** Lower limits of 大型, 中型, 小型. */
type Limits = readonly [large: number, medium: number, small: number]
type SizeRule = Readonly<Partial<Record<Measure, Limits>>>

// 统计上大中小微型企业划分办法(2017), 工信部联企业〔2011〕300号.
const RULES = {
  农林牧渔业: { revenue: [20000, 500, 50] },
  工业: { employees: [1000, 300, 20], revenue: [40000, 2000, 300] },
  建筑业: { revenue: [80000, 6000, 300], assets: [80000, 5000, 300] },
  批发业: { employees: [200, 20, 5], revenue: [40000, 5000, 1000] },
  零售业: { employees: [300, 50, 10], revenue: [20000, 500, 100] },
  交通运输业: { employees: [1000, 300, 20], revenue: [30000, 3000, 200] },
  仓储业: { employees: [200, 100, 20], revenue: [30000, 1000, 100] },
  邮政业: { employees: [1000, 300, 20], revenue: [30000, 2000, 100] },
  住宿和餐饮业: { employees: [300, 100, 10], revenue: [10000, 2000, 100] },
  信息传输业: { employees: [2000, 100, 10], revenue: [100000, 1000, 100] },
  软件和信息技术服务业: { employees: [300, 100, 10], revenue: [10000, 1000, 50] },
  房地产开发经营: { revenue: [200000, 1000, 100], assets: [10000, 5000, 2000] },
  物业管理: { employees: [1000, 300, 100], revenue: [5000, 1000, 500] },
  租赁和商务服务业: { employees: [300, 100, 10], assets: [120000, 8000, 100] },
  其他未列明行业: { employees: [300, 100, 10] },
} as const satisfies Record<string, SizeRule>

export type SizeCategory = keyof typeof RULES

/**
 * 企业规模: the largest class whose lower limits are all met, else 微型. A missing industry or value gives
 * 无法判定, never 微型.
 */
export function smeSize(figures: SizeFigures): SmeSize {
  const category = figures.industry === null ? null : sizeCategory(figures.industry)
  if (category === null) return '无法判定'
  const limits = Object.entries(RULES[category]) as [Measure, Limits][]
  if (limits.some(([measure]) => figures[measure] === null)) return '无法判定'
  const meets = (level: 0 | 1 | 2) =>
    limits.every(([measure, lower]) => (figures[measure] ?? 0) >= lower[level])
  if (meets(0)) return '大型'
  if (meets(1)) return '中型'
  return meets(2) ? '小型' : '微型'
}

/** Which row of the table applies; null for sectors it does not cover (铁路, 金融, 公共部门) and for an unclear 70. */
export function sizeCategory(industryCode: string): SizeCategory | null {
  const industry = industryByCode(industryCode)
  if (industry === null) return null
  const digits = industryCode.replace(/\D/g, '')
  const rule = CATEGORIES.find(([pattern]) => pattern.test(industry.division) || pattern.test(digits))
  return rule?.[1] ?? null
}

// Tried in order; 3-digit groups stand before the division they belong to.
const CATEGORIES: readonly (readonly [RegExp, SizeCategory])[] = [
  [/^0[1-5]$/, '农林牧渔业'],
  [/^(0[6-9]|[1-3]\d|4[0-6])$/, '工业'],
  [/^(4[7-9]|50)$/, '建筑业'],
  [/^51$/, '批发业'],
  [/^52$/, '零售业'],
  [/^(5[4-8]|591\d?)$/, '交通运输业'],
  [/^59$/, '仓储业'],
  [/^60$/, '邮政业'],
  [/^6[12]$/, '住宿和餐饮业'],
  [/^6[34]$/, '信息传输业'],
  [/^65$/, '软件和信息技术服务业'],
  [/^701\d?$/, '房地产开发经营'],
  [/^702\d?$/, '物业管理'],
  [/^7[12]$/, '租赁和商务服务业'],
  [/^(70[39]\d?|7[3-9]|8[0-25-9]|90)$/, '其他未列明行业'],
]
