import type { Handlers } from '#shared/ipc/contract.ts'
import { err, ok } from '#shared/result.ts'
import type { CurrentJournal } from './current-journal.ts'

export interface JournalHandlerDeps {
  /** Owns the open journal of the data folder in use. */
  readonly journals: CurrentJournal
  /** Removes the window's working copy from the disk: the browser's own files keep what was deleted in them. */
  dropWorkingCopy?(): Promise<unknown>
  /** Removes half-written files of the data folder; how many are left. */
  sweepScraps?(): Promise<number>
}

type JournalHandlers = Pick<Handlers, 'journal:open' | 'journal:read' | 'journal:commit' | 'purge:run'>

/** Handlers of the journal's channels; what comes while none is open is refused. */
export function journalHandlers(deps: JournalHandlerDeps): JournalHandlers {
  const { journals } = deps
  const { current } = journals
  return {
    'journal:open': async () => {
      const opened = await journals.open()
      return opened.ok ? ok(opened.value.opened()) : opened
    },
    'journal:read': async ({ after }) => current()?.read(after) ?? err({ code: 'journal.not-open' }),
    'journal:commit': async ({ draft }) => current()?.commit(draft) ?? err({ code: 'journal.not-open' }),
    'purge:run': async (target) => {
      const open = current()
      if (open === null) return err({ code: 'journal.not-open' })
      const purged = await open.purge(target)
      if (!purged.ok) return purged
      // Another journal stands in its place: it is read again from the beginning.
      if (current() === open) await journals.close()
      // The copy is made anew all the same, only its old bytes stay in the browser's files for a while.
      const isCopyLeft = (await deps.dropWorkingCopy?.().catch(() => 'left')) === 'left'
      return ok({ ...purged.value, isCopyLeft, leftScraps: (await deps.sweepScraps?.()) ?? 0 })
    },
  }
}
