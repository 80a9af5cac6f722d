import type { AppError } from '#shared/errors/app-error.ts'
import type { FileToken } from '#shared/ipc/channel.ts'
import type { Handlers } from '#shared/ipc/contract.ts'
import type { Result } from '#shared/result.ts'
import type { Tasks } from '../app/tasks.ts'
import { type ReadWorkbookDeps, readWorkbook } from './read-workbook.ts'

export interface WorkbookHandlerDeps extends ReadWorkbookDeps {
  readonly tasks: Pick<Tasks, 'run'>
  /** Bytes behind a token; `READING_LIMITS.bytes` is the most this area takes. */
  readonly bytesOf: (
    token: FileToken,
  ) => Promise<Result<{ readonly name: string; readonly bytes: Uint8Array }, AppError>>
}

export function workbookHandlers(deps: WorkbookHandlerDeps): Pick<Handlers, 'workbook:read'> {
  return {
    'workbook:read': ({ token, task }) =>
      deps.tasks.run(task, async (signal, report) => {
        const source = await deps.bytesOf(token)
        if (!source.ok) return source
        const label = `正在读取 ${source.value.name}`
        return readWorkbook(deps, source.value, {
          signal,
          onProgress: (done, total) => report(label, done, total),
        })
      }),
  }
}
