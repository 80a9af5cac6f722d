import type { IndicatorResult, Measure } from '#shared/indicators/indicator.ts'
import type { PlanPack } from '#shared/pack/plan-pack.ts'
import { cellText, fixedText } from '#shared/sheets/cell-text.ts'
import { completionRate } from '#shared/sheets/form1.ts'

export type GapKind = 'verify' | 'missing'

/** One line of 进度: what is shown of an indicator. */
export interface ProgressRow {
  readonly result: IndicatorResult
  /** — for a stock figure, which has no quarter of its own. */
  readonly quarter: string
  readonly cumulative: string
  readonly target: string | null
  /** 0–100 for the bar; null without target or value. */
  readonly share: number | null
  readonly completion: string
  readonly distance: Distance
  /** Records behind the cumulative number that may count once a gap is filled. */
  readonly gaps: Readonly<Record<GapKind, number>>
}

export interface Distance {
  readonly kind: 'done' | 'short' | 'unknown'
  readonly text: string
}

export function progressRows(results: readonly IndicatorResult[], pack: PlanPack): readonly ProgressRow[] {
  const stocks = new Set<string>(
    pack.indicators.filter((entry) => entry.kind === 'stock').map((entry) => entry.id),
  )
  return results.map((result) => progressRow(result, stocks.has(result.id)))
}

function progressRow(result: IndicatorResult, isStock: boolean): ProgressRow {
  const { decimals, target } = result
  const text = (value: number | null) => (value === null ? '—' : fixedText(value, decimals))
  const value = result.cumulative.value
  const rate = completionRate(value, target)
  const share = value === null || target === null || target <= 0 ? null : (value / target) * 100
  return {
    result,
    quarter: isStock ? '—' : text(result.quarter.value),
    cumulative: text(value),
    target: target === null ? null : text(target),
    share: share === null ? null : Math.max(0, Math.min(100, share)),
    completion: rate === null ? '—' : `${cellText(rate)}%`,
    distance: distanceOf(result),
    gaps: gapCounts(result.cumulative),
  }
}

/** 差 3 家: never rounded up to a success, and never a distance to a target nobody set. */
export function distanceOf(result: IndicatorResult): Distance {
  const { target, unit, decimals, cumulative } = result
  if (target === null) return { kind: 'unknown', text: '没有目标' }
  if (cumulative.value === null) return { kind: 'unknown', text: '没有数据' }
  const gap = target - cumulative.value
  if (gap > 0) return { kind: 'short', text: `差 ${amountText(gap, decimals, Math.ceil)} ${unit}` }
  const over = amountText(-gap, decimals, Math.floor)
  return { kind: 'done', text: Number(over) === 0 ? '已完成' : `超 ${over} ${unit}` }
}

/** A gap rounds up and a surplus down, so that 差 0 is never shown for a target not reached. */
function amountText(value: number, decimals: number, round: (value: number) => number): string {
  const scale = 10 ** decimals
  return fixedText(round(Number((value * scale).toFixed(6))) / scale, decimals)
}

export function gapCounts(measure: Measure): Readonly<Record<GapKind, number>> {
  const kinds = measure.contributions.filter((entry) => entry.pending).map((entry) => gapKind(entry.reason))
  const missing = kinds.filter((kind) => kind === 'missing').length
  return { missing, verify: kinds.length - missing }
}

/** 缺数据 when the reason names something not filled in; 待核实 when what is there must be judged. */
export function gapKind(reason: string): GapKind {
  return /缺|未登记/u.test(reason) && !reason.includes('待核实') ? 'missing' : 'verify'
}
