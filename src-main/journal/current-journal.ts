import type { AppError } from '#shared/errors/app-error.ts'
import type { Result } from '#shared/result.ts'
import type { Journal } from './journal.ts'

/** The one owner of the journal that is open now, for the window and the areas beside it. */
export interface CurrentJournal {
  /** Closes the one before, opens it, and remembers it. Openings and closings follow one another. */
  open(): Promise<Result<Journal, AppError>>
  /** The journal opened last; null before the first, while another one is being opened, and from `close` on. */
  current(): Journal | null
  /** Ends writing; there is none from then on until it is opened again. */
  close(): Promise<void>
}

export function currentJournal(open: () => Promise<Result<Journal, AppError>>): CurrentJournal {
  let journal: Journal | null = null
  let last: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(task: () => Promise<T>): Promise<T> => {
    const result = last.then(task)
    last = result.catch(() => null)
    return result
  }
  /** At once, so that nobody is handed a journal that is about to close. */
  const letGo = () => {
    const closing = journal
    journal = null
    return closing
  }
  return {
    open: () => {
      const before = letGo()
      return inTurn(async () => {
        await before?.close()
        // What an opening in the turn before has opened.
        await letGo()?.close()
        const opened = await open()
        if (opened.ok) journal = opened.value
        return opened
      })
    },
    current: () => journal,
    close: () => {
      const closing = letGo()
      return inTurn(async () => {
        await closing?.close()
        await letGo()?.close()
      })
    },
  }
}
