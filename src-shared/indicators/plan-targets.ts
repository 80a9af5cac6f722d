import type { Records } from '../edits/read-model.ts'
import type { IndicatorId } from '../pack/indicator-id.ts'

/** 目标 of the county by `<indicator>@<year>`. */
export type PlanTargets = Readonly<Record<string, number>>

export function targetKey(indicator: IndicatorId, year: number): string {
  return `${indicator}@${year}`
}

/** Targets of the 实施方案 in force: of several plans the one issued last decides; 废止 does not count. */
export function planTargets(records: Records): PlanTargets {
  const plans = records.of('plan').filter((plan) => plan.state !== '废止')
  const inOrder = plans.toSorted((a, b) => compare(a.issuedOn ?? '', b.issuedOn ?? ''))
  return Object.fromEntries(
    inOrder.flatMap((plan) => Object.entries(plan.targets ?? {}).map(([key, target]) => [key, target.value])),
  )
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
