import type { EditDraft } from '#shared/edits/edit.ts'
import { restoreRecord, voidRecord } from '#shared/edits/operations.ts'
import type { AppError } from '#shared/errors/app-error.ts'
import type { Result } from '#shared/result.ts'
import type { Workspace } from '../workspace/workspace.ts'

/** 作废 of entries of a year's list made by mistake: not counted, unlike 退出名单. */
export function voidEntries(
  workspace: Workspace,
  ids: readonly string[],
  year: number,
  reason: string,
): Promise<Result<EditDraft, AppError>> {
  return workspace.commit({
    ops: ids.map((id) => voidRecord('participation', id, reason)),
    why: { kind: 'typed' },
    title: `作废${year}年名单中 ${ids.length} 家企业`,
  })
}

/** Takes 作废 of entries of a year's list back. */
export function restoreEntries(
  workspace: Workspace,
  ids: readonly string[],
  year: number,
): Promise<Result<EditDraft, AppError>> {
  return workspace.commit({
    ops: ids.map((id) => restoreRecord('participation', id)),
    why: { kind: 'typed' },
    title: `恢复${year}年名单中 ${ids.length} 家企业`,
  })
}
