/** First and last year of the programme. */
export interface YearRange {
  readonly from: number
  readonly to: number
}

/** 工作年度 nobody has chosen yet: the year of `today` (`YYYY-MM-DD`), or the nearest one of the programme. */
export function workingYear(today: string, { from, to }: YearRange): number {
  return Math.min(to, Math.max(from, Number(today.slice(0, 4))))
}

/** Years that can be chosen: those of the programme, and up to today, since what is noted today must stay reachable. */
export function offeredYears(today: string, { from, to }: YearRange): readonly number[] {
  const last = Math.max(to, Number(today.slice(0, 4)))
  return Array.from({ length: last - from + 1 }, (_, at) => from + at)
}
