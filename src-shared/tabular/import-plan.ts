import type { WriteOperation } from '../edits/edit.ts'
import type { Records } from '../edits/read-model.ts'
import type { RecordType } from '../records/dictionary.ts'
import type { CleanedRow, CleanedSheet, Subject } from './cleaned.ts'
import { FirmIndex } from './import/firm-index.ts'
import {
  type ImportContext,
  type ImportOptions,
  knownKeys,
  type RowOutcome,
} from './import/import-context.ts'
import { planActivity, planParticipant } from './import/plan-activities.ts'
import { planEnterprises } from './import/plan-enterprises.ts'
import { planBaseline, planFigures, planPatent } from './import/plan-patents.ts'
import { SheetSource } from './import/sheet-source.ts'
import { type PlannedChange, Staging, sourceKey } from './import/staging.ts'

/** 新增 / 有变化 / 无变化 / 未导入. */
export type RowStatus = 'new' | 'changed' | 'same' | 'skipped'

export interface PlannedRow {
  readonly sheet: string
  /** 1-based sheet row. */
  readonly row: number
  readonly status: RowStatus
  /** Why a row is skipped, in words; null otherwise. */
  readonly reason: string | null
  /** Empty for a new row: everything in it is new. */
  readonly changes: readonly PlannedChange[]
}

/** What an import would do: shown first, then committed as one edit. */
export interface ImportPlan {
  readonly rows: readonly PlannedRow[]
  readonly operations: readonly WriteOperation[]
  readonly counts: Readonly<Record<RowStatus, number>>
}

const PRIMARY: { readonly [S in Subject]: RecordType } = {
  enterprises: 'enterprise',
  patents: 'patent',
  figures: 'figures',
  activities: 'activity',
}

const primaryOf = (subject: Subject | undefined): RecordType | null =>
  subject === undefined ? null : PRIMARY[subject]

/** Rows whose pile is 可导入 or 已自动规范: the default choice. */
export const isImportable = (row: CleanedRow): boolean => row.pile === 'ok' || row.pile === 'fixed'

/** Matches cleaned rows (main sheet first, then companions) to the records and gives the edit that would take them in. */
export function planImport(
  cleaned: readonly CleanedSheet[],
  records: Records,
  options: ImportOptions,
): ImportPlan {
  const staging = new Staging(records)
  const context: ImportContext = {
    records,
    options,
    staging,
    firms: new FirmIndex(records),
    known: knownKeys(records),
  }
  const outcomes = cleaned.map((sheet, at) => planSheet(context, new SheetSource(sheet, at)))
  const subjects = cleaned.map((sheet) => sheet.subject)
  const { operations, changes, isNew } = staging.finish((sheet) => primaryOf(subjects[sheet]))
  const rows = cleaned.flatMap((sheet, at) =>
    sheet.rows
      .filter((row) => row.pile !== 'notData')
      .map((row): PlannedRow => {
        const key = sourceKey({ sheet: at, row: row.row })
        const reason = outcomes[at]?.get(row) ?? null
        const made = changes.get(key) ?? []
        const found = isNew.has(key) ? 'new' : made.length > 0 ? 'changed' : 'same'
        const status = reason === null ? found : 'skipped'
        return { sheet: sheet.sheet, row: row.row, status, reason, changes: made }
      }),
  )
  const counts = { new: 0, changed: 0, same: 0, skipped: 0 }
  for (const row of rows) counts[row.status]++
  return { rows, operations, counts }
}

const NOT_CHOSEN = '没有选择导入'

function planSheet(context: ImportContext, from: SheetSource): Map<CleanedRow, RowOutcome> {
  const data = from.sheet.rows.filter((row) => row.pile !== 'notData')
  const chosen = data.filter(context.options.includeRow)
  const outcomes = new Map<CleanedRow, RowOutcome>(data.map((row) => [row, NOT_CHOSEN]))
  const planned =
    from.sheet.subject === 'enterprises'
      ? planEnterprises(context, from, chosen)
      : planEach(context, from, chosen)
  for (const [row, outcome] of planned) outcomes.set(row, outcome)
  return outcomes
}

function planEach(
  context: ImportContext,
  from: SheetSource,
  rows: readonly CleanedRow[],
): Map<CleanedRow, RowOutcome> {
  const plan = rowPlanner(from)
  return new Map(rows.map((row) => [row, plan(context, from, row)]))
}

/** Companions of patents are 列入前情况, of activities 参加企业. */
function rowPlanner({
  sheet: { subject, role },
}: SheetSource): (context: ImportContext, from: SheetSource, row: CleanedRow) => RowOutcome {
  if (subject === 'figures') return planFigures
  if (subject === 'patents') return role === 'main' ? planPatent : planBaseline
  return role === 'main' ? planActivity : planParticipant
}
