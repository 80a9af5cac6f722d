import { gapWord } from '#shared/indicators/caveat-words.ts'
import { gapCount } from '#shared/indicators/caveats.ts'
import { GAP_KINDS, type GapKind, type IndicatorResult } from '#shared/indicators/indicator.ts'
import type { PlanPack } from '#shared/pack/plan-pack.ts'
import { cellText, fixedText } from '#shared/sheets/cell-text.ts'
import { completionRate } from '#shared/sheets/form1.ts'

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
  readonly gaps: readonly { readonly gap: GapKind; readonly word: string; readonly count: number }[]
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
    gaps: GAP_KINDS.flatMap((gap) => {
      const count = gapCount(result.cumulative, gap)
      return count === 0 ? [] : [{ gap, word: gapWord(result.id, gap), count }]
    }),
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
