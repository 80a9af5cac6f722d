import { applyEdit } from '#shared/edits/apply-edit.ts'
import type { Edit, Operation, Why } from '#shared/edits/edit.ts'
import { recordsOf } from '#shared/edits/records-view.ts'
import type { Naming } from '#shared/edits/register-words.ts'
import { clockOf, createState, type EditState } from '#shared/edits/state.ts'

export const HERE = 'station-here'
export const THERE = 'station-there'

interface Made {
  readonly why?: Why
  readonly at?: string
  readonly by?: string
  readonly title?: string
}

/** A state that two PCs write; `apart` makes edits whose authors know only what stood before. */
export class CountyOfTwo {
  readonly state: EditState = createState()
  readonly edits: Edit[] = []
  #made = 0

  get naming(): Naming {
    return { records: recordsOf(this.state), indicators: [] }
  }

  write(station: string, ops: readonly Operation[], made: Made = {}): void {
    this.#apply(station, clockOf(this.state), ops, made)
  }

  apart(...edits: readonly (readonly [string, readonly Operation[], Made?])[]): void {
    const seen = clockOf(this.state)
    for (const [station, ops, made] of edits) this.#apply(station, seen, ops, made ?? {})
  }

  #apply(station: string, seen: Edit['seen'], ops: readonly Operation[], made: Made): void {
    this.#made += 1
    const n = (this.state.clock.get(station) ?? 0) + 1
    const edit: Edit = {
      commit: `00000000-0000-4000-8000-${String(this.#made).padStart(12, '0')}`,
      seen: { ...seen, ...(n > 1 ? { [station]: n - 1 } : {}) },
      at: `2021-10-08T01:${String(this.#made).padStart(2, '0')}:00.000Z`,
      by: '李某',
      why: { kind: 'typed' },
      title: '修改',
      ...made,
      ops: [...ops],
      id: { station, n },
      prev: n === 1 ? null : '0'.repeat(64),
    }
    this.edits.push(edit)
    applyEdit(this.state, edit)
  }
}
