import type { DateRange, ReportPeriod } from './indicator.ts'

export const QUARTERS = [1, 2, 3, 4] as const
const QUARTER_NAMES = { 1: '一', 2: '二', 3: '三', 4: '四' } as const
const LAST_DAYS = { 1: '03-31', 2: '06-30', 3: '09-30', 4: '12-31' } as const

/** A quarter of a report from its id, 2021Q3; null when the text is none. */
export function reportPeriod(id: string): ReportPeriod | null {
  const match = /^(20\d{2})Q([1-4])$/.exec(id)
  const quarter = QUARTERS.find((candidate) => String(candidate) === match?.[2])
  return match === null || quarter === undefined ? null : periodOf(Number(match[1]), quarter)
}

/** 本季 and 1–n季累计 as ranges of days. */
export function periodOf(year: number, quarter: ReportPeriod['quarter']): ReportPeriod {
  const to = `${year}-${LAST_DAYS[quarter]}`
  const month = String(quarter * 3 - 2).padStart(2, '0')
  return {
    id: `${year}Q${quarter}`,
    year,
    quarter,
    inQuarter: { from: `${year}-${month}-01`, to },
    cumulative: { from: `${year}-01-01`, to },
  }
}

/** 上年同期. */
export function samePeriodLastYear(period: ReportPeriod): ReportPeriod {
  return periodOf(period.year - 1, period.quarter)
}

/** 三季度. */
export function quarterName(quarter: ReportPeriod['quarter']): string {
  return `${QUARTER_NAMES[quarter]}季度`
}

/** 2021年三季度. */
export function quarterTitle(period: ReportPeriod): string {
  return `${period.year}年${quarterName(period.quarter)}`
}

/** 1—3季: the quarters of a year up to one, as in 1—3季累计. */
export function quartersName(quarter: ReportPeriod['quarter']): string {
  return quarter === 1 ? '1季' : `1—${quarter}季`
}

/** 2021年三季度（1—3季累计）; the first quarter needs no 累计. */
export function periodTitle(period: ReportPeriod): string {
  const name = quarterTitle(period)
  return period.quarter === 1 ? name : `${name}（${quartersName(period.quarter)}累计）`
}

export const SPANS = ['quarter', 'cumulative'] as const
export type Span = (typeof SPANS)[number]

export function rangeOf(period: ReportPeriod, span: Span): DateRange {
  return span === 'quarter' ? period.inQuarter : period.cumulative
}

/** How a reason names the range: 本季, 1—9月. */
export function spanName(period: ReportPeriod, span: Span): string {
  return span === 'quarter' ? '本季' : `1—${period.quarter * 3}月`
}
