import type { PlanMeasure } from '../records/plan.ts'

/** Not done, and the last day of the 完成时限 is past. A month or year is due at its end. */
export function isOverdue(measure: PlanMeasure, today: string): boolean {
  const { state, deadline } = measure
  return state !== '已完成' && deadline !== undefined && today.slice(0, deadline.length) > deadline
}
