import { applyEdit } from '#shared/edits/apply-edit.ts'
import type { Edit, Operation } from '#shared/edits/edit.ts'
import { setFields } from '#shared/edits/operations.ts'
import { recordsOf } from '#shared/edits/records-view.ts'
import { createState, type EditState } from '#shared/edits/state.ts'
import { type BenchRow, compareInTurn } from './bench-row.ts'
import { sampleFirms } from './sample-records.ts'

const FIRMS = 1000
const FURTHER = 20_000

/** Histories measured for each length, each a little longer than the one before. */
const HISTORIES = 5
const STAGGER = 97

/**
 * Cost of 20,000 further edits, each read at once, after a long history against after a short one. Fewer would not do:
 * 2,000 take 10 ms, in which the short side is not yet charged for collecting what it made (2 ms of garbage collection
 * against 4 ms, measured), and the ratio tells that and nothing of the history. A cost that grows with the history would
 * still be seen: 20,000 edits after 1,000 stand on 11,000 in the middle, those after 100,000 on ten times as many.
 */
export async function stateGrowth(runs = 5): Promise<readonly BenchRow[]> {
  const rows: BenchRow[] = []
  for (const before of [10_000, 100_000]) {
    const name = `20,000 edits after ${before.toLocaleString('en')} / after 1,000`
    rows.push(
      await compareInTurn(name, 1.5, runs, {
        ours: async () => further(before),
        anchor: async () => further(1000),
      }),
    )
  }
  return rows
}

/** Mean over the histories, in ms. */
function further(before: number): number {
  let total = 0
  for (let history = 0; history < HISTORIES; history += 1) total += once(before + history * STAGGER)
  return total / HISTORIES
}

function once(before: number): number {
  const state = createState()
  applyEdit(state, editOf(1, [...sampleFirms(FIRMS)]))
  for (let n = 2; n <= before; n += 1) typeOnce(state, n)
  const started = performance.now()
  for (let n = before + 1; n <= before + FURTHER; n += 1) typeOnce(state, n)
  return performance.now() - started
}

/** One typed cell, read back from the record it belongs to. */
function typeOnce(state: EditState, n: number): void {
  const id = `firm-${((n * 7919) % FIRMS).toString(36).padStart(8, '0')}`
  applyEdit(state, editOf(n, [setFields('enterprise', id, { employees: n })]))
  if (recordsOf(state).get('enterprise', id)?.employees !== n) throw new Error('the edit had no effect')
}

function editOf(n: number, ops: Operation[]): Edit {
  return {
    commit: '00000000-0000-4000-8000-000000000000',
    seen: n === 1 ? {} : { 'bench-station': n - 1 },
    at: '2021-03-05T08:00:00.000Z',
    by: '李某',
    why: { kind: 'typed' },
    title: '修改',
    ops,
    id: { station: 'bench-station', n },
    prev: n === 1 ? null : '0'.repeat(64),
  }
}
