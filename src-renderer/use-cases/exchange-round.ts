import type { AppError } from '#shared/errors/app-error.ts'
import type { Desktop } from '#shared/ipc/contract.ts'
import type { BatchToken, ExchangeStatus } from '#shared/ipc/exchange-channels.ts'
import { ok, type Result } from '#shared/result.ts'
import type { Workspace } from '../workspace/workspace.ts'

/** What one take-up brought. */
export interface MergedBatch {
  readonly kid: string
  readonly name: string
  readonly edits: number
  /** 待核对 that came with it. */
  readonly conflicts: number
}

export interface ExchangeRound {
  readonly status: ExchangeStatus
  readonly merged: readonly MergedBatch[]
  /** Why taking up stopped; what was merged before it stands. */
  readonly failure: AppError | null
}

type Merging = Pick<Workspace, 'takeUp'>

/** Gives the other PCs what is new here, and takes up what they brought and may come by itself. */
export async function exchangeRound(
  desktop: Pick<Desktop, 'call'>,
  workspace: Merging,
  unit: string,
): Promise<Result<ExchangeRound, AppError>> {
  const synced = await desktop.call('exchange:sync', { unit })
  if (!synced.ok) return synced
  const merged: MergedBatch[] = []
  let tried = false
  const unfit = new Set<string>()
  for (;;) {
    const next = await desktop.call('exchange:next', { unit })
    if (!next.ok) return next
    if (next.value === null) break
    tried = true
    const { kid, name, batch } = next.value
    const taken = await mergeBatch(desktop, workspace, batch)
    // Edits that cannot be taken up are shown beside their PC; the others still come. A disk that fails stops all.
    if (!taken.ok && isOfEdits(taken.error) && !unfit.has(kid)) {
      unfit.add(kid)
      continue
    }
    if (!taken.ok) return ok({ status: synced.value, merged, failure: taken.error })
    if (taken.value.edits > 0) merged.push({ kid, name, ...taken.value })
  }
  const status = tried ? await desktop.call('exchange:status', { unit }) : synced
  return status.ok ? ok({ status: status.value, merged, failure: null }) : status
}

/** What a PC brought is at fault, not the disk here. */
function isOfEdits({ code }: AppError): boolean {
  return code.startsWith('edit.')
}

/** Takes up one batch and notes what came of it. */
export async function mergeBatch(
  desktop: Pick<Desktop, 'call'>,
  workspace: Merging,
  batch: BatchToken,
): Promise<Result<{ readonly edits: number; readonly conflicts: number }, AppError>> {
  const taken = await workspace.takeUp(batch)
  if (!taken.ok) return taken
  const { conflicts } = taken.value
  const edits = taken.value.taken.length
  // Only for the list of merges: the edits are in, whatever becomes of the note.
  if (edits > 0) await desktop.call('exchange:note', { batch, conflicts })
  return ok({ edits, conflicts })
}
