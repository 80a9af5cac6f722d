import { z } from 'zod'

/** Text as typed; trimmed, never empty (an empty field is an absent field), no control characters. */
export const text = (max: number) => z.string().min(1).max(max)

/** Honest precision: `2021`, `2021-03` or `2021-03-05`; the day is checked against the calendar. */
export const DateText = z
  .string()
  .regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/)
  .refine(isCalendarDate)

export const Year = z.int().min(1900).max(2100)
export const Amount = z.number().min(-1e9).max(1e9)
export const Count = z.int().min(0).max(1e8)
export const RecordId = z.string().regex(/^[A-Za-z0-9_-]{1,40}$/)

function isCalendarDate(date: string): boolean {
  const [year, month, day] = date.split('-').map(Number)
  if (year === undefined || month === undefined || day === undefined) return true
  return day <= daysInMonth(year, month)
}

/** Days of a month, 1-based month, proleptic Gregorian calendar. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}
