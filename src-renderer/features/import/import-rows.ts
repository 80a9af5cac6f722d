import type { FieldValue } from '#shared/edits/edit.ts'
import type { Records } from '#shared/edits/read-model.ts'
import { CUSTOM_PREFIX, fieldsOf, RECORD_TITLES, type RecordType } from '#shared/records/dictionary.ts'
import { formatField } from '#shared/records/parse-typed.ts'
import type { CleanedRow, CleanedSheet, Pile } from '#shared/tabular/cleaned.ts'
import type { PlannedChange } from '#shared/tabular/import/staging.ts'
import type { ImportPlan, PlannedRow } from '#shared/tabular/import-plan.ts'
import { type ImportChoices, isChosen, rowKey } from './import-choices.ts'

/** One source row as the preview shows it. */
export interface PreviewRow {
  readonly source: CleanedRow
  readonly name: string
  readonly code: string
  readonly chosen: boolean
  /** null: the row cannot be taken in, whatever is ticked. */
  readonly canChoose: boolean
  readonly planned: PlannedRow | undefined
}

/** What the two columns of the preview say of a row of this sheet; companions are about firms. */
export function rowWords(sheet: CleanedSheet): { readonly name: string; readonly key: string } {
  const isMain = sheet.role === 'main'
  switch (sheet.subject) {
    case 'patents':
      return isMain ? { name: '专利名称', key: '申请号' } : { name: '企业名称', key: '统一社会信用代码' }
    case 'activities':
      return { name: isMain ? '活动名称' : '企业名称', key: '活动编号' }
    case 'enterprises':
    case 'figures':
      return { name: '企业名称', key: '统一社会信用代码' }
  }
}

/** The rows of one pile, in the order of the sheet. */
export function previewRows(
  sheet: CleanedSheet,
  pile: Pile,
  choices: ImportChoices,
  planned: ReadonlyMap<string, PlannedRow>,
): readonly PreviewRow[] {
  return sheet.rows
    .filter((row) => row.pile === pile)
    .map((source) => ({
      source,
      name: nameOf(sheet, source),
      code: source.key ?? textOf(source, 'enterprise.code'),
      chosen: isChosen(choices, sheet.sheet, source),
      canChoose: canBeTaken(sheet, source),
      planned: planned.get(rowKey(sheet.sheet, source.row)),
    }))
}

export function plannedByRow(plan: ImportPlan): ReadonlyMap<string, PlannedRow> {
  return new Map(plan.rows.map((row) => [rowKey(row.sheet, row.row), row]))
}

/** Without what identifies its record a row cannot be taken in, even with its wrong cells left out. */
export function canBeTaken(sheet: CleanedSheet, row: CleanedRow): boolean {
  if (row.pile === 'notData' || sheet.headerRows.length === 0) return false
  const has = (key: string) => row.values[key] !== undefined
  const isMain = sheet.role === 'main'
  switch (sheet.subject) {
    case 'enterprises':
      return has('enterprise.name')
    case 'patents':
      return isMain ? has('patent.applicationNo') : has('enterprise.code') || has('enterprise.name')
    case 'figures':
      return (
        (has('enterprise.code') || has('enterprise.name')) && has('figures.year') && has('figures.period')
      )
    case 'activities':
      return isMain ? has('activity.date') : has('activity.number')
  }
}

/** What ticking a row of 需处理 would do, said beside the box. */
export function takenAs(row: CleanedRow): string {
  const isUncoded = row.values['enterprise.code'] === undefined
  const blocked = row.findings.filter((finding) => finding.severity === 'blocking')
  if (blocked.some((finding) => finding.kind === 'hidden-row')) return '隐藏行也导入'
  if (blocked.some((finding) => finding.kind === 'same-name-different-code')) return '按两家企业导入'
  if (isUncoded && blocked.every((finding) => finding.field === 'enterprise.code')) return '按名称暂存'
  return '有问题的格留空，其余导入'
}

/** Other rows that are, or may be, the same thing. */
export function twinsOf(sheet: CleanedSheet, row: number): readonly string[] {
  return sheet.duplicates
    .filter((pair) => pair.rows.includes(row))
    .map((pair) => `与第${pair.rows[0] === row ? pair.rows[1] : pair.rows[0]}行${pair.reason}`)
}

export interface ShownChange {
  readonly what: string
  readonly before: string
  readonly after: string
  readonly cell: string
}

/** A planned change in words: 企业 联系电话, before, after. */
export function shownChange(change: PlannedChange, records: Records): ShownChange {
  const [name = '', element] = change.field.split('/')
  const field = fieldsOf(change.record).get(name)
  const title = name.startsWith(CUSTOM_PREFIX)
    ? (records.get('column', name.slice(CUSTOM_PREFIX.length))?.title ?? '自定义列')
    : (field?.title ?? name)
  const show = (value: FieldValue) => {
    const shown = element === undefined || value === null ? value : { only: value }
    return formatField({ kind: field?.kind ?? 'text' }, shown)
  }
  const after = change.field === 'enterprise' ? firmName(records, change.after) : show(change.after)
  return {
    what: `${recordWord(change.record)}${title}`,
    before: show(change.before),
    after,
    cell: change.cell === '' ? placeless(change.record) : change.cell,
  }
}

/** Year and 名单状态 of an entry come from the questions above the rows when they stand in no cell. */
function placeless(record: RecordType): string {
  return record === 'participation' ? '按上方选择' : '—'
}

function recordWord(type: RecordType): string {
  return type === 'enterprise' ? '' : `${RECORD_TITLES[type]}：`
}

function firmName(records: Records, id: FieldValue): string {
  return typeof id === 'string' ? (records.get('enterprise', id)?.name ?? '本行企业') : ''
}

function nameOf(sheet: CleanedSheet, row: CleanedRow): string {
  if (row.pile === 'notData') return row.findings[0]?.before ?? ''
  const isMain = sheet.role === 'main'
  if (sheet.subject === 'patents' && isMain) return textOf(row, 'patent.title')
  if (sheet.subject === 'activities' && isMain) return textOf(row, 'activity.name')
  const firm = textOf(row, 'enterprise.name')
  if (sheet.subject !== 'figures') return firm
  const [year, period] = [row.values['figures.year'], textOf(row, 'figures.period')]
  return `${firm} ${typeof year === 'number' ? `${year}年` : ''}${period}`.trim()
}

function textOf(row: CleanedRow, key: string): string {
  const value = row.values[key]
  return typeof value === 'string' ? value : ''
}
