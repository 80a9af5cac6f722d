import type { Records } from '../edits/read-model.ts'
import { type ActivityFacts, activityFacts } from '../indicators/activity-facts.ts'
import { isVisit, notHeldIn } from '../indicators/held-activity.ts'
import type { DateRange } from '../indicators/indicator.ts'
import { exactSum } from '../indicators/measure.ts'
import { periodTitle, quarterTitle, rangeOf, type Span } from '../indicators/report-period.ts'
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
    .map((activity) => activityFacts(activity, records, rules))
  const isSummed = ({ activity, notASession }: ActivityFacts) =>
    isVisit(activity, rules) && notASession !== null
  const listed = held.filter((facts) => !isSummed(facts))
  const visits = held.filter(isSummed)
  const rows = [
    ...listed.map((facts, at) => activityRow(facts, at + 1, context)),
    ...(visits.length === 0 ? [] : [visitsRow(visits, context)]),
  ]
  return {
    ...sheetFrame('form5', form, context),
    period: span === 'quarter' ? quarterTitle(context.period) : periodTitle(context.period),
    columns: sheetColumns(form.columns, context.period),
    rows: rows.length === 0 ? [emptyRow(context)] : [...rows, totalRow(held, context)],
    notes: notesOf(held, records, context, range),
  }
}

function byDate(a: Activity, b: Activity): number {
  const left = `${a.date ?? ''} ${a.number ?? ''}`
  const right = `${b.date ?? ''} ${b.number ?? ''}`
  return left < right ? -1 : left > right ? 1 : 0
}

function activityRow(facts: ActivityFacts, number: number, context: SheetContext): SheetRow {
  const { activity } = facts
  const cells = cellsOf(context.pack.forms.form5.columns, {
    number: countCell(number),
    date: dateCell(activity.date),
    name: textCell(activity.name),
    category: textCell(activity.category),
    mode: textCell(activity.mode),
    agency: textCell(activity.agency),
    place: textCell(activity.place),
    firms: countCell(facts.firms),
    people: countCell(facts.people),
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

function visitsRow(visits: readonly ActivityFacts[], context: SheetContext): SheetRow {
  const modes = context.pack.rules.activities.visitModes
    .map((mode) => ({ mode, times: visits.filter(({ activity }) => activity.mode === mode).length }))
    .filter(({ times }) => times > 0)
    .map(({ mode, times }) => `${mode}${times}次`)
  return sumRow('group', `${modes.join('、')}（只计家次）`, visits, context)
}

function totalRow(held: readonly ActivityFacts[], context: SheetContext): SheetRow {
  const sessions = held.filter((facts) => facts.notASession === null).length
  return sumRow('total', `合计（计入场次${sessions}场）`, held, context)
}

function sumRow(
  kind: 'group' | 'total',
  name: string,
  held: readonly ActivityFacts[],
  context: SheetContext,
): SheetRow {
  const firms = knownSum(held.map((facts) => facts.firms))
  const people = knownSum(held.map((facts) => facts.people))
  const source = held.map(({ activity }) => activity.id)
  return { kind, cells: lineCells(context, name, firms, people), source }
}

function emptyRow(context: SheetContext): SheetRow {
  return { kind: 'empty', cells: lineCells(context, '本期无服务活动记录', null, null) }
}

/** Sum of what is known; null when nothing is. */
function knownSum(amounts: readonly (number | null)[]): number | null {
  const known = amounts.filter((amount) => amount !== null)
  return known.length === 0 ? null : exactSum(known)
}

function notesOf(
  held: readonly ActivityFacts[],
  records: Records,
  context: SheetContext,
  range: DateRange,
): readonly string[] {
  const noFirms = held.filter((facts) => facts.firms === null).length
  const undated = records
    .of('activity')
    .filter((activity) => notHeldIn(activity, context.pack.rules, range)?.gap != null).length
  return [
    '家数为家次（同一企业多次服务重复计算）。',
    ...(noFirms > 0 ? [`${noFirms}项缺服务企业数，未计入合计。`] : []),
    ...(undated > 0 ? [`${undated}项活动日期缺失或不够具体，未列入。`] : []),
  ]
}
