import type { AppError } from '#shared/errors/app-error.ts'
import type { Desktop } from '#shared/ipc/contract.ts'
import { ok, type Result } from '#shared/result.ts'

/**
 * Asks for a folder and makes it the data folder, proved to be writable; nothing is moved or copied.
 * False when the clerk closed the dialog. The workspace must be opened again afterwards.
 */
export async function changeDataFolder(desktop: Pick<Desktop, 'call'>): Promise<Result<boolean, AppError>> {
  const picked = await desktop.call('files:pick-folder', { purpose: 'data' })
  if (!picked.ok) return picked
  if (picked.value === null) return ok(false)
  const chosen = await desktop.call('data-folder:choose', { token: picked.value.token })
  return chosen.ok ? ok(true) : chosen
}
