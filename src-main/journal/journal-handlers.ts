import type { AppError } from '#shared/errors/app-error.ts'
import type { Handlers } from '#shared/ipc/contract.ts'
import { err, ok, type Result } from '#shared/result.ts'
import type { Journal } from './journal.ts'

export interface JournalHandlerDeps {
  /** Opens the journal of the data folder in use; `journal.not-open` before one is chosen. */
  open(): Promise<Result<Journal, AppError>>
  /** Removes the window's working copy from the disk: the browser's own files keep what was deleted in them. */
  dropWorkingCopy?(): Promise<void>
}

type JournalHandlers = Pick<Handlers, 'journal:open' | 'journal:read' | 'journal:commit' | 'purge:run'>

/**
 * Handlers of the journal's channels. Opening again closes the journal before; openings follow one another, and what
 * comes meanwhile is refused, so that a journal is never read while it is written.
 */
export function journalHandlers(deps: JournalHandlerDeps): JournalHandlers {
  let journal: Journal | null = null
  let last: Promise<unknown> = Promise.resolve()
  const reopen = async () => {
    const before = journal
    journal = null
    await before?.close()
    const opened = await deps.open()
    if (!opened.ok) return opened
    journal = opened.value
    return ok(journal.opened())
  }
  return {
    'journal:open': () => {
      const opened = last.then(reopen)
      last = opened.catch(() => null)
      return opened
    },
    'journal:read': async ({ after }) => journal?.read(after) ?? err({ code: 'journal.not-open' }),
    'journal:commit': async ({ draft }) => journal?.commit(draft) ?? err({ code: 'journal.not-open' }),
    'purge:run': async (target) => {
      const open = journal
      if (open === null) return err({ code: 'journal.not-open' })
      const purged = await open.purge(target)
      // Another journal stands in its place: it is read again from the beginning.
      if (purged.ok && journal === open) journal = null
      if (purged.ok) await open.close()
      // Without it the copy is made anew all the same, only its old bytes stay in the browser's files for a while.
      if (purged.ok) await deps.dropWorkingCopy?.().catch(() => null)
      return purged
    },
  }
}
