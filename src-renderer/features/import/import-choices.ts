import { unitByCode } from '#shared/codes/reporting-units.ts'
import type { Records } from '#shared/edits/read-model.ts'
import { PROFILE_ID } from '#shared/records/profile.ts'
import type { CleanOptions } from '#shared/tabular/clean-sheet.ts'
import { type CleanedWorkbook, cleanWorkbook } from '#shared/tabular/clean-workbook.ts'
import type { CleanedRow, CleanedSheet, Subject } from '#shared/tabular/cleaned.ts'
import { type ImportPlan, isImportable, planImport } from '#shared/tabular/import-plan.ts'
import type { MappingOverrides } from '#shared/tabular/map-columns.ts'
import type { Workbook } from '#shared/tabular/matrix.ts'
import { rankSheets } from '#shared/tabular/rank-sheets.ts'

/** Year of the list, `none` for 只导入企业, `sheet` for what each row of the year column says. */
export type ListChoice = number | 'none' | 'sheet'
export type ListState = '县级审定' | '拟报'

/** What the clerk decided about one workbook; every decision has a safe default. */
export interface ImportChoices {
  /** Name of the main sheet; null: the best one. */
  readonly sheet: string | null
  readonly mapping: MappingOverrides
  /** null: as the workbook says. */
  readonly list: ListChoice | null
  /** 名单是否已审定; null while unanswered. */
  readonly listState: ListState | null
  /** Rows taken in or left out against the default, by `rowKey`. */
  readonly rows: ReadonlyMap<string, boolean>
}

export const rowKey = (sheet: string, row: number): string => `${sheet}\n${row}`

/** Nothing decided; hidden columns are not imported until asked for. */
export function initialChoices(workbook: Workbook, subject: Subject, sheet: string | null): ImportChoices {
  const name = sheet ?? rankSheets(workbook, subject)[0]?.sheet
  const matrix = workbook.sheets.find((each) => each.sheet === name)
  const mapping = Object.fromEntries((matrix?.hiddenColumns ?? []).map((column) => [column, null]))
  return { sheet, mapping, list: null, listState: null, rows: new Map() }
}

/** What cleaning must know of the unit: whose codes are expected, and what day it is. */
export function unitCleanOptions(records: Records, today: string, year: number): CleanOptions {
  const unit = unitByCode(records.get('profile', PROFILE_ID)?.unit ?? '')
  const isCounty = unit?.kind === 'county' || unit?.kind === 'zone'
  return {
    today,
    ownDivision: unit?.kind === 'county' ? unit.code.slice(3) : null,
    ownUnitName: isCounty ? unit.name : null,
    defaultYear: year,
  }
}

export function cleanedByChoices(
  workbook: Workbook,
  subject: Subject,
  options: CleanOptions,
  choices: ImportChoices,
): CleanedWorkbook {
  const { sheet, mapping } = choices
  return cleanWorkbook(workbook, subject, { ...options, mapping, ...(sheet === null ? {} : { sheet }) })
}

/** The list a firm sheet speaks of by itself: its year column, its title's year, or none. */
export function statedList(main: CleanedSheet): ListChoice {
  if (main.columns.some((column) => column.target === 'participation.year')) return 'sheet'
  const year = main.rows.find((row) => row.values['participation.year'] !== undefined)?.values[
    'participation.year'
  ]
  return typeof year === 'number' ? year : 'none'
}

export function isChosen(choices: ImportChoices, sheet: string, row: CleanedRow): boolean {
  return choices.rows.get(rowKey(sheet, row.row)) ?? isImportable(row)
}

/** The list that is meant: the clerk's answer, else what the sheet says; 列入前情况 is asked for the year worked on. */
export function chosenList(main: CleanedSheet, choices: ImportChoices, year: number): ListChoice {
  if (choices.list !== null) return choices.list
  return main.subject === 'enterprises' ? statedList(main) : year
}

/** What the import would do under these choices, working on `year`; it changes nothing. */
export function planByChoices(
  cleaned: CleanedWorkbook,
  records: Records,
  choices: ImportChoices,
  year: number,
  newId: () => string,
): ImportPlan {
  const { main, companions } = cleaned
  const list = chosenList(main, choices, year)
  const isList = main.subject === 'enterprises'
  const sheets = [isList && list === 'none' ? withoutList(main) : main, ...companions]
  const chosen = new Set<CleanedRow>()
  for (const sheet of sheets)
    for (const row of sheet.rows) if (isChosen(choices, sheet.sheet, row)) chosen.add(row)
  return planImport(sheets, records, {
    newId,
    listYear: typeof list === 'number' ? list : null,
    listState: isList ? choices.listState : null,
    includeRow: (row) => chosen.has(row),
    keepColumns: new Set(main.unmapped),
  })
}

/** The question 名单是否已审定 must be answered before firms are put on a list. */
export function mustAnswerState(main: CleanedSheet, choices: ImportChoices): boolean {
  if (main.subject !== 'enterprises' || choices.listState !== null) return false
  return (choices.list ?? statedList(main)) !== 'none'
}

/** 只导入企业: what a row says about the list is left out. */
function withoutList(sheet: CleanedSheet): CleanedSheet {
  const isListed = (key: string) => key.startsWith('participation.')
  return {
    ...sheet,
    columns: sheet.columns.map((column) =>
      column.target !== null && isListed(column.target) ? { ...column, target: null } : column,
    ),
    rows: sheet.rows.map((row) => ({
      ...row,
      values: Object.fromEntries(Object.entries(row.values).filter(([key]) => !isListed(key))),
    })),
  }
}
