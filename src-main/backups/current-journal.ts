import type { AppError } from '#shared/errors/app-error.ts'
import type { Result } from '#shared/result.ts'
import type { Journal } from '../journal/journal.ts'

/** The journal that is open now, for whoever needs it beside the window. */
export interface CurrentJournal {
  /** Opens it, and remembers it. */
  open(): Promise<Result<Journal, AppError>>
  get(): Journal | null
  /** Ends writing; null from then on until it is opened again. */
  close(): Promise<void>
}

export function currentJournal(open: () => Promise<Result<Journal, AppError>>): CurrentJournal {
  let journal: Journal | null = null
  return {
    open: async () => {
      journal = null
      const opened = await open()
      if (opened.ok) journal = opened.value
      return opened
    },
    get: () => journal,
    close: async () => {
      const closing = journal
      journal = null
      await closing?.close()
    },
  }
}
