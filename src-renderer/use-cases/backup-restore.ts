import type { AppError } from '#shared/errors/app-error.ts'
import type { Desktop, Reply } from '#shared/ipc/contract.ts'

/** How 确认恢复 ended. */
export type RestoreEnd =
  | { readonly at: 'done'; readonly restored: Extract<Reply<'backup:restore'>, { ok: true }>['value'] }
  | { readonly at: 'failed'; readonly error: AppError }

/** Restores the opened backup. However it ends, the journal may be closed: the workspace is to be opened again. */
export async function restoreBackup(desktop: Pick<Desktop, 'call'>, opened: string): Promise<RestoreEnd> {
  const done = await desktop.call('backup:restore', { opened })
  return done.ok ? { at: 'done', restored: done.value } : { at: 'failed', error: done.error }
}
