import { basename } from 'node:path'
import { namedUnit } from '#shared/cli/named-unit.ts'
import type { ImportedFile } from '#shared/cli/report-output.ts'
import { sheetSummary } from '#shared/cli/sheet-findings.ts'
import type { AppError } from '#shared/errors/app-error.ts'
import type { ReportPeriod } from '#shared/indicators/indicator.ts'
import type { ReportingUnit } from '#shared/pack/plan-pack.ts'
import { err, ok, type Result } from '#shared/result.ts'
import { type CleanedWorkbook, cleanWorkbook } from '#shared/tabular/clean-workbook.ts'
import type { CleanedSheet, Subject } from '#shared/tabular/cleaned.ts'
import { SUBJECT_TITLES } from '#shared/tabular/cleaned.ts'
import { isImportable, planImport } from '#shared/tabular/import-plan.ts'
import type { Workbook } from '#shared/tabular/matrix.ts'
import type { CliIo } from './io.ts'
import type { Ledger } from './ledger.ts'
import { readInput } from './read-input.ts'
import { tableProblem } from './table-problem.ts'

/** How many rows a sentence names. */
const SHOWN = 10

export interface ImportTask {
  readonly subject: Subject
  readonly path: string
  readonly unit: ReportingUnit
  readonly period: ReportPeriod
  /** `YYYY-MM-DD`. */
  readonly today: string
}

/**
 * Takes a workbook in as one edit. A row that needs a decision, or the same thing twice, refuses the whole file:
 * nobody is here to decide.
 */
export async function importWorkbook(
  io: CliIo,
  ledger: Ledger,
  task: ImportTask,
): Promise<Result<ImportedFile, AppError>> {
  const workbook = await readInput(io, task.path)
  if (!workbook.ok) return workbook
  const cleaned = cleanedSheets(workbook.value, task)
  if (!cleaned.ok) return cleaned
  const { main, companions } = cleaned.value
  const plan = planImport([main, ...companions], ledger.records(), {
    newId: io.newId,
    listYear: task.period.year,
    listState: '县级审定',
    includeRow: isImportable,
  })
  if (plan.operations.length > 0) {
    const committed = await ledger.commit({
      ops: plan.operations,
      why: { kind: 'imported', file: basename(task.path), sheet: main.sheet },
      title: `导入${SUBJECT_TITLES[task.subject]} ${basename(task.path)}`.slice(0, 200),
    })
    if (!committed.ok) return committed
  }
  const skipped = plan.rows.flatMap(({ sheet, row, reason }) =>
    reason === null ? [] : [{ sheet, row, reason }],
  )
  const { new: added, changed, same } = plan.counts
  return ok({
    file: basename(task.path),
    subject: task.subject,
    ...sheetSummary(main),
    companions: companions.map(sheetSummary),
    new: added,
    changed,
    same,
    skipped,
  })
}

type Sheets = Pick<CleanedWorkbook, 'main' | 'companions'>

function cleanedSheets(workbook: Workbook, task: ImportTask): Result<Sheets, AppError> {
  const cleaned = cleanWorkbook(workbook, task.subject, {
    today: task.today,
    ownDivision: task.unit.division,
    ownUnitName: task.unit.trial === true ? null : task.unit.name,
    defaultYear: task.period.year,
  })
  const problem =
    tableProblem(workbook, task.subject, cleaned.main) ??
    unitProblem(workbook, cleaned.main, task) ??
    unsettledProblem(workbook.file, [cleaned.main, ...cleaned.companions]) ??
    duplicateProblem(workbook.file, cleaned.main)
  return problem === null ? ok(cleaned) : err(problem)
}

/** Rows of another 填报单位, or a list whose title names another: no firm is signed for a unit it does not belong to. */
function unitProblem(workbook: Workbook, main: CleanedSheet, { unit, subject }: ImportTask): AppError | null {
  if (unit.trial === true || subject !== 'enterprises') return null
  const fileName = workbook.file
  const foreign = main.rows.filter(({ findings }) => findings.some(({ kind }) => kind === 'other-unit'))
  const [first] = foreign
  if (first !== undefined) {
    const named = String(first.values['enterprise.unit'] ?? '')
    const rows = rowList(foreign.map(({ row }) => row))
    return { code: 'cli.rows-of-other-unit', fileName, rows, count: foreign.length, named, unit: unit.name }
  }
  const hasColumn = main.columns.some(({ target }) => target === 'enterprise.unit')
  const named = hasColumn ? null : namedUnit(workbook)
  if (named === null || named.code === unit.code) return null
  return { code: 'cli.list-of-other-unit', fileName, named: named.name, unit: unit.name }
}

function unsettledProblem(fileName: string, sheets: readonly CleanedSheet[]): AppError | null {
  const unsettled = sheets.map((sheet) => ({ sheet: sheet.sheet, rows: unsettledRows(sheet) }))
  const all = unsettled.flatMap(({ rows }) => rows)
  const [first] = all
  if (first === undefined) return null
  // Only a companion has to be named: the file is its main sheet.
  const places = unsettled.flatMap(({ sheet, rows }, at) =>
    rows.length === 0 ? [] : [`${at === 0 ? '' : `“${sheet}”`}第 ${rowList(rows.map(({ row }) => row))} 行`],
  )
  const rows = places.join('；')
  return { code: 'cli.rows-unsettled', fileName, rows, count: all.length, first: first.message }
}

function duplicateProblem(fileName: string, { duplicates }: CleanedSheet): AppError | null {
  const pairs = duplicates.map(({ rows: [a, b], reason }) => `第 ${a} 行与第 ${b} 行${reason}`)
  if (pairs.length === 0) return null
  const shown = pairs.slice(0, SHOWN).join('、')
  return { code: 'cli.duplicate-rows', fileName, pairs: shown, count: pairs.length }
}

const rowList = (rows: readonly number[]): string =>
  `${rows.slice(0, SHOWN).join('、')}${rows.length > SHOWN ? '…' : ''}`

function unsettledRows(sheet: CleanedSheet): { readonly row: number; readonly message: string }[] {
  return sheet.rows
    .filter((row) => row.pile === 'todo')
    .map(({ row, findings }) => {
      const worst = findings.find(({ severity }) => severity === 'blocking') ?? findings[0]
      return { row, message: worst?.message ?? '需处理' }
    })
}
