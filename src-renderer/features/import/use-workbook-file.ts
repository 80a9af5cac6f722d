import { useCallback, useEffect, useRef, useState } from 'react'
import type { AppError } from '#shared/errors/app-error.ts'
import type { FileRef } from '#shared/ipc/channel.ts'
import type { Subject } from '#shared/tabular/cleaned.ts'
import type { Workbook } from '#shared/tabular/matrix.ts'
import { desktop } from '../../platform/desktop.ts'
import { newId } from '../../platform/new-id.ts'
import { useImportFile } from '../../state/import-file.ts'
import { type ReadingProgress, readWorkbook } from '../../use-cases/import-read-workbook.ts'
import { receiveWorkbook } from '../../use-cases/import-receive-file.ts'

export type FileStage =
  | { readonly step: 'choosing'; readonly failure: AppError | null }
  | {
      readonly step: 'reading'
      readonly name: string
      readonly progress: ReadingProgress
      readonly cancel: () => void
    }
  | { readonly step: 'read'; readonly workbook: Workbook }

const CHOOSING: FileStage = { step: 'choosing', failure: null }
const BEGINNING: ReadingProgress = { label: '正在打开文件', done: 0, total: null }

export interface WorkbookFile {
  readonly stage: FileStage
  readonly drop: (file: File) => void
  readonly startOver: () => void
}

/** From a dropped file, or one brought along from another screen, to the workbook read. */
export function useWorkbookFile(subject: Subject): WorkbookFile {
  const [stage, setStage] = useState<FileStage>(CHOOSING)
  const cancelRunning = useRef<(() => void) | null>(null)

  const read = useCallback(async (file: FileRef) => {
    const step = (progress: ReadingProgress) =>
      setStage({ step: 'reading', name: file.name, progress, cancel: () => reading.cancel() })
    const reading = readWorkbook(desktop, newId(), file, step)
    cancelRunning.current = reading.cancel
    step(BEGINNING)
    const result = await reading.result
    cancelRunning.current = null
    if (result.ok) setStage({ step: 'read', workbook: result.value })
    else setStage({ step: 'choosing', failure: result.error.code === 'task.cancelled' ? null : result.error })
  }, [])

  useEffect(() => {
    const offered = useImportFile.getState().take()
    if (offered?.subject === subject) void read(offered.file)
    return () => cancelRunning.current?.()
  }, [read, subject])

  return {
    stage,
    drop: (file) => {
      void receiveWorkbook(desktop, file).then((received) => {
        if (received.ok) void read(received.value)
        else setStage({ step: 'choosing', failure: received.error })
      })
    },
    startOver: () => setStage(CHOOSING),
  }
}
