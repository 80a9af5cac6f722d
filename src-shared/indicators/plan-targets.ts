import type { Records } from '../edits/read-model.ts'
import type { IndicatorId } from '../pack/indicator-id.ts'
import { planInForce } from './plan-in-force.ts'

/** 目标 of the county by `<indicator>@<year>`. */
export type PlanTargets = Readonly<Record<string, number>>

export function targetKey(indicator: IndicatorId, year: number): string {
  return `${indicator}@${year}`
}

/** Targets of the 实施方案 in force in the year; never mixed with those of another plan. */
export function planTargets(records: Records, year: number): PlanTargets {
  const targets = planInForce(records, year)?.plan.targets ?? {}
  return Object.fromEntries(Object.entries(targets).map(([key, target]) => [key, target.value]))
}
