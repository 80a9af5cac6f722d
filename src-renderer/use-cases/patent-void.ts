import type { EditDraft } from '#shared/edits/edit.ts'
import { restoreRecord, voidRecord } from '#shared/edits/operations.ts'
import type { AppError } from '#shared/errors/app-error.ts'
import type { Result } from '#shared/result.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { patentName } from './patent-name.ts'

/** 作废 of patents entered by mistake: counted nowhere, restorable. */
export function voidPatents(
  workspace: Workspace,
  ids: readonly string[],
  reason: string,
): Promise<Result<EditDraft, AppError>> {
  return workspace.commit({
    ops: ids.map((id) => voidRecord('patent', id, reason)),
    why: { kind: 'typed' },
    title: `作废专利 ${namesOf(workspace, ids)}`,
  })
}

/** Takes 作废 back. */
export function restorePatents(
  workspace: Workspace,
  ids: readonly string[],
): Promise<Result<EditDraft, AppError>> {
  return workspace.commit({
    ops: ids.map((id) => restoreRecord('patent', id)),
    why: { kind: 'typed' },
    title: `恢复专利 ${namesOf(workspace, ids)}`,
  })
}

function namesOf(workspace: Workspace, ids: readonly string[]): string {
  const [only] = ids
  return ids.length === 1 && only !== undefined ? patentName(workspace.records, only) : `${ids.length} 件`
}
