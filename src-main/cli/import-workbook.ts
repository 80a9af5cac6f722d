import { basename } from 'node:path'
import type { ImportedFile } from '#shared/cli/report-output.ts'
import type { AppError } from '#shared/errors/app-error.ts'
import type { ReportPeriod } from '#shared/indicators/indicator.ts'
import type { ReportingUnit } from '#shared/pack/plan-pack.ts'
import { err, ok, type Result } from '#shared/result.ts'
import { cleanWorkbook } from '#shared/tabular/clean-workbook.ts'
import type { CleanedSheet, Subject } from '#shared/tabular/cleaned.ts'
import { isImportable, planImport } from '#shared/tabular/import-plan.ts'
import type { Workbook } from '#shared/tabular/matrix.ts'
import type { CliIo } from './io.ts'
import type { Ledger } from './ledger.ts'
import { readInput } from './read-input.ts'
import { SUBJECT_TITLES } from './subject-titles.ts'

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
  const plan = planImport(cleaned.value, ledger.records(), {
    newId: io.newId,
    listYear: task.period.year,
    listState: '县级审定',
    includeRow: isImportable,
  })
  const [main] = cleaned.value
  if (plan.operations.length > 0) {
    const committed = await ledger.commit({
      ops: plan.operations,
      why: { kind: 'imported', file: basename(task.path), sheet: main?.sheet ?? '' },
      title: `导入${SUBJECT_TITLES[task.subject]} ${basename(task.path)}`.slice(0, 200),
    })
    if (!committed.ok) return committed
  }
  const skipped = plan.rows.flatMap(({ sheet, row, reason }) =>
    reason === null ? [] : [{ sheet, row, reason }],
  )
  const { new: added, changed, same } = plan.counts
  return ok({ file: basename(task.path), subject: task.subject, new: added, changed, same, skipped })
}

function cleanedSheets(workbook: Workbook, task: ImportTask): Result<readonly CleanedSheet[], AppError> {
  const { main, companions } = cleanWorkbook(workbook, task.subject, {
    today: task.today,
    ownDivision: task.unit.division,
    ownUnitName: task.unit.trial === true ? null : task.unit.name,
    defaultYear: task.period.year,
  })
  const fileName = workbook.file
  if (main.headerRows.length === 0)
    return err({ code: 'cli.no-table', fileName, subject: SUBJECT_TITLES[task.subject] })
  const sheets = [main, ...companions]
  const unsettled = sheets.flatMap(unsettledRows)
  const [first] = unsettled
  if (first === undefined) {
    const pairs = main.duplicates.map(({ rows: [a, b], reason }) => `第 ${a} 行与第 ${b} 行${reason}`)
    if (pairs.length === 0) return ok(sheets)
    const shown = pairs.slice(0, SHOWN).join('、')
    return err({ code: 'cli.duplicate-rows', fileName, pairs: shown, count: pairs.length })
  }
  const shown = unsettled.slice(0, SHOWN).map(({ row }) => row)
  const rows = `${shown.join('、')}${unsettled.length > shown.length ? '…' : ''}`
  return err({
    code: 'cli.rows-unsettled',
    fileName,
    rows,
    count: unsettled.length,
    first: first.message,
  })
}

function unsettledRows(sheet: CleanedSheet): { readonly row: number; readonly message: string }[] {
  return sheet.rows
    .filter((row) => row.pile === 'todo')
    .map(({ row, findings }) => {
      const worst = findings.find(({ severity }) => severity === 'blocking') ?? findings[0]
      return { row, message: worst?.message ?? '需处理' }
    })
}
