import type { EditDraft, FieldValue } from '#shared/edits/edit.ts'
import { type FirmMerge, firmMerge, mergeOperations, patentMerge } from '#shared/edits/merge-firms.ts'
import type { Records } from '#shared/edits/read-model.ts'
import { recordName } from '#shared/edits/record-words.ts'
import type { AppError } from '#shared/errors/app-error.ts'
import type { Result } from '#shared/result.ts'
import type { Workspace } from '../workspace/workspace.ts'

/** Two records that may be joined. */
export interface JoinedPair {
  readonly type: 'enterprise' | 'patent'
  readonly ids: readonly [string, string]
}

/** What joining the two means. */
export function mergeOf(records: Records, { type, ids: [a, b] }: JoinedPair): FirmMerge {
  return type === 'enterprise' ? firmMerge(records, a, b) : patentMerge(records, a, b)
}

/** 合并 of two records that are one, with the value chosen wherever they differ; one edit, undone as one. */
export function mergePair(
  workspace: Workspace,
  pair: JoinedPair,
  choices: ReadonlyMap<string, FieldValue>,
): Promise<Result<EditDraft, AppError>> {
  const { records } = workspace
  const [one, other] = pair.ids.map((id) => recordName(records, pair.type, id))
  return workspace.commit({
    ops: mergeOperations(mergeOf(records, pair), choices),
    why: { kind: 'typed' },
    title: `合并${pair.type === 'enterprise' ? '企业' : '专利'} ${one} 与 ${other}`,
  })
}
