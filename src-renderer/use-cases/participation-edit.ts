import type { EditDraft, FieldValue } from '#shared/edits/edit.ts'
import { setFields } from '#shared/edits/operations.ts'
import type { AppError } from '#shared/errors/app-error.ts'
import type { Result } from '#shared/result.ts'
import type { Workspace } from '../workspace/workspace.ts'
import type { EditedField } from './enterprise-edit.ts'

/** Sets one field of a firm's entry in a year's list; null empties it. */
export function editParticipation(
  workspace: Workspace,
  id: string,
  field: EditedField,
  value: FieldValue,
): Promise<Result<EditDraft, AppError>> {
  return workspace.commit({
    ops: [{ record: 'participation', id, set: { [field.name]: value } }],
    why: { kind: 'typed' },
    title: `修改 ${entryName(workspace, id)} 的${field.title}`,
  })
}

/** 退出名单: a date and a reason; the firm stays counted for its year. */
export function exitList(
  workspace: Workspace,
  ids: readonly string[],
  exitedOn: string,
  exitReason: string,
): Promise<Result<EditDraft, AppError>> {
  return workspace.commit({
    ops: ids.map((id) => setFields('participation', id, { exitedOn, exitReason })),
    why: { kind: 'typed' },
    title: `${entryNames(workspace, ids)} 退出名单`,
  })
}

/** Takes 退出名单 back: the date and the reason are emptied. */
export function rejoinList(
  workspace: Workspace,
  ids: readonly string[],
): Promise<Result<EditDraft, AppError>> {
  return workspace.commit({
    ops: ids.map((id) => setFields('participation', id, { exitedOn: null, exitReason: null })),
    why: { kind: 'typed' },
    title: `${entryNames(workspace, ids)} 重新列入名单`,
  })
}

function entryName(workspace: Workspace, id: string): string {
  const entry = workspace.records.get('participation', id)
  const firm = workspace.records.get('enterprise', entry?.enterprise ?? '')
  return firm?.name ?? '未填名称的企业'
}

function entryNames(workspace: Workspace, ids: readonly string[]): string {
  const [only] = ids
  return ids.length === 1 && only !== undefined ? entryName(workspace, only) : `${ids.length} 家企业`
}
