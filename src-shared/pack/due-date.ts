import type { DateRange } from '../indicators/indicator.ts'
import type { ReportKind } from './plan-pack.ts'

/** 报送截止日期 of a report over a range of days, `YYYY-MM-DD`; null when the city sets a date each time. */
export function dueDate(kind: ReportKind, range: DateRange): string | null {
  if (kind.due === null) return null
  const [year = 0, month = 0] = range.to.split('-').map(Number)
  const months = year * 12 + month - 1 + kind.due.monthsAfter
  const dueMonth = String((months % 12) + 1).padStart(2, '0')
  return `${Math.floor(months / 12)}-${dueMonth}-${String(kind.due.day).padStart(2, '0')}`
}
