import { z } from 'zod'
import { REPORTED_TYPES, type ReportBody, type ReportedFigure } from '../bundle/report-body.ts'
import { COUNTED_RECORDS } from './counted-records.ts'

const Amount = z.number().nullable()

/** A number of 表1 that is not what it was: 原数, 现数; null is not known. */
export const FigureChange = z.strictObject({
  indicator: z.string().max(60),
  title: z.string().max(80),
  unit: z.string().max(20),
  span: z.enum(['quarter', 'cumulative', 'target']),
  before: Amount,
  after: Amount,
})
export type FigureChange = z.infer<typeof FigureChange>

/** How many records of one kind came, went or are no longer the same. */
export const RecordChange = z.strictObject({
  type: z.enum(REPORTED_TYPES),
  added: z.int().nonnegative(),
  removed: z.int().nonnegative(),
  changed: z.int().nonnegative(),
})
export type RecordChange = z.infer<typeof RecordChange>

/** 更正 between two reports of one unit; empty lists where nothing differs. */
export const ReportDifference = z.strictObject({
  figures: z.array(FigureChange),
  records: z.array(RecordChange),
  /** 本单位档案 differs: name, persons, telephone. */
  unitChanged: z.boolean(),
})
export type ReportDifference = z.infer<typeof ReportDifference>

/**
 * What the 审核人 looks at (DOMAIN.md J17): `now` against the file it replaces or follows. The quarter's numbers are
 * compared within one period only, targets within one year.
 */
export function reportDifference(before: ReportBody, now: ReportBody): ReportDifference {
  return {
    figures: figureChanges(before, now),
    records: REPORTED_TYPES.map((type): RecordChange => {
      const known = new Map(before.records[type].map((row) => [row.id, JSON.stringify(row)]))
      const rows = now.records[type]
      const kept = rows.filter((row) => known.has(row.id))
      return {
        type,
        added: rows.length - kept.length,
        removed: known.size - kept.length,
        changed: kept.filter((row) => known.get(row.id) !== JSON.stringify(row)).length,
      }
    }).filter(({ added, removed, changed }) => added + removed + changed > 0),
    unitChanged: JSON.stringify(before.unit) !== JSON.stringify(now.unit),
  }
}

function figureChanges(before: ReportBody, now: ReportBody): FigureChange[] {
  const spans: readonly FigureChange['span'][] = [
    ...(before.period === now.period ? (['quarter'] as const) : []),
    'cumulative',
    ...(before.cutoff.slice(0, 4) === now.cutoff.slice(0, 4) ? (['target'] as const) : []),
  ]
  const old = new Map(before.figures.map((figure) => [figure.indicator, figure]))
  const current = new Map(now.figures.map((figure) => [figure.indicator, figure]))
  const all: readonly ReportedFigure[] = [
    ...now.figures,
    ...before.figures.filter(({ indicator }) => !current.has(indicator)),
  ]
  return all.flatMap(({ indicator, title, unit }) =>
    spans
      .map((span) => ({
        indicator,
        title,
        unit,
        span,
        before: old.get(indicator)?.[span] ?? null,
        after: current.get(indicator)?.[span] ?? null,
      }))
      .filter((change) => change.before !== change.after),
  )
}

/** True when nothing differs. */
export const isUnchanged = ({ figures, records, unitChanged }: ReportDifference): boolean =>
  figures.length === 0 && records.length === 0 && !unitChanged

/** 企业：新增 2 家，减少 1 家，修改 3 家. */
export function recordChangeText({ type, added, removed, changed }: RecordChange): string {
  const { title = type, measure = '条' } = COUNTED_RECORDS.find((each) => each.type === type) ?? {}
  const parts = [
    ['新增', added],
    ['减少', removed],
    ['修改', changed],
  ] as const
  const words = parts.filter(([, count]) => count > 0).map(([word, count]) => `${word} ${count} ${measure}`)
  return `${title}：${words.join('，')}`
}
