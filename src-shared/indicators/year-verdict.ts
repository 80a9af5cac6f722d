import type { Row } from '../records/dictionary.ts'
import { placementOf } from './date-range.ts'
import type { Contribution, IndicatorResult, Ruling } from './indicator.ts'
import { counted, excluded, pending, type Verdict } from './measure.ts'
import { rangeOf, type Span, spanName } from './report-period.ts'
import type { Scope } from './scope.ts'

type Stated = NonNullable<Row<'participation'>['countyVerdict']>

const ACHIEVED: Stated = '实现破零'

/**
 * 系统测算 under 认定 (DOMAIN.md J4): 市级认定 goes before 县级认定. One that agrees with 系统测算 of the year changes
 * nothing; one that differs decides when it has a reason, and is 待核实 without one. An achievement the records do not
 * show belongs to the period of 认定日期.
 */
export function ruled(
  participation: Row<'participation'>,
  scope: Scope,
  span: Span,
  computed: (span: Span) => Verdict,
): Verdict {
  const { countyVerdict, cityVerdict, verdictReason } = participation
  const stated = cityVerdict ?? countyVerdict
  const own = computed(span)
  if (stated === undefined) return own
  const ofYear = computed('cumulative')
  if ((stated === ACHIEVED) === ofYear.counts) return own
  const by = cityVerdict === undefined ? '县级认定' : '市级认定'
  if (verdictReason === undefined)
    return pending('verify', `${by}为${stated}，与系统测算不同，缺认定理由，列待核实`)
  const ruling: Ruling = { by, computed: ofYear.counts ? ACHIEVED : '未实现', stated, reason: verdictReason }
  const words = `${by}为${stated}：${verdictReason}（系统测算：${ofYear.reason}）`
  if (stated !== ACHIEVED) return { ...excluded(words), ruling }
  const placed = inPeriodOf(participation.verdictOn, words, scope, span)
  return placed.counts ? { ...placed, ruling } : placed
}

export type RuledContribution = Contribution & { readonly ruling: Ruling }

/** The records whose number was decided by 认定, each once. */
export function ruledContributions(results: readonly IndicatorResult[]): readonly RuledContribution[] {
  return results
    .flatMap(({ cumulative }) => cumulative.contributions)
    .filter((entry): entry is RuledContribution => entry.ruling !== undefined)
}

/** Without a day the year's number has it and no quarter does. */
function inPeriodOf(on: string | undefined, words: string, scope: Scope, span: Span): Verdict {
  if (on === undefined)
    return span === 'cumulative' ? counted(words) : excluded(`${words}；未填认定日期，只计累计`)
  const placement = placementOf(on, rangeOf(scope.period, span))
  if (placement === 'inside') return counted(words)
  if (placement === 'unknown')
    return pending(
      'verify',
      `认定日期 ${on} 不够具体，无法判断是否在${spanName(scope.period, span)}，列待核实`,
    )
  return excluded(`认定日期 ${on} 不在${spanName(scope.period, span)}`)
}
