import type { Row } from '#shared/records/dictionary.ts'

/** The plan whose targets count: of those not 废止 the one issued last; without any, the newest. */
export function planInForce(plans: readonly Row<'plan'>[]): Row<'plan'> | undefined {
  const valid = plans.filter((plan) => plan.state !== '废止')
  const latest = valid.reduce<Row<'plan'> | undefined>(
    (best, plan) => (best === undefined || (plan.issuedOn ?? '') >= (best.issuedOn ?? '') ? plan : best),
    undefined,
  )
  return latest ?? plans.at(-1)
}
