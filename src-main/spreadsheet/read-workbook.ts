import type { AppError } from '#shared/errors/app-error.ts'
import { err, type Result } from '#shared/result.ts'
import type { Workbook } from '#shared/tabular/matrix.ts'
import { ReaderMessage, type StartReader } from './reader-messages.ts'
import { READING_LIMITS, type ReadingLimits } from './reading-limits.ts'

export interface ReadWorkbookDeps {
  readonly startReader: StartReader
  readonly limits?: ReadingLimits
}

export interface ReadWorkbookOptions {
  readonly signal?: AbortSignal
  /** Sheets done and in all; total is null while the file is being opened. */
  readonly onProgress?: (done: number, total: number | null) => void
}

/**
 * Reads a foreign workbook in a process of its own, which is ended when it is done, when 取消 is pressed and
 * at the time limit. A hostile file can take down only that process.
 */
export function readWorkbook(
  deps: ReadWorkbookDeps,
  source: { readonly name: string; readonly bytes: Uint8Array },
  options: ReadWorkbookOptions = {},
): Promise<Result<Workbook, AppError>> {
  const limits = deps.limits ?? READING_LIMITS
  const { signal, onProgress } = options
  if (signal?.aborted === true) return Promise.resolve(err({ code: 'task.cancelled' }))
  return new Promise((resolve) => {
    const reader = deps.startReader(limits.megabytes)
    const settle = (result: Result<Workbook, AppError>) => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', cancel)
      resolve(result)
      reader.kill()
    }
    const cancel = () => settle(err({ code: 'task.cancelled' }))
    const stopped = () => settle(err({ code: 'workbook.reader-stopped', fileName: source.name }))
    const timer = setTimeout(
      () => settle(err({ code: 'workbook.too-slow', fileName: source.name, seconds: limits.seconds })),
      limits.seconds * 1000,
    )
    signal?.addEventListener('abort', cancel)
    reader.onExit(stopped)
    reader.onMessage((raw) => {
      const message = ReaderMessage.safeParse(raw)
      if (!message.success) return stopped()
      if (message.data.kind === 'progress') return onProgress?.(message.data.done, message.data.total)
      settle(JSON.parse(message.data.json))
    })
    reader.send({ name: source.name, bytes: source.bytes, limits })
  })
}
