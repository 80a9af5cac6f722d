import type { EditDraft } from '#shared/edits/edit.ts'
import { restoreRecord, voidRecord } from '#shared/edits/operations.ts'
import type { AppError } from '#shared/errors/app-error.ts'
import type { Result } from '#shared/result.ts'
import type { Workspace } from '../workspace/workspace.ts'

export interface VoidedFirm {
  readonly id: string
  readonly name: string
}

/** 作废: entered by mistake, never counted, restorable. Several firms are one action. */
export function voidEnterprises(
  workspace: Workspace,
  firms: readonly VoidedFirm[],
  reason: string,
): Promise<Result<EditDraft, AppError>> {
  return workspace.commit({
    ops: firms.map((firm) => voidRecord('enterprise', firm.id, reason)),
    why: { kind: 'typed' },
    title: `作废 ${namesOf(firms)}`,
  })
}

/** Takes 作废 back. */
export function restoreEnterprises(
  workspace: Workspace,
  firms: readonly VoidedFirm[],
): Promise<Result<EditDraft, AppError>> {
  return workspace.commit({
    ops: firms.map((firm) => restoreRecord('enterprise', firm.id)),
    why: { kind: 'typed' },
    title: `恢复 ${namesOf(firms)}`,
  })
}

function namesOf(firms: readonly VoidedFirm[]): string {
  const [only] = firms
  return firms.length === 1 && only !== undefined ? only.name : `${firms.length} 家企业`
}
