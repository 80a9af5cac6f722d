import type { AppError } from '#shared/errors/app-error.ts'
import type { Desktop, Reply } from '#shared/ipc/contract.ts'
import type { Result } from '#shared/result.ts'

export type JournalCheck = Extract<Reply<'journal:check'>, { ok: true }>['value']

export interface CheckProgress {
  readonly label: string
  readonly done: number
  readonly total: number | null
}

/** 检查台账日志: every line is read from the disk and proved; nothing is changed. */
export async function checkJournal(
  desktop: Desktop,
  task: string,
  onProgress: (progress: CheckProgress) => void,
): Promise<Result<JournalCheck, AppError>> {
  const stopListening = desktop.on('task:progress', ({ task: of, ...progress }) => {
    if (of === task) onProgress(progress)
  })
  try {
    return await desktop.call('journal:check', { task })
  } finally {
    stopListening()
  }
}
