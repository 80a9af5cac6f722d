import type { EditDraft } from '#shared/edits/edit.ts'
import { firmName } from '#shared/edits/record-words.ts'
import type { AppError } from '#shared/errors/app-error.ts'
import type { Desktop, Reply } from '#shared/ipc/contract.ts'
import { type PurgeReason, purgeOperation } from '#shared/purge/purge-record.ts'
import type { Result } from '#shared/result.ts'
import type { Workspace } from '../workspace/workspace.ts'

export interface AskedPurge extends PurgeReason {
  readonly id: string
  readonly registers: readonly string[]
  /** The fields in words. */
  readonly names: string
  /** A new id for the entry of the firm that keeps the purge. */
  readonly key: string
  /** `YYYY-MM-DD`. */
  readonly on: string
}

/** Empties the fields and says who asked and why: a normal edit, which 操作记录 and other PCs see. */
export function sayPurge(workspace: Workspace, asked: AskedPurge): Promise<Result<EditDraft, AppError>> {
  const { id, registers, asker, reason } = asked
  return workspace.commit({
    ops: [purgeOperation(id, registers, asked)],
    why: { kind: 'typed' },
    title: `清除个人信息：${firmName(workspace.records, id)}（申请人：${asker}；原因：${reason}）`,
  })
}

/** Takes the values out of the journal of this PC for good; the window must open the journal again afterwards. */
export function runPurge(
  workspace: Workspace,
  desktop: Pick<Desktop, 'call'>,
  { id, registers }: Pick<AskedPurge, 'id' | 'registers'>,
): Promise<Reply<'purge:run'>> {
  const ids = [...workspace.members('enterprise', id)]
  return desktop.call('purge:run', { ids, registers: [...registers] })
}
