import type { EditDraft } from '#shared/edits/edit.ts'
import { setFields } from '#shared/edits/operations.ts'
import type { AppError } from '#shared/errors/app-error.ts'
import type { PlanMeasure } from '#shared/records/plan.ts'
import type { Result } from '#shared/result.ts'
import type { Workspace } from '../workspace/workspace.ts'

/** Adds a 工作举措. */
export function addMeasure(
  workspace: Workspace,
  newId: () => string,
  plan: string,
  measure: PlanMeasure,
): Promise<Result<EditDraft, AppError>> {
  return commit(workspace, plan, { [newId()]: measure }, `新增举措“${measure.measure}”`)
}

/** Changes one 工作举措; `what` is the title of the changed column. */
export function editMeasure(
  workspace: Workspace,
  plan: string,
  key: string,
  measure: PlanMeasure,
  what: string,
): Promise<Result<EditDraft, AppError>> {
  return commit(workspace, plan, { [key]: measure }, `修改举措“${measure.measure}”的${what}`)
}

/** Takes 工作举措 out as one action. */
export function removeMeasures(
  workspace: Workspace,
  plan: string,
  keys: readonly string[],
): Promise<Result<EditDraft, AppError>> {
  const [only] = keys
  const measures = workspace.records.get('plan', plan)?.measures
  const name =
    keys.length === 1 && only !== undefined ? `“${measures?.[only]?.measure ?? ''}”` : ` ${keys.length} 项`
  return commit(workspace, plan, Object.fromEntries(keys.map((key) => [key, null])), `移除举措${name}`)
}

function commit(
  workspace: Workspace,
  plan: string,
  measures: Readonly<Record<string, PlanMeasure | null>>,
  title: string,
): Promise<Result<EditDraft, AppError>> {
  return workspace.commit({
    ops: [setFields('plan', plan, { measures })],
    why: { kind: 'typed' },
    title: title.slice(0, 200),
  })
}
