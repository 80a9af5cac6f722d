import type { Records } from '#shared/edits/read-model.ts'
import { wholeYearList } from '#shared/indicators/year-list.ts'
import type { CountingRules } from '#shared/pack/counting-rules.ts'
import type { Row } from '#shared/records/dictionary.ts'
import { FIGURE_STATES, type Figures, PERIODS } from '#shared/records/figures.ts'
import { type FiguresMark, figuresMarks } from './figures-marks.ts'

export type Period = NonNullable<Figures['period']>

/** The amounts of a period, 万元. */
export const AMOUNTS = [
  'revenue',
  'rdExpense',
  'newProductSales',
  'patentProductSales',
  'patentProductProfit',
  'superDeduction',
  'profitTax',
  'assets',
] as const
export type AmountName = (typeof AMOUNTS)[number]

/** One firm in the table of one year and period. */
export interface FiguresRow {
  /** Id of the firm. */
  readonly id: string
  readonly firm: Row<'enterprise'>
  readonly isListed: boolean
  /** The record shown: the most final one. Null while nothing is entered. */
  readonly figures: Row<'figures'> | null
  /** All records of this period, the shown one included. */
  readonly records: readonly Row<'figures'>[]
  /** The latest earlier cumulative record of the year. */
  readonly previous: Row<'figures'> | null
  readonly lastYear: Row<'figures'> | null
  readonly marks: readonly FiguresMark[]
}

type ByPeriod = ReadonlyMap<Period, readonly Row<'figures'>[]>

/** Firms of the year's list, then other firms with figures of that year. */
export function figuresRows(
  records: Records,
  rules: CountingRules,
  year: number,
  period: Period,
): readonly FiguresRow[] {
  const now = figuresByFirm(records, year)
  const before = figuresByFirm(records, year - 1)
  const { listed } = wholeYearList(records, rules, year)
  const others = [...now.keys()].filter((firm) => !listed.has(firm))
  return [...listed.keys(), ...others].flatMap((id) => {
    const firm = records.get('enterprise', id)
    if (firm === undefined) return []
    return [rowOf(firm, listed.has(id), period, now.get(id) ?? new Map(), before.get(id) ?? new Map())]
  })
}

function rowOf(
  firm: Row<'enterprise'>,
  isListed: boolean,
  period: Period,
  now: ByPeriod,
  before: ByPeriod,
): FiguresRow {
  const records = now.get(period) ?? []
  const row = {
    id: firm.id,
    firm,
    isListed,
    figures: records[0] ?? null,
    records,
    previous: previousOf(now, period),
    lastYear: before.get(period)?.[0] ?? null,
  }
  return { ...row, marks: figuresMarks(row) }
}

function figuresByFirm(records: Records, year: number): ReadonlyMap<string, ByPeriod> {
  const byFirm = new Map<string, Map<Period, Row<'figures'>[]>>()
  for (const row of records.of('figures')) {
    if (row.year !== year || row.period === undefined) continue
    for (const firm of resolved(records, row.enterprise)) {
      const periods = byFirm.get(firm) ?? new Map<Period, Row<'figures'>[]>()
      periods.set(row.period, [...(periods.get(row.period) ?? []), row].sort(byFinality))
      byFirm.set(firm, periods)
    }
  }
  return byFirm
}

const resolved = (records: Records, id: string | undefined) =>
  id === undefined ? [] : [records.resolve('enterprise', id)]

/** 年报 before 快报 before 预计. */
function byFinality(a: Row<'figures'>, b: Row<'figures'>): number {
  const rank = (row: Row<'figures'>) => (row.state === undefined ? -1 : FIGURE_STATES.indexOf(row.state))
  return rank(b) - rank(a)
}

/** 年度 and 1-12月累计 both follow 1-9月累计. */
function previousOf(periods: ByPeriod, period: Period): Row<'figures'> | null {
  const earlier = PERIODS.slice(0, Math.min(PERIODS.indexOf(period), 3)).toReversed()
  return earlier.flatMap((each) => periods.get(each) ?? [])[0] ?? null
}

/** True once some number of the period is entered. */
export function hasReported(row: Pick<FiguresRow, 'figures'>): boolean {
  const { figures } = row
  return (
    figures !== null &&
    (figures.employees !== undefined || AMOUNTS.some((name) => figures[name] !== undefined))
  )
}

/** 本季 = this cumulative − the previous one; needs the period directly before. Null when it cannot be told. */
export function quarterAmount(row: FiguresRow, name: AmountName): number | null {
  const now = row.figures?.[name]
  const period = row.figures?.period
  if (now === undefined || period === undefined) return null
  const at = Math.min(PERIODS.indexOf(period), 3)
  if (at === 0) return now
  const before = row.previous?.period === PERIODS[at - 1] ? row.previous?.[name] : undefined
  return before === undefined ? null : Math.round((now - before) * 1e6) / 1e6
}

/** 研发强度 in %: 研发费用 ÷ 营业收入 of the firm; null without both or with revenue not above 0. */
export function intensityOf(figures: Row<'figures'> | null): number | null {
  if (figures?.rdExpense === undefined || figures.revenue === undefined || figures.revenue <= 0) return null
  return (figures.rdExpense / figures.revenue) * 100
}

/** The period to begin with: the last one with figures in the year, else the last one that has ended. */
export function startPeriod(records: Records, year: number, today: string): Period {
  const filled = new Set(records.of('figures').flatMap((row) => (row.year === year ? [row.period] : [])))
  const last = PERIODS.slice(0, 4).findLast((period) => filled.has(period))
  if (last !== undefined) return last
  const ended = ['03-31', '06-30', '09-30', '12-31'].filter((end) => `${year}-${end}` < today).length
  return PERIODS[Math.max(0, ended - 1)] ?? PERIODS[0]
}
