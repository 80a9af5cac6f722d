import type { EditDraft, FieldValue } from '#shared/edits/edit.ts'
import { firmMerge, mergeOperations } from '#shared/edits/merge-firms.ts'
import type { AppError } from '#shared/errors/app-error.ts'
import type { Result } from '#shared/result.ts'
import type { Workspace } from '../workspace/workspace.ts'

/** 合并 of two firms that are one, with the value chosen wherever they differ; one edit, undone as one. */
export function mergeEnterprises(
  workspace: Workspace,
  a: string,
  b: string,
  choices: ReadonlyMap<string, FieldValue>,
): Promise<Result<EditDraft, AppError>> {
  const { records } = workspace
  const [one, other] = [a, b].map((id) => records.get('enterprise', id)?.name ?? '未填名称的企业')
  return workspace.commit({
    ops: mergeOperations(firmMerge(records, a, b), choices),
    why: { kind: 'typed' },
    title: `合并企业 ${one} 与 ${other}`,
  })
}
