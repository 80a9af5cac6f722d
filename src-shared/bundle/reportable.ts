import type { Records } from '../edits/read-model.ts'
import { fieldsOf, type Row } from '../records/dictionary.ts'
import { PROFILE_ID } from '../records/profile.ts'
import type { PeriodId } from './manifest.ts'
import {
  type Override,
  personalFields,
  type ReportBody,
  type ReportedFigure,
  type ReportedType,
} from './report-body.ts'

export interface ReportOptions {
  readonly period: PeriodId
  /** Last day that counts, `YYYY-MM-DD`. */
  readonly cutoff: string
  readonly contacts: 'included' | 'omitted'
  /** 基期 years whose figures travel too. */
  readonly baseYears: readonly number[]
  readonly overrides: readonly Override[]
  /** Activities in these states are not held yet (plan pack). */
  readonly plannedStates: readonly string[]
}

/**
 * The body of a report from the unit's records; null while the unit profile is missing.
 * Rows are in id order, so that two PCs with the same records make the same bytes.
 */
export function reportBody(
  records: Records,
  figures: readonly ReportedFigure[],
  options: ReportOptions,
): ReportBody | null {
  const profile = records.get('profile', PROFILE_ID)
  if (profile === undefined) return null
  const year = Number(options.cutoff.slice(0, 4))
  const participation = records.of('participation').filter((row) => row.year === year)
  const patent = records.of('patent').filter((row) => ownersOfOurs(records, row).length > 0)
  const reportedFigures = records
    .of('figures')
    .filter((row) => row.year === year || (row.year !== undefined && options.baseYears.includes(row.year)))
  const activity = records.of('activity').filter((row) => isHeld(row, year, options))
  const firms = new Set<string>()
  const refer = (id: string | undefined) => {
    if (id !== undefined) firms.add(records.resolve('enterprise', id))
  }
  for (const row of participation) refer(row.enterprise)
  for (const row of reportedFigures) refer(row.enterprise)
  for (const row of patent) for (const id of ownersOfOurs(records, row)) refer(id)
  for (const row of activity) for (const one of Object.values(row.participants ?? {})) refer(one.enterprise)
  const enterprise = records.of('enterprise').filter((row) => firms.has(row.id))
  const keep = <T extends ReportedType>(type: T, rows: readonly Row<T>[]) =>
    snapshot(type, rows, options.contacts)
  return {
    unit: dictionaryFields('profile', profile, new Set()),
    period: options.period,
    cutoff: options.cutoff,
    contacts: options.contacts,
    records: {
      enterprise: keep('enterprise', enterprise),
      participation: keep('participation', participation),
      patent: keep('patent', patent),
      figures: keep('figures', reportedFigures),
      activity: keep('activity', activity),
      plan: keep('plan', records.of('plan')),
    },
    figures: figures.map((figure) => ({ ...figure })),
    overrides: options.overrides.map((override) => ({ ...override })),
  }
}

function ownersOfOurs(records: Records, patent: Row<'patent'>): string[] {
  return Object.values(patent.owners ?? {}).flatMap(({ enterprise }) =>
    enterprise !== undefined && records.get('enterprise', enterprise) !== undefined ? [enterprise] : [],
  )
}

/** Held in the year up to the cut-off; what is planned is no fact yet. Dates may be a month or a year only. */
function isHeld(
  activity: Row<'activity'>,
  year: number,
  { cutoff, plannedStates }: Pick<ReportOptions, 'cutoff' | 'plannedStates'>,
): boolean {
  if (activity.date === undefined) return false
  if (activity.state !== undefined && plannedStates.includes(activity.state)) return false
  return activity.date.startsWith(String(year)) && activity.date <= cutoff
}

/** Rows with the dictionary's fields only, in its order; contacts are left out, not masked. */
function snapshot<T extends ReportedType>(
  type: T,
  rows: readonly Row<T>[],
  contacts: ReportOptions['contacts'],
): Row<T>[] {
  const without = new Set(contacts === 'omitted' ? personalFields(type) : [])
  return [...rows]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((row) => ({ ...dictionaryFields(type, row, without), id: row.id }))
}

/** The filled fields of a row in dictionary order, without 自定义列, without the office's own and those given. */
function dictionaryFields<R extends object>(
  type: ReportedType | 'profile',
  row: R,
  without: ReadonlySet<string>,
): R {
  const filled = [...fieldsOf(type).values()]
    .filter(({ name, internal }) => internal !== true && !without.has(name))
    .map(({ name }) => [name, (row as Readonly<Record<string, unknown>>)[name]] as const)
    .filter(([, value]) => value !== undefined)
  // Every field of a record is optional, so a part of a row is a row again; the caller adds the id.
  return Object.fromEntries(filled) as R
}
