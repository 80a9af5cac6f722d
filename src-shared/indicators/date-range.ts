import { daysInMonth } from '../records/values.ts'
import type { DateRange } from './indicator.ts'

/** Where a date of honest precision lies; `unknown` when the precision does not decide it. */
export type Placement = 'inside' | 'before' | 'after' | 'unknown'

/** 2021-08 lies inside the third quarter, 2021 lies nowhere for certain. */
export function placementOf(date: string, range: DateRange): Placement {
  const from = firstDay(date)
  const to = lastDay(date)
  if (to < range.from) return 'before'
  if (from > range.to) return 'after'
  return from >= range.from && to <= range.to ? 'inside' : 'unknown'
}

/** Earliest day a date may mean. */
export function firstDay(date: string): string {
  return `${date}${'-01-01'.slice(date.length - 4)}`
}

/** Latest day a date may mean. */
export function lastDay(date: string): string {
  if (date.length === 10) return date
  const [year = 0, month] = date.split('-').map(Number)
  if (month === undefined) return `${date}-12-31`
  return `${date}-${daysInMonth(year, month)}`
}
