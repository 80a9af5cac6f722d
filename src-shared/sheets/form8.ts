import type { Records } from '../edits/read-model.ts'
import { type ListEntry, yearList } from '../indicators/year-list.ts'
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

/** 表8 年度参与企业名单 at the cut-off, in the order of the list; exits stay with date and reason (J3, J14). */
export function form8(records: Records, context: SheetContext): Sheet {
  const form = context.pack.forms.form8
  const { entries, listed } = yearList(records, context.pack.rules, context.period)
  const pending = entries.filter((entry) => entry.verdict.gap !== null).length
  const rows = [...listed.values()].map((entry, at) => firmRow(entry, at + 1, context))
  return {
    ...sheetFrame('form8', form, context),
    period: `${context.period.year}年`,
    columns: sheetColumns(form.columns, context.period),
    rows:
      rows.length === 0
        ? [lineRow('empty', '本年名单尚无企业', context)]
        : [...rows, totalRow(listed, context)],
    notes: pending > 0 ? [`另有${pending}家列入日期不够具体，待核实，未列入。`] : [],
  }
}

function firmRow({ participation, firm }: ListEntry, number: number, context: SheetContext): SheetRow {
  const cells = cellsOf(context.pack.forms.form8.columns, {
    number: countCell(number),
    name: textCell(firm?.name),
    code: textCell(firm?.code),
    park: textCell(firm?.park),
    product: textCell(firm?.product),
    size: sizeText(firm?.size, firm?.aboveScale),
    type: textCell(participation.type),
    listedOn: dateCell(participation.listedOn),
    priorGrants: priorGrantsCell(participation),
    pending: countCell(participation.pendingApplications),
    targetApplications: countCell(participation.targetApplications),
    targetGrants: countCell(participation.targetGrants),
    agency: textCell(participation.agency),
    cadre: textCell(participation.cadre),
    note: noteText(participation),
  })
  return { kind: 'data', cells, source: [participation.id] }
}

function sizeText(size: string | undefined, aboveScale: boolean | undefined) {
  const scale = aboveScale === undefined ? undefined : aboveScale ? '规上' : '规下'
  const parts = [size, scale].filter((part) => part !== undefined)
  return parts.length === 0 ? null : parts.join('/')
}

/** 从未 is a known 0; 未查 is unknown and prints its word. */
function priorGrantsCell({ priorGrants, priorGrantCount }: ListEntry['participation']) {
  if (priorGrants === '未查') return '未查'
  if (priorGrantCount !== undefined) return countCell(priorGrantCount)
  return priorGrants === '从未' ? countCell(0) : textCell(priorGrants)
}

function noteText({ exitedOn, exitReason, note }: ListEntry['participation']): string {
  const exit =
    exitedOn === undefined ? [] : [`${exitedOn}退出${exitReason === undefined ? '' : `：${exitReason}`}`]
  return [...exit, ...(note === undefined ? [] : [note])].join('；')
}

function totalRow(listed: ReadonlyMap<string, ListEntry>, context: SheetContext): SheetRow {
  const types = [...listed.values()].map((entry) => entry.participation.type)
  const count = (type: string) => types.filter((entry) => entry === type).length
  const untyped = types.filter((type) => type === undefined).length
  const parts = [
    `破零${count('破零')}家`,
    `倍增${count('倍增')}家`,
    ...(untyped > 0 ? [`未分类${untyped}家`] : []),
  ]
  return lineRow('total', `合计${types.length}家（${parts.join('，')}）`, context)
}

function lineRow(kind: 'total' | 'empty', name: string, context: SheetContext): SheetRow {
  const columns = context.pack.forms.form8.columns
  return { kind, cells: columns.map((column) => (column.value === 'name' ? name : '')) }
}
