import type { EditDraft } from '#shared/edits/edit.ts'
import type { AppError } from '#shared/errors/app-error.ts'
import type { Result } from '#shared/result.ts'
import type { CleanedSheet, Subject } from '#shared/tabular/cleaned.ts'
import type { ImportPlan } from '#shared/tabular/import-plan.ts'
import type { Workspace } from '../workspace/workspace.ts'

const COUNTED: { readonly [S in Subject]: string } = {
  enterprises: '家企业',
  patents: '件专利',
  figures: '条企业数据',
  activities: '次服务活动',
}

/** Rows of the main sheet and of its companions that would add or change something. */
export function importedCounts(
  plan: ImportPlan,
  mainSheet: string,
): { readonly main: number; readonly companions: number } {
  let main = 0
  let companions = 0
  for (const row of plan.rows) {
    if (row.status !== 'new' && row.status !== 'changed') continue
    if (row.sheet === mainSheet) main++
    else companions++
  }
  return { main, companions }
}

/** 导入 120 家企业; an import that only fills companions says so: 导入 120 行“列入前情况”. */
export function importTitle(
  plan: ImportPlan,
  main: CleanedSheet,
  companions: readonly CleanedSheet[],
): string {
  const counts = importedCounts(plan, main.sheet)
  if (counts.main > 0 || counts.companions === 0) return `导入 ${counts.main} ${COUNTED[main.subject]}`
  return `导入 ${counts.companions} 行“${companions.map((each) => each.sheet).join('、')}”`
}

/** Takes a plan in as one edit, undone as one. */
export function importWorkbook(
  workspace: Workspace,
  plan: ImportPlan,
  main: CleanedSheet,
  companions: readonly CleanedSheet[],
): Promise<Result<EditDraft, AppError>> {
  return workspace.commit({
    ops: plan.operations,
    why: { kind: 'imported', file: main.file.slice(0, 200), sheet: main.sheet.slice(0, 100) },
    title: importTitle(plan, main, companions),
  })
}
