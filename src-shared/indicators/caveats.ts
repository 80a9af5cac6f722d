import type { Row } from '../records/dictionary.ts'
import type { Measure } from './indicator.ts'
import type { Scope } from './scope.ts'

/** 待核实2家: pending records of the cumulative column, in the unit they are counted in. */
export function pendingCaveat(word: string, unit: string): (measure: Measure) => readonly string[] {
  return (measure) => (measure.missing === 0 ? [] : [`${word}${measure.missing}${unit}`])
}

/** 缺报, mixed 口径, figures that are not final yet, and a quarter that rests on fewer firms. */
export function figureCaveats(cumulative: Measure, quarter: Measure, scope: Scope): readonly string[] {
  const used = usedFigures(cumulative, scope)
  const bases = new Set(used.map((row) => row.basis))
  const notFinal = used.filter((row) => row.state !== '年报').length
  const negative = quarter.contributions.filter((entry) => entry.counts && entry.amount < 0).length
  return [
    ...pendingCaveat('缺报', '家')(cumulative),
    ...(quarter.missing > cumulative.missing
      ? [`本季另缺${quarter.missing - cumulative.missing}家上期数`]
      : []),
    ...(negative > 0 ? [`${negative}家本季数为负`] : []),
    ...(bases.size > 1 ? [`数据口径不一（${[...bases].map((basis) => basis ?? '未填').join('、')}）`] : []),
    ...(scope.period.quarter === 4 && notFinal > 0 ? [`${notFinal}家待年报`] : []),
  ]
}

/** As `figureCaveats` for a profit, where a negative amount is nothing unusual. */
export function profitCaveats(cumulative: Measure, quarter: Measure, scope: Scope): readonly string[] {
  return figureCaveats(cumulative, quarter, scope).filter((caveat) => !caveat.endsWith('家本季数为负'))
}

function usedFigures(measure: Measure, scope: Scope): readonly Row<'figures'>[] {
  const ids = new Set(
    measure.contributions
      .filter((entry) => entry.counts && entry.record === 'figures')
      .map((entry) => entry.id),
  )
  return [...scope.figures.values()].flat().filter((row) => ids.has(row.id))
}
