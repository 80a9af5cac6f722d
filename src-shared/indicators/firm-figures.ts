import type { Row } from '../records/dictionary.ts'
import type { FIGURE_STATES, PERIODS } from '../records/figures.ts'
import type { GapKind, ReportPeriod } from './indicator.ts'
import { exactSum } from './measure.ts'
import type { Span } from './report-period.ts'
import type { Scope } from './scope.ts'

export type AmountField = 'revenue' | 'rdExpense' | 'patentProductSales' | 'patentProductProfit'
type FigurePeriod = (typeof PERIODS)[number]

/** An amount of one firm in 万元 and the record it was read from, or why there is none. */
export type FirmAmount =
  | {
      readonly known: true
      readonly amount: number
      readonly figures: Row<'figures'>
      readonly reason: string
    }
  | { readonly known: false; readonly gap: GapKind; readonly reason: string }

/** 1–n月累计 that a quarter is read from; the whole year may also stand under 年度. */
const PERIODS_OF: { readonly [Q in ReportPeriod['quarter']]: readonly FigurePeriod[] } = {
  1: ['1-3月累计'],
  2: ['1-6月累计'],
  3: ['1-9月累计'],
  4: ['年度', '1-12月累计'],
}

/** Final figures before flash figures before estimates (J1). */
const STATE_ORDER: readonly (typeof FIGURE_STATES)[number][] = ['年报', '快报', '预计']

/** Cumulative amount, or 本季 = this cumulative − the previous one (J1). */
export function firmAmount(scope: Scope, firm: string, field: AmountField, span: Span): FirmAmount {
  const { quarter } = scope.period
  const rows = scope.figures.get(firm) ?? []
  const now = cumulativeAmount(rows, quarter, field)
  if (span === 'cumulative' || quarter === 1 || !now.known) return now
  const previous = cumulativeAmount(rows, earlier(quarter), field)
  if (!previous.known) return { ...previous, reason: `${previous.reason}，得不出本季数` }
  return {
    known: true,
    amount: exactSum([now.amount, -previous.amount]),
    figures: now.figures,
    reason: `${now.reason} 减 ${previous.reason}`,
  }
}

function earlier(quarter: 2 | 3 | 4): 1 | 2 | 3 {
  return quarter === 2 ? 1 : quarter === 3 ? 2 : 3
}

function cumulativeAmount(
  rows: readonly Row<'figures'>[],
  quarter: ReportPeriod['quarter'],
  field: AmountField,
): FirmAmount {
  const periods = PERIODS_OF[quarter]
  const filled = rows.filter((row) => row.period !== undefined && periods.includes(row.period))
  const best = bestRows(filled.filter((row) => row[field] !== undefined))
  const figures = best[0]
  const amount = figures?.[field]
  const name = periods.at(-1) ?? ''
  if (figures === undefined || amount === undefined)
    return { known: false, gap: 'missing', reason: `缺${name}数` }
  if (best.some((row) => row[field] !== amount)) {
    return { known: false, gap: 'verify', reason: `${name}有 ${best.length} 条数据且不一致，待核实` }
  }
  const state = figures.state === undefined ? '' : `（${figures.state}）`
  return { known: true, amount, figures, reason: `${figures.period} ${amount} 万元${state}` }
}

/** The rows of the best state present. */
function bestRows(rows: readonly Row<'figures'>[]): readonly Row<'figures'>[] {
  const rank = (row: Row<'figures'>) =>
    row.state === undefined ? STATE_ORDER.length : STATE_ORDER.indexOf(row.state)
  const best = Math.min(...rows.map(rank))
  return rows.filter((row) => rank(row) === best)
}
