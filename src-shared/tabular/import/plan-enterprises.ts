import type { FieldValue } from '../../edits/edit.ts'
import type { Figures } from '../../records/figures.ts'
import { PARTICIPATION_STATES, type Participation } from '../../records/participation.ts'
import type { CleanedRow } from '../cleaned.ts'
import { comparableName, nameKey } from '../firm-names.ts'
import {
  FIRM_AMBIGUOUS,
  firmOf,
  type ImportContext,
  type RowOutcome,
  recordFor,
  writeFields,
} from './import-context.ts'
import { elementsOf, numberOf, type SheetSource, textOf } from './sheet-source.ts'
import { namedBy } from './value-name.ts'

type ListState = NonNullable<Participation['state']>

const PERIODS: Readonly<Record<string, NonNullable<Figures['period']>>> = {
  '': '年度',
  Q1: '1-3月累计',
  Q2: '1-6月累计',
  Q3: '1-9月累计',
  Q4: '1-12月累计',
}
const NAME_FIELDS = new Set(['name'])
const KEY_FIELDS = new Set(['year'])

/** 企业名单 rows: the firm, its place in the list of the year, its figures by year, its 自定义列. */
export function planEnterprises(
  context: ImportContext,
  from: SheetSource,
  rows: readonly CleanedRow[],
): Map<CleanedRow, RowOutcome> {
  const outcomes = new Map<CleanedRow, RowOutcome>()
  const firms = new Map<CleanedRow, string>()
  const formerNames = new Map<string, Set<string>>()
  for (const row of codedFirst(rows)) {
    const id = firmFor(context, row, from)
    outcomes.set(row, id === null ? FIRM_AMBIGUOUS : null)
    if (id === null) continue
    firms.set(row, id)
    const former = formerNames.get(id) ?? storedFormerNames(context, id)
    for (const [, element] of elementsOf(row.values['enterprise.formerNames']))
      former.add(comparableName(String(element.name)))
    formerNames.set(id, former)
  }
  const columns = customColumns(context, from, rows)
  const disputed = disputedStates(context)
  for (const row of rows) {
    const id = firms.get(row)
    if (id === undefined) continue
    writeFields(context, 'enterprise', id, row, from, NAME_FIELDS)
    writeName(context, id, row, from, formerNames.get(id) ?? new Set())
    for (const [key, column] of columns) {
      const value = row.values[key]
      if (value !== undefined)
        context.staging.write('enterprise', id, `custom.${column}`, value as FieldValue, from.of(row, key))
    }
    planParticipation(context, id, row, from, disputed)
    planYearFigures(context, id, row, from)
  }
  return outcomes
}

/** A name can only be matched once every code of the sheet is known; else a second import would match otherwise. */
function codedFirst(rows: readonly CleanedRow[]): readonly CleanedRow[] {
  const isCoded = (row: CleanedRow) => row.values['enterprise.code'] !== undefined
  return [...rows.filter(isCoded), ...rows.filter((row) => !isCoded(row))]
}

function firmFor(context: ImportContext, row: CleanedRow, from: SheetSource): string | null {
  const match = firmOf(context, row)
  if (match === 'ambiguous') return null
  const [code, name] = [textOf(row, 'enterprise.code'), textOf(row, 'enterprise.name')]
  const id = match === 'unknown' ? context.options.newId() : match.id
  if (match === 'unknown') context.staging.create('enterprise', id, from.of(row, 'enterprise.name'))
  const former = elementsOf(row.values['enterprise.formerNames']).map(([, element]) => String(element.name))
  context.firms.add(id, code, name === null ? former : [name, ...former])
  return id
}

function storedFormerNames(context: ImportContext, id: string): Set<string> {
  const firm = context.records.get('enterprise', id)
  return new Set(Object.values(firm?.formerNames ?? {}).map((each) => comparableName(each.name)))
}

/** A different name is a 更名: the old one becomes 曾用名. A name the firm once had does not bring it back. */
function writeName(
  context: ImportContext,
  id: string,
  row: CleanedRow,
  from: SheetSource,
  former: Set<string>,
): void {
  const name = textOf(row, 'enterprise.name')
  if (name === null || former.has(comparableName(name))) return
  const source = from.of(row, 'enterprise.name')
  const current = context.staging.staged('enterprise', id, 'name')
  if (typeof current === 'string') {
    if (comparableName(current) === comparableName(name)) return
    former.add(comparableName(current))
    context.staging.write('enterprise', id, `formerNames/${nameKey(current)}`, { name: current }, source)
  }
  context.staging.write('enterprise', id, 'name', name, source)
}

/** The year column counts for its row; without one the user's answer to 哪一年的名单 stands before the title. */
function planParticipation(
  context: ImportContext,
  firm: string,
  row: CleanedRow,
  from: SheetSource,
  disputed: ReadonlySet<string>,
): void {
  const stated = numberOf(row, 'participation.year')
  const { listYear, listState } = context.options
  const year = from.hasColumn('participation.year') ? (stated ?? listYear) : (listYear ?? stated)
  if (year === null) return
  const source = from.of(row, 'participation.year')
  const { id, isNew } = recordFor(context, 'participation', `${firm}|${year}`, source)
  if (isNew) {
    context.staging.write('participation', id, 'enterprise', firm, source)
    context.staging.write('participation', id, 'year', year, source)
  }
  const current = context.staging.staged('participation', id, 'state')
  if (listState !== null && !disputed.has(id) && isHigherState(listState, current))
    context.staging.write('participation', id, 'state', listState, from.of(row))
  writeFields(context, 'participation', id, row, from, KEY_FIELDS)
}

/** Entries whose 名单状态 two PCs wrote differently: an answer to another question must not settle that. */
function disputedStates({ records }: ImportContext): ReadonlySet<string> {
  const entries = records.all('participation').filter((entry) => Object.hasOwn(entry.conflicts, 'state'))
  return new Set(entries.map((entry) => entry.id))
}

/** 名单状态 only ever rises by the answer to 名单是否已审定: 已审定 over 拟报, never 拟报 over 已审定. */
function isHigherState(answer: ListState, current: unknown): boolean {
  const order: readonly unknown[] = PARTICIPATION_STATES
  return order.indexOf(answer) > order.indexOf(current)
}

function planYearFigures(context: ImportContext, firm: string, row: CleanedRow, from: SheetSource): void {
  for (const key in row.values) {
    const named = namedBy(key)
    if (named === null || named.type !== 'figures' || named.when === '') continue
    const period = PERIODS[named.when.slice(4)]
    if (period === undefined) continue
    const year = Number(named.when.slice(0, 4))
    const source = from.of(row, key)
    const { id, isNew } = recordFor(context, 'figures', `${firm}|${year}|${period}`, source)
    if (isNew) {
      context.staging.write('figures', id, 'enterprise', firm, source)
      context.staging.write('figures', id, 'year', year, source)
      context.staging.write('figures', id, 'period', period, source)
    }
    context.staging.write('figures', id, named.name, row.values[key] as FieldValue, source)
  }
}

/** Value keys of the 自定义列 to keep, with the id of their column record; new columns are created. */
function customColumns(
  context: ImportContext,
  from: SheetSource,
  rows: readonly CleanedRow[],
): Map<string, string> {
  const columns = new Map<string, string>()
  const headerRow = from.sheet.headerRows[0] ?? 1
  for (const header of from.sheet.unmapped) {
    if (context.options.keepColumns?.has(header) !== true) continue
    const key = `custom.${header}`
    const title = header.slice(0, 60)
    const source = {
      ...from.of({ row: headerRow, pile: 'notData', key: null, values: {}, findings: [] }, key),
    }
    const { id, isNew } = recordFor(context, 'column', title, source)
    if (isNew) {
      const values = rows.flatMap((row) => row.values[key] ?? [])
      const kind = values.length > 0 && values.every((value) => typeof value === 'number') ? '数字' : '文本'
      context.staging.write('column', id, 'title', title, source)
      context.staging.write('column', id, 'kind', kind, source)
    }
    columns.set(key, id)
  }
  return columns
}
