import { computeIndicators } from '#shared/indicators/compute-indicators.ts'
import type { Contribution } from '#shared/indicators/indicator.ts'
import { periodOf } from '#shared/indicators/report-period.ts'
import type { CountingRules } from '#shared/pack/counting-rules.ts'
import type { IndicatorId } from '#shared/pack/indicator-id.ts'
import type { Row } from '#shared/records/dictionary.ts'
import { builtInPack } from './built-in-pack.ts'
import { type PlainRows, plainRecords } from './plain-records.ts'

const pack = builtInPack()
export const firm = (id: string, more: Partial<Row<'enterprise'>> = {}): Row<'enterprise'> => ({
  id,
  name: id,
  ...more,
})
export const listed = (id: string, more: Partial<Row<'participation'>> = {}): Row<'participation'> => ({
  id: `list-${id}`,
  enterprise: id,
  year: 2021,
  state: '在列',
  priorGrants: '从未',
  ...more,
})
export const owner = (
  enterprise: string,
  acquisition: '原始' | '共有' | '受让' | '承继' = '原始',
  order = 1,
) => ({
  [`${order}`]: { name: enterprise, enterprise, acquisition, order },
})
let serial = 0
export const patent = (more: Partial<Row<'patent'>>): Row<'patent'> => {
  serial += 1
  return {
    id: `p${serial}`,
    applicationNo: `20191910${String(serial).padStart(4, '0')}`,
    kind: '发明',
    status: '授权',
    ...more,
  }
}

/** Value, pending and the first reason of one indicator's cumulative column, third quarter of 2021. */
export function measured(
  id: IndicatorId,
  rows: PlainRows,
  rules: Partial<CountingRules> = {},
  span = 'cumulative' as 'cumulative' | 'quarter',
) {
  const changed = { ...pack, rules: { ...pack.rules, ...rules } }
  const result = computeIndicators(plainRecords(rows), changed, periodOf(2021, 3), {}).find(
    (entry) => entry.id === id,
  )
  if (result === undefined) throw new Error(`no indicator ${id}`)
  const { value, missing, contributions } = result[span]
  return { value, missing, reasons: contributions.map((entry: Contribution) => entry.reason) }
}

/** One firm on the list of 2021. */
export const base = { enterprise: [firm('甲')], participation: [listed('甲')] }
/** Its first grant. */
export const granted = patent({ grantedOn: '2021-08-03', owners: owner('甲') })
