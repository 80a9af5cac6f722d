import type { AppError } from '#shared/errors/app-error.ts'
import type { Result } from '#shared/result.ts'
import type { Journal } from './journal.ts'

/** The journal that is open now, for the areas that need it beside the window. */
export interface CurrentJournal {
  /** Opens it, and remembers it. */
  open(): Promise<Result<Journal, AppError>>
  /** The journal opened last; null before the first and while another one is being opened. */
  current(): Journal | null
  /** Ends writing; there is none from then on until it is opened again. */
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
    current: () => journal,
    close: async () => {
      const closing = journal
      journal = null
      await closing?.close()
    },
  }
}
