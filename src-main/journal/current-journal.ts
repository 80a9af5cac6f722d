import type { AppError } from '#shared/errors/app-error.ts'
import type { Result } from '#shared/result.ts'
import type { Journal } from './journal.ts'

export interface CurrentJournal {
  open(): Promise<Result<Journal, AppError>>
  /** The journal opened last; null before the first and while another one is being opened. */
  current(): Journal | null
}

/** Remembers the open journal for the areas that read it beside the window. */
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
  }
}
