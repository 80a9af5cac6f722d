import type { AppError } from '#shared/errors/app-error.ts'
import type { Desktop } from '#shared/ipc/contract.ts'
import { ok, type Result } from '#shared/result.ts'

/** Asks for the folder all PCs of the unit can open; false when the dialog was closed. */
export async function chooseSharedFolder(
  desktop: Pick<Desktop, 'call'>,
  unit: string,
): Promise<Result<boolean, AppError>> {
  const picked = await desktop.call('files:pick-folder', { purpose: 'exchange' })
  if (!picked.ok) return picked
  if (picked.value === null) return ok(false)
  const { token } = picked.value
  const chosen = await desktop.call('exchange:choose-folder', { unit, token })
  return chosen.ok ? ok(true) : chosen
}
