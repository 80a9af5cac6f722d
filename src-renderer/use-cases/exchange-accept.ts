import type { AppError } from '#shared/errors/app-error.ts'
import type { Desktop } from '#shared/ipc/contract.ts'
import type { BatchToken } from '#shared/ipc/exchange-channels.ts'
import type { Result } from '#shared/result.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { mergeBatch } from './exchange-round.ts'

/** 接收并合并 of what was looked at: from now on the PC's files come by themselves. */
export async function acceptAndMerge(
  desktop: Pick<Desktop, 'call'>,
  workspace: Pick<Workspace, 'takeUp'>,
  { unit, kid, batch }: { readonly unit: string; readonly kid: string; readonly batch: BatchToken },
): Promise<Result<{ readonly edits: number; readonly conflicts: number }, AppError>> {
  const judged = await desktop.call('exchange:judge', { unit, kid, standing: 'accepted' })
  return judged.ok ? mergeBatch(desktop, workspace, batch) : judged
}
