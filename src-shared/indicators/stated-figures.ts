import type { Records } from '../edits/read-model.ts'
import type { Row } from '../records/dictionary.ts'
import type { Caveat, Measure } from './indicator.ts'
import type { Span } from './report-period.ts'

const SPANS = { quarter: '本季', cumulative: '累计' } as const satisfies Record<Span, string>

/** One number of 表1. */
export interface FigurePlace {
  readonly indicator: string
  /** As in 2021Q3. */
  readonly period: string
  readonly span: Span
}

/** 手工填列 of one number; a record without value or reason states nothing. */
export function statedFiguresAt(
  records: Records,
  { indicator, period, span }: FigurePlace,
): readonly Row<'statedFigure'>[] {
  return records
    .of('statedFigure')
    .filter((row) => row.indicator === indicator && row.period === period && row.span === SPANS[span])
}

/**
 * The measure with what was stated in its place. Of two statements neither counts: the computed number stands, and
 * `statementCaveats` says so.
 */
export function withStatement(measure: Measure, records: Records, place: FigurePlace): Measure {
  const [only, ...more] = complete(statedFiguresAt(records, place))
  if (only === undefined || more.length > 0) return measure
  const { id, value, reason } = only
  return { ...measure, value, stated: { id, computed: measure.value, reason } }
}

/** 手工填列 made twice for one number, on two PCs. */
export function statementCaveats(records: Records, places: readonly FigurePlace[]): readonly Caveat[] {
  const doubled = places.filter((place) => complete(statedFiguresAt(records, place)).length > 1)
  return doubled.length === 0 ? [] : [{ kind: 'stated-twice', count: doubled.length }]
}

/** How the words of the dictionary call a span. */
export const spanWord = (span: Span): (typeof SPANS)[Span] => SPANS[span]

type Complete = Row<'statedFigure'> & { readonly value: number; readonly reason: string }

function complete(rows: readonly Row<'statedFigure'>[]): readonly Complete[] {
  return rows.filter((row): row is Complete => row.value !== undefined && row.reason !== undefined)
}
