import { applyEdit } from '#shared/edits/apply-edit.ts'
import type { Edit } from '#shared/edits/edit.ts'
import { recordsOf } from '#shared/edits/records-view.ts'
import { clockOf, createState, type EditState } from '#shared/edits/state.ts'

export function stateOf(edits: readonly Edit[]): EditState {
  const state = createState()
  for (const edit of edits) applyEdit(state, edit)
  return state
}

/** All that the read side tells. */
export function told(state: EditState): unknown {
  const records = recordsOf(state)
  return {
    clock: Object.fromEntries([...state.clock].sort()),
    all: (['enterprise', 'participation'] as const).map((type) => records.all(type)),
    live: (['enterprise', 'participation'] as const).map((type) => records.of(type)),
  }
}

/** An edit of a station that knows all that is here. */
export function nextEdit(state: EditState, station = 'station-z'): Edit {
  const n = (state.clock.get(station) ?? 0) + 1
  return {
    commit: '00000000-0000-4000-8000-000000000001',
    seen: clockOf(state),
    at: '2021-03-05T08:00:00.000Z',
    by: '李某',
    why: { kind: 'typed' },
    title: '修改',
    id: { station, n },
    prev: n === 1 ? null : 'b'.repeat(64),
  }
}
