import type { EditDraft } from '#shared/edits/edit.ts'
import { createRecord, restoreRecord, setFields, voidRecord } from '#shared/edits/operations.ts'
import type { AppError } from '#shared/errors/app-error.ts'
import type { CustomColumn } from '#shared/records/profile.ts'
import type { Result } from '#shared/result.ts'
import type { Workspace } from '../workspace/workspace.ts'

/** A new 自定义列 on firms. */
export function createCustomColumn(
  workspace: Workspace,
  id: string,
  title: string,
  kind: NonNullable<CustomColumn['kind']>,
): Promise<Result<EditDraft, AppError>> {
  return workspace.commit({
    ops: [createRecord('column', id, { title, kind })],
    why: { kind: 'typed' },
    title: `新增自定义列“${title}”`,
  })
}

/** A new name for a 自定义列; its values stay. */
export function renameCustomColumn(
  workspace: Workspace,
  id: string,
  title: string,
): Promise<Result<EditDraft, AppError>> {
  const before = workspace.records.get('column', id)?.title ?? ''
  return workspace.commit({
    ops: [setFields('column', id, { title })],
    why: { kind: 'typed' },
    title: `自定义列“${before}”改名为“${title}”`,
  })
}

/** 作废 of a 自定义列: it is no longer shown; its values stay in the history. */
export function voidCustomColumn(workspace: Workspace, id: string): Promise<Result<EditDraft, AppError>> {
  const title = workspace.records.get('column', id)?.title ?? ''
  return workspace.commit({
    ops: [voidRecord('column', id, '不再使用')],
    why: { kind: 'typed' },
    title: `作废自定义列“${title}”`,
  })
}

/** Takes 作废 of a 自定义列 back; the firms still have their values. */
export function restoreCustomColumn(
  workspace: Workspace,
  id: string,
  title: string,
): Promise<Result<EditDraft, AppError>> {
  return workspace.commit({
    ops: [restoreRecord('column', id)],
    why: { kind: 'typed' },
    title: `恢复自定义列“${title}”`,
  })
}
