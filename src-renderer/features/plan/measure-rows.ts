import { isOverdue } from '#shared/indicators/overdue-measure.ts'
import type { PlanMeasure } from '#shared/records/plan.ts'

export interface MeasureRow extends PlanMeasure {
  readonly key: string
  readonly overdue: boolean
}

/** 工作举措 in the order they were added. */
export function measureRows(
  measures: Readonly<Record<string, PlanMeasure>> | undefined,
  today: string,
): readonly MeasureRow[] {
  return Object.entries(measures ?? {}).map(([key, measure]) => ({
    ...measure,
    key,
    overdue: isOverdue(measure, today),
  }))
}

/** 举措 12 项，已完成 3，逾期 1. */
export function measuresOverview(rows: readonly MeasureRow[]): string {
  const done = rows.filter((row) => row.state === '已完成').length
  const overdue = rows.filter((row) => row.overdue).length
  return `举措 ${rows.length} 项，已完成 ${done}，逾期 ${overdue}`
}
