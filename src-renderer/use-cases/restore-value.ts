import type { EditDraft } from '#shared/edits/edit.ts'
import { recordName } from '#shared/edits/record-words.ts'
import { type Naming, registerTitle, type WrittenRegister } from '#shared/edits/register-words.ts'
import type { AppError } from '#shared/errors/app-error.ts'
import type { Result } from '#shared/result.ts'
import { PLAN_PACK } from '../workspace/plan-pack.ts'
import type { Workspace } from '../workspace/workspace.ts'

/** An earlier value of one cell, and the record it belongs to. */
export interface EarlierValue extends WrittenRegister {
  readonly id: string
}

/** 用回这个值: an earlier value is taken again as a new edit that has seen all others, so it also settles a conflict. */
export function restoreValue(
  workspace: Workspace,
  earlier: EarlierValue,
): Promise<Result<EditDraft, AppError>> {
  const { type, register, value } = earlier
  const { records } = workspace
  const id = records.resolve(type, earlier.id)
  const naming: Naming = { records, indicators: PLAN_PACK.indicators }
  return workspace.commit({
    ops: [{ record: type, id, set: { [register]: value } }],
    why: { kind: 'restored' },
    title: `恢复 ${recordName(records, type, id)} 的 ${registerTitle(naming, earlier)}`,
  })
}
