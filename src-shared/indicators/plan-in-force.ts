import type { Records } from '../edits/read-model.ts'
import type { Row } from '../records/dictionary.ts'

/** The 实施方案 whose targets count in a year. */
export interface PlanInForce {
  readonly plan: Row<'plan'>
  /** True while no plan of the year is issued: the newest draft stands in. */
  readonly isDraft: boolean
}

/** How a screen says that `isDraft`. */
export const DRAFT_TARGETS = '实施方案尚未印发，目标为草案'

/** 修订 stands until the new version is 印发. */
const ISSUED: ReadonlySet<string> = new Set(['印发', '上报备案', '修订'])

/** The newest issued plan covering the year, else the newest draft that is not 废止; null without any. */
export function planInForce(records: Records, year: number): PlanInForce | null {
  const covering = records.of('plan').filter((plan) => plan.state !== '废止' && covers(plan, year))
  const issued = newest(covering.filter(({ state }) => state !== undefined && ISSUED.has(state)))
  if (issued !== null) return { plan: issued, isDraft: false }
  const draft = newest(covering)
  return draft === null ? null : { plan: draft, isDraft: true }
}

/** A plan without 起止年度 is open at that end. */
function covers({ fromYear, toYear }: Row<'plan'>, year: number): boolean {
  return (fromYear ?? year) <= year && year <= (toYear ?? year)
}

/** By 印发日期; of equal days, or without any, the one entered last. */
function newest(plans: readonly Row<'plan'>[]): Row<'plan'> | null {
  return plans.reduce<Row<'plan'> | null>(
    (best, plan) => (best === null || (plan.issuedOn ?? '') >= (best.issuedOn ?? '') ? plan : best),
    null,
  )
}
