import { firstMissing } from '#shared/edits/clock.ts'
import type { Edit } from '#shared/edits/edit.ts'
import { createState, type EditState } from '#shared/edits/state.ts'
import type { BatchToken } from '#shared/ipc/exchange-channels.ts'
import type { Left } from '#shared/ipc/journal-channels.ts'
import { ok } from '#shared/result.ts'
import { type Authorship, createWorkspace } from './live-workspace.ts'
import type { Workspace } from './workspace.ts'

const NO_HASH = '0'.repeat(64)

/**
 * A workspace that keeps nothing: for tests of screens and use cases. `arriving` gives the edits of a batch, as the main
 * process would out of a file of another PC.
 */
export function createMemoryWorkspace(
  authorship: Authorship,
  station = 'memory-1',
  arriving: (batch: BatchToken) => readonly Edit[] = () => [],
): Workspace {
  let n = 0
  const state = createState()
  return createWorkspace({
    ...authorship,
    state,
    station,
    send: async () => {
      n += 1
      const prev = n === 1 ? null : NO_HASH
      return ok({ id: { station, n }, prev, head: { count: n, hash: NO_HASH } })
    },
    takeUp: async (batch) => {
      const { ready, left } = sorted(state, arriving(batch))
      return ok({ edits: ready, left, head: { count: n, hash: NO_HASH } })
    },
    keep: async () => {},
  })
}

/** As the journal does, without the proof of the chain. */
function sorted(state: EditState, edits: readonly Edit[]): { readonly ready: Edit[]; readonly left: Left[] } {
  const clock = new Map(state.clock)
  const ready: Edit[] = []
  const left: Left[] = []
  for (const edit of edits) {
    const here = clock.get(edit.id.station) ?? 0
    if (edit.id.n <= here) continue
    if (edit.id.n > here + 1 || firstMissing(clock, edit.seen) !== null)
      left.push({ id: edit.id, why: 'waiting' })
    else {
      ready.push(edit)
      clock.set(edit.id.station, edit.id.n)
    }
  }
  return { ready, left }
}
