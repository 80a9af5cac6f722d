import type { Records } from '#shared/edits/read-model.ts'
import { voidedRowsOf } from '#shared/edits/voided-rows.ts'
import { firmCountOf, headcountOf, servedFirms } from '#shared/indicators/held-activity.ts'
import type { Row } from '#shared/records/dictionary.ts'

/** An activity as the grid shows it. */
export type ActivityRow = Row<'activity'> & {
  /** 家数: the firms by name, else 参加企业数; null when neither is known. */
  readonly firms: number | null
  /** 人次: as typed, else the sum over the firms when each has one. */
  readonly people: number | null
  /** Names of the 服务对象, for searching. */
  readonly firmNames: string
}

/** Activities of the year, latest first, and those without a date, which come before all. */
export function activityRows(records: Records, year: number): readonly ActivityRow[] {
  return records
    .of('activity')
    .filter((activity) => isOfYear(activity, year))
    .map((activity) => activityRow(activity, records))
    .sort(newestFirst)
}

/** An activity taken out by 作废. */
export type VoidedActivity = Row<'activity'> & { readonly voidedFor: string }

/** 作废 activities of the year and those without a date, latest first. */
export function voidedActivities(records: Records, year: number): readonly VoidedActivity[] {
  return voidedRowsOf(records, 'activity')
    .filter(({ row }) => isOfYear(row, year))
    .map(({ row, reason }) => ({ ...row, voidedFor: reason }))
    .sort(newestFirst)
}

/** Just these activities, whatever their year. */
export function activityRowsOf(records: Records, ids: readonly string[]): readonly ActivityRow[] {
  return ids
    .flatMap((id) => records.get('activity', id) ?? [])
    .map((activity) => activityRow(activity, records))
    .sort(newestFirst)
}

interface KnownRow {
  /** The firms it was made with; the array is a new one after any edit of a firm. */
  readonly firms: readonly Row<'enterprise'>[]
  readonly row: ActivityRow
}

/** An activity that was not touched keeps its row, so that the grid draws only what has changed. */
const known = new WeakMap<Row<'activity'>, KnownRow>()

function activityRow(activity: Row<'activity'>, records: Records): ActivityRow {
  const firms = records.of('enterprise')
  const before = known.get(activity)
  if (before?.firms === firms) return before.row
  const row = madeRow(activity, records)
  known.set(activity, { firms, row })
  return row
}

function madeRow(activity: Row<'activity'>, records: Records): ActivityRow {
  const served = servedFirms(activity, records)
  return {
    ...activity,
    firms: firmCountOf(activity, served),
    people: headcountOf(activity, served),
    firmNames: served.map((firm) => firm.name).join(' '),
  }
}

const UNDATED = '9999'

function isOfYear({ date }: Row<'activity'>, year: number): boolean {
  return date === undefined || date.startsWith(String(year))
}

function newestFirst(a: Row<'activity'>, b: Row<'activity'>): number {
  const [of, than] = [a.date ?? UNDATED, b.date ?? UNDATED]
  return of < than ? 1 : of > than ? -1 : 0
}
