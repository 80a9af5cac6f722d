import type { AppError } from '#shared/errors/app-error.ts'
import type { FileRef } from '#shared/ipc/channel.ts'
import type { Result } from '#shared/result.ts'
import type { Subject } from '#shared/tabular/cleaned.ts'
import { desktop } from '../platform/desktop.ts'
import { receiveWorkbook } from '../use-cases/import-receive-file.ts'
import { useImportFile } from './import-file.ts'
import { useScreenState } from './screen-state.ts'

/** Takes a workbook dropped on a screen to the import screen. */
export function useWorkbookDrop(subject: Subject): (file: File) => Promise<Result<FileRef, AppError>> {
  const goTo = useScreenState((state) => state.goTo)
  return async (file) => {
    const received = await receiveWorkbook(desktop, file)
    if (received.ok) {
      useImportFile.getState().offer(subject, received.value)
      goTo('import', { tab: subject })
    }
    return received
  }
}
