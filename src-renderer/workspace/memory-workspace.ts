import { createState } from '#shared/edits/state.ts'
import { ok } from '#shared/result.ts'
import { type Authorship, createWorkspace } from './live-workspace.ts'
import type { Workspace } from './workspace.ts'

const NO_HASH = '0'.repeat(64)

/** A workspace that keeps nothing: for tests of screens and use cases. */
export function createMemoryWorkspace(authorship: Authorship, station = 'memory-1'): Workspace {
  let n = 0
  return createWorkspace({
    ...authorship,
    state: createState(),
    station,
    send: async () => {
      n += 1
      const prev = n === 1 ? null : NO_HASH
      return ok({ id: { station, n }, prev, head: { count: n, hash: NO_HASH } })
    },
    keep: async () => {},
  })
}
