import type { ReportPeriod } from './indicator.ts'
import { periodOf, QUARTERS } from './report-period.ts'

/** The last quarter of `year` that is over on `today` (`YYYY-MM-DD`); the first one while none is. */
export function lastFinishedQuarter(year: number, today: string): ReportPeriod['quarter'] {
  return QUARTERS.findLast((quarter) => periodOf(year, quarter).inQuarter.to < today) ?? 1
}

/** True while days of the quarter are still to come: its numbers are 截至今日. */
export function isRunning(period: ReportPeriod, today: string): boolean {
  return period.inQuarter.to >= today
}
