import type { Handlers } from '#shared/ipc/contract.ts'
import { err, ok } from '#shared/result.ts'
import { findPurgePlaces, type OpenedBefore, type PurgePlacesDeps } from './purge-places.ts'

/** Where the values of a purge still are. */
export function purgeHandlers(deps: PurgePlacesDeps): Pick<Handlers, 'purge:places'> {
  let last: { readonly folder: string; readonly journal: OpenedBefore } | null = null
  return {
    'purge:places': async () => {
      const folder = deps.dataFolder()
      const open = deps.journal()?.opened()
      if (open !== undefined) last = { folder, journal: open }
      // A purge has closed the journal that was asked about before it: its folder and its stations are the same.
      if (last?.folder !== folder) return err({ code: 'journal.not-open' })
      return ok(await findPurgePlaces(deps, last.journal))
    },
  }
}
