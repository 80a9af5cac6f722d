import type { Records } from '../edits/read-model.ts'
import type { placementOf } from '../indicators/date-range.ts'
import { firmCountOf, headcountOf, isVisit, notASession, notHeldIn } from '../indicators/held-activity.ts'
import { exactSum } from '../indicators/measure.ts'
import { periodTitle, rangeOf, type Span } from '../indicators/report-period.ts'
import type { Row } from '../records/dictionary.ts'
import type { Sheet, SheetRow } from './sheet.ts'
import {
  cellsOf,
  countCell,
  dateCell,
  type SheetContext,
  sheetColumns,
  sheetFrame,
  textCell,
} from './sheet-context.ts'

type Activity = Row<'activity'>

/** 表5 服务活动台账 of the quarter (or from January): by date, 走访 and 电话 as one summary line (J8, J14). */
export function form5(records: Records, context: SheetContext, span: Span = 'quarter'): Sheet {
  const form = context.pack.forms.form5
  const range = rangeOf(context.period, span)
  const rules = context.pack.rules
  const held = records
    .of('activity')
    .filter((activity) => notHeldIn(activity, rules, range) === null)
    .toSorted(byDate)
  const listed = held.filter((activity) => !isVisit(activity, rules))
  const visits = held.filter((activity) => isVisit(activity, rules))
  const rows = [
    ...listed.map((activity, at) => activityRow(activity, at + 1, records, context)),
    ...(visits.length === 0 ? [] : [visitsRow(visits, records, context)]),
  ]
  return {
    ...sheetFrame('form5', form, context),
    period: span === 'quarter' ? quarterTitle(context) : periodTitle(context.period),
    columns: sheetColumns(form.columns, context.period),
    rows: rows.length === 0 ? [emptyRow(context)] : [...rows, totalRow(held, records, context)],
    notes: notesOf(held, records, context, range),
  }
}

const quarterTitle = (context: SheetContext): string => periodTitle(context.period).replace(/\(.*\)$/u, '')

function byDate(a: Activity, b: Activity): number {
  const left = `${a.date ?? ''} ${a.number ?? ''}`
  const right = `${b.date ?? ''} ${b.number ?? ''}`
  return left < right ? -1 : left > right ? 1 : 0
}

function activityRow(activity: Activity, number: number, records: Records, context: SheetContext): SheetRow {
  const cells = cellsOf(context.pack.forms.form5.columns, {
    number: countCell(number),
    date: dateCell(activity.date),
    name: textCell(activity.name),
    category: textCell(activity.category),
    mode: textCell(activity.mode),
    agency: textCell(activity.agency),
    place: textCell(activity.place),
    firms: countCell(firmCountOf(activity, records)),
    people: countCell(headcountOf(activity, records)),
    content: textCell(activity.content),
    outcome: textCell(activity.outcome),
    evidence: textCell(activity.evidence),
  })
  return { kind: 'data', cells, source: [activity.id] }
}

/** Cells of a line that is no activity; blank, not —, where nothing can stand. */
function lineCells(context: SheetContext, name: string, firms: number | null, people: number | null) {
  const blank = ''
  return cellsOf(context.pack.forms.form5.columns, {
    number: blank,
    date: blank,
    name,
    category: blank,
    mode: blank,
    agency: blank,
    place: blank,
    firms: countCell(firms),
    people: countCell(people),
    content: blank,
    outcome: blank,
    evidence: blank,
  })
}

function visitsRow(visits: readonly Activity[], records: Records, context: SheetContext): SheetRow {
  const modes = context.pack.rules.activities.visitModes
    .map((mode) => ({ mode, times: visits.filter((visit) => visit.mode === mode).length }))
    .filter(({ times }) => times > 0)
    .map(({ mode, times }) => `${mode}${times}次`)
  const cells = lineCells(
    context,
    `${modes.join('、')}(只计家次)`,
    total(visits, (visit) => firmCountOf(visit, records)),
    total(visits, (visit) => headcountOf(visit, records)),
  )
  return { kind: 'group', cells, source: visits.map((visit) => visit.id) }
}

function totalRow(held: readonly Activity[], records: Records, context: SheetContext): SheetRow {
  const sessions = held.filter((activity) => notASession(activity, context.pack.rules) === null).length
  const cells = lineCells(
    context,
    `合计(计入场次${sessions}场)`,
    total(held, (activity) => firmCountOf(activity, records)),
    total(held, (activity) => headcountOf(activity, records)),
  )
  return { kind: 'total', cells, source: held.map((activity) => activity.id) }
}

function emptyRow(context: SheetContext): SheetRow {
  return { kind: 'empty', cells: lineCells(context, '本期无服务活动记录', null, null) }
}

/** Sum of what is known; null when nothing is. */
function total(
  activities: readonly Activity[],
  amount: (activity: Activity) => number | null,
): number | null {
  const known = activities.map(amount).filter((value) => value !== null)
  return known.length === 0 ? null : exactSum(known)
}

function notesOf(
  held: readonly Activity[],
  records: Records,
  context: SheetContext,
  range: Parameters<typeof placementOf>[1],
): readonly string[] {
  const noFirms = held.filter((activity) => firmCountOf(activity, records) === null).length
  const undated = records
    .of('activity')
    .filter((activity) => notHeldIn(activity, context.pack.rules, range)?.pending === true).length
  return [
    '家数为家次(同一企业多次服务重复计算)。',
    ...(noFirms > 0 ? [`${noFirms}项缺服务企业数,未计入合计。`] : []),
    ...(undated > 0 ? [`${undated}项活动日期缺失或不够具体,未列入。`] : []),
  ]
}
