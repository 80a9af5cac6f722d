import type { Row } from '../records/dictionary.ts'
import { type Caveat, GAP_KINDS, type GapKind, type Measure } from './indicator.ts'
import type { Scope } from './scope.ts'

/** Records of the cumulative column with a gap, by kind of gap. */
export function gapCaveats(measure: Measure): readonly Caveat[] {
  return GAP_KINDS.flatMap((kind) => counting(kind, gapCount(measure, kind)))
}

/** Gaps, mixed 口径, figures that are not final yet, and a quarter that rests on fewer firms. */
export function figureCaveats(cumulative: Measure, quarter: Measure, scope: Scope): readonly Caveat[] {
  const used = usedFigures(cumulative, scope)
  const bases = [...new Set(used.map((row) => row.basis ?? '未填'))]
  const notFinal = used.filter((row) => row.state !== '年报').length
  const negative = quarter.contributions.filter((entry) => entry.counts && entry.amount < 0).length
  return [
    ...gapCaveats(cumulative),
    ...counting('previous-missing', Math.max(0, quarter.missing - cumulative.missing)),
    ...counting('negative-quarter', negative),
    ...(bases.length > 1 ? [{ kind: 'mixed-basis' as const, count: bases.length, bases }] : []),
    ...(scope.period.quarter === 4 ? counting('not-final', notFinal) : []),
  ]
}

/** As `figureCaveats` for a profit, where a negative amount is nothing unusual. */
export function profitCaveats(cumulative: Measure, quarter: Measure, scope: Scope): readonly Caveat[] {
  return figureCaveats(cumulative, quarter, scope).filter(({ kind }) => kind !== 'negative-quarter')
}

/** Records that may count once a gap of this kind is filled. */
export function gapCount(measure: Measure, gap: GapKind): number {
  return measure.contributions.filter((entry) => entry.gap === gap).length
}

function counting(kind: Exclude<Caveat['kind'], 'mixed-basis'>, count: number): readonly Caveat[] {
  return count === 0 ? [] : [{ kind, count }]
}

function usedFigures(measure: Measure, scope: Scope): readonly Row<'figures'>[] {
  const ids = new Set(
    measure.contributions
      .filter((entry) => entry.counts && entry.record === 'figures')
      .map((entry) => entry.id),
  )
  return [...scope.figures.values()].flat().filter((row) => ids.has(row.id))
}
