import { useCallback, useEffect, useState } from 'react'
import type { AppError } from '#shared/errors/app-error.ts'
import type { FileRef } from '#shared/ipc/channel.ts'
import { changeDataFolder } from '../platform/data-folder.ts'
import { desktop } from '../platform/desktop.ts'
import { useOpeningState } from './opening-state.ts'

export interface DataFolder {
  /** null until the main process has answered. */
  readonly folder: FileRef | null
  /** False while it is the program's default place. */
  readonly chosen: boolean
  readonly failure: AppError | null
  /** Asks for another folder; the program then opens what is in it. */
  readonly choose: () => Promise<void>
  readonly reveal: () => Promise<void>
}

/** The data folder in use, by name only: the window never holds a path. */
export function useDataFolder(): DataFolder {
  const [current, setCurrent] = useState<{ readonly folder: FileRef; readonly chosen: boolean } | null>(null)
  const [failure, setFailure] = useState<AppError | null>(null)
  const reopen = useOpeningState((state) => state.reopen)

  useEffect(() => {
    void desktop.call('data-folder:current', null).then((reply) => {
      if (reply.ok) setCurrent(reply.value)
      else setFailure(reply.error)
    })
  }, [])

  const choose = useCallback(async () => {
    const changed = await changeDataFolder(desktop)
    setFailure(changed.ok ? null : changed.error)
    if (changed.ok && changed.value) reopen()
  }, [reopen])

  const folder = current?.folder ?? null
  const reveal = useCallback(async () => {
    if (folder === null) return
    const shown = await desktop.call('files:reveal', { token: folder.token })
    setFailure(shown.ok ? null : shown.error)
  }, [folder])

  return { folder, chosen: current?.chosen ?? false, failure, choose, reveal }
}
