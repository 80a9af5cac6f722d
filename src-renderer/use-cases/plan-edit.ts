import type { EditDraft, FieldValue } from '#shared/edits/edit.ts'
import { restoreRecord, setFields, voidRecord } from '#shared/edits/operations.ts'
import type { AppError } from '#shared/errors/app-error.ts'
import { targetKey } from '#shared/indicators/plan-targets.ts'
import type { PackIndicator } from '#shared/pack/plan-pack.ts'
import { fieldOf } from '#shared/records/dictionary.ts'
import type { Result } from '#shared/result.ts'
import type { Workspace } from '../workspace/workspace.ts'

/** Sets one field of the 实施方案; null empties it. */
export function editPlan(
  workspace: Workspace,
  id: string,
  field: string,
  value: FieldValue,
): Promise<Result<EditDraft, AppError>> {
  return workspace.commit({
    ops: [{ record: 'plan', id, set: { [field]: value } }],
    why: { kind: 'typed' },
    title: `修改实施方案的${fieldOf('plan', field).title}`,
  })
}

/** Sets the county's target of one indicator in one year; null takes it away. */
export function setPlanTarget(
  workspace: Workspace,
  id: string,
  indicator: Pick<PackIndicator, 'id' | 'title' | 'unit'>,
  year: number,
  value: number | null,
): Promise<Result<EditDraft, AppError>> {
  const target = value === null ? null : { indicator: indicator.id, year, value }
  return workspace.commit({
    ops: [setFields('plan', id, { targets: { [targetKey(indicator.id, year)]: target } })],
    why: { kind: 'typed' },
    title:
      value === null
        ? `清除${year}年${indicator.title}目标`
        : `${year}年${indicator.title}目标改为 ${value} ${indicator.unit}`,
  })
}

/** 作废 of a plan entered by mistake; a plan out of force is 废止 instead. */
export function voidPlan(
  workspace: Workspace,
  id: string,
  reason: string,
): Promise<Result<EditDraft, AppError>> {
  return workspace.commit({
    ops: [voidRecord('plan', id, reason)],
    why: { kind: 'typed' },
    title: `作废实施方案 ${workspace.records.get('plan', id)?.title ?? ''}`.slice(0, 200),
  })
}

export function restorePlan(workspace: Workspace, id: string): Promise<Result<EditDraft, AppError>> {
  return workspace.commit({
    ops: [restoreRecord('plan', id)],
    why: { kind: 'typed' },
    title: '恢复实施方案',
  })
}
