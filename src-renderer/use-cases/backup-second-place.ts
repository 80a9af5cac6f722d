import type { AppError } from '#shared/errors/app-error.ts'
import type { Desktop } from '#shared/ipc/contract.ts'
import { ok, type Result } from '#shared/result.ts'

/** Asks for a folder and makes it the second place, then backs up to it at once; false when the dialog was closed. */
export async function chooseSecondPlace(desktop: Pick<Desktop, 'call'>): Promise<Result<boolean, AppError>> {
  const picked = await desktop.call('files:pick-folder', { purpose: 'backup' })
  if (!picked.ok) return picked
  if (picked.value === null) return ok(false)
  const chosen = await desktop.call('backup:choose-second', { token: picked.value.token })
  return chosen.ok ? ok(true) : chosen
}
