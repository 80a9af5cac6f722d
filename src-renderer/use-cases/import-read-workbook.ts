import type { AppError } from '#shared/errors/app-error.ts'
import type { FileRef } from '#shared/ipc/channel.ts'
import type { Desktop } from '#shared/ipc/contract.ts'
import type { Result } from '#shared/result.ts'
import type { Workbook } from '#shared/tabular/matrix.ts'

export interface ReadingProgress {
  readonly label: string
  readonly done: number
  /** null while the size is unknown. */
  readonly total: number | null
}

export interface WorkbookReading {
  readonly result: Promise<Result<Workbook, AppError>>
  /** 取消: the reader stops and `result` is an error. */
  cancel(): void
}

/** Reads a picked or dropped workbook in the main process; `task` is a new UUID. */
export function readWorkbook(
  desktop: Desktop,
  task: string,
  file: FileRef,
  onProgress: (progress: ReadingProgress) => void,
): WorkbookReading {
  const stopListening = desktop.on('task:progress', ({ task: of, label, done, total }) => {
    if (of === task) onProgress({ label, done, total })
  })
  const result = desktop.call('workbook:read', { token: file.token, task }).finally(stopListening)
  return { result, cancel: () => void desktop.call('task:cancel', { task }) }
}
