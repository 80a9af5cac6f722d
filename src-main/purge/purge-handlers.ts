import type { Handlers } from '#shared/ipc/contract.ts'
import { err, ok } from '#shared/result.ts'
import { findPurgePlaces, type PurgePlacesDeps } from './purge-places.ts'

/** Where the values of a purge still are. */
export function purgeHandlers(deps: PurgePlacesDeps): Pick<Handlers, 'purge:places'> {
  return {
    'purge:places': async () => {
      const journal = deps.journal()
      if (journal === null) return err({ code: 'journal.not-open' })
      return ok(await findPurgePlaces(deps, journal))
    },
  }
}
