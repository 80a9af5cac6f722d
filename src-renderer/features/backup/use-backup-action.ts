import { useState } from 'react'
import type { AppError } from '#shared/errors/app-error.ts'
import type { Result } from '#shared/result.ts'
import { desktop } from '../../platform/desktop.ts'
import { refreshBackupStatus } from '../../state/backup-state.ts'
import { sentenceOf } from '../../ui/sentence.ts'

export interface BackupAction {
  readonly busy: boolean
  readonly failure: string | null
  readonly clear: () => void
  /** The value, or null when it failed: then the sentence stands in `failure`. */
  readonly run: <T>(work: () => Promise<Result<T, AppError>>) => Promise<{ readonly value: T } | null>
}

/** One thing at a time, its failure in words, and the status asked for again afterwards. */
export function useBackupAction(): BackupAction {
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  return {
    busy,
    failure,
    clear: () => setFailure(null),
    run: async (work) => {
      setBusy(true)
      setFailure(null)
      const done = await work()
      await refreshBackupStatus(desktop)
      setBusy(false)
      if (done.ok) return { value: done.value }
      setFailure(sentenceOf(done.error))
      return null
    },
  }
}
