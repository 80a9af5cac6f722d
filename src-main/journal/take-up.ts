import { compareIds, heightOf } from '#shared/edits/clock.ts'
import type { Edit, EditId } from '#shared/edits/edit.ts'
import type { JournalPosition, Left } from '#shared/ipc/journal-channels.ts'
import { MIGRATION } from '#shared/migration/migrations.ts'
import { linesOf } from './edit-lines.ts'
import { clockOfIndex, type JournalIndex } from './journal-index.ts'
import type { ProvedEdit } from './written-edit.ts'

/** What taking up foreign edits did; `taken` in the order they were written. */
export interface TakeUpAnswer {
  readonly taken: readonly EditId[]
  readonly left: readonly Left[]
  readonly head: JournalPosition
}

/** What becomes of foreign edits: `ready` in an order the journal may take them, the others left out and why. */
export interface TakeUpPlan {
  readonly ready: readonly ProvedEdit[]
  readonly left: readonly Left[]
}

/**
 * Sorts foreign edits by what the journal holds. An edit is ready when it continues its station's chain and everything
 * its author had seen is here or before it; one that is here already has no effect. Edits may come in any order.
 */
export function planTakeUp(index: JournalIndex, edits: readonly ProvedEdit[]): TakeUpPlan {
  const chain = new ChainAhead(index)
  const ready: ProvedEdit[] = []
  const left: Left[] = []
  for (const proved of inOrderOfSight(edits)) {
    const standing = chain.standingOf(proved)
    if (standing === 'ready') ready.push(chain.add(proved))
    else if (standing !== 'known') left.push({ id: proved.edit.id, why: standing })
  }
  return { ready, left }
}

/** Whoever has seen an edit has seen more than its author, so comes after it. */
function inOrderOfSight(edits: readonly ProvedEdit[]): readonly ProvedEdit[] {
  return edits.toSorted(
    ({ edit: a }, { edit: b }) => heightOf(a.seen) - heightOf(b.seen) || compareIds(a.id, b.id),
  )
}

/** The stations' chains as they will stand once the ready edits are written. */
class ChainAhead {
  readonly #index: JournalIndex
  readonly #clock: Map<string, number>
  readonly #digests: Map<string, string>
  readonly #commits = new Map<string, { readonly id: EditId; readonly digest: string }>()

  constructor(index: JournalIndex) {
    this.#index = index
    this.#clock = new Map(Object.entries(clockOfIndex(index)))
    this.#digests = new Map(index.digests)
  }

  standingOf(proved: ProvedEdit): 'ready' | 'known' | 'waiting' | 'forked' {
    const { edit } = proved
    const { station, n } = edit.id
    const here = this.#clock.get(station) ?? 0
    if (n <= here) return this.#isKnown(proved) ? 'known' : 'forked'
    if (n > here + 1 || !this.#hasSeen(edit)) return 'waiting'
    return (this.#digests.get(station) ?? null) === edit.prev ? 'ready' : 'forked'
  }

  add(proved: ProvedEdit): ProvedEdit {
    const { edit, digest } = proved
    this.#clock.set(edit.id.station, edit.id.n)
    this.#digests.set(edit.id.station, digest)
    this.#commits.set(edit.commit, { id: edit.id, digest })
    return proved
  }

  /**
   * The same number under another commit, or with another content, is another edit: one station was used on two PCs, or
   * somebody wrote in its name. The content is that before personal fields were taken out, as the chain goes by it.
   */
  #isKnown({ edit: { commit, id }, digest }: ProvedEdit): boolean {
    const known = this.#commits.get(commit) ?? this.#here(commit)
    return known?.id.station === id.station && known.id.n === id.n && known.digest === digest
  }

  #here(commit: string): { readonly id: EditId; readonly digest: string } | undefined {
    const { edits } = this.#index
    const at = edits.rowOf(commit)
    return at === undefined ? undefined : { id: edits.idAt(at), digest: edits.digestAt(at) }
  }

  #hasSeen(edit: Edit): boolean {
    return Object.entries(edit.seen).every(([station, n]) => (this.#clock.get(station) ?? 0) >= n)
  }
}

/** Where one of several edits written together lies, counted from where the first begins. */
export interface EditSpan {
  readonly from: number
  readonly to: number
  readonly previous: string
  readonly hash: string
  readonly digest: string
}

/** The lines of several edits for a segment of today's dictionary, one after the other. */
export function* linesOfAll(
  edits: readonly ProvedEdit[],
  previous: string,
): Generator<Uint8Array, { readonly hash: string; readonly spans: readonly EditSpan[] }> {
  const spans: EditSpan[] = []
  let hash = previous
  let at = 0
  for (const { edit, migration, original } of edits) {
    const from = at
    const lines = linesOf(edit, hash, {
      migration: migration === MIGRATION ? undefined : migration,
      original,
    })
    let next = lines.next()
    for (; next.done !== true; next = lines.next()) {
      at += next.value.length
      yield next.value
    }
    spans.push({ from, to: at, previous: hash, hash: next.value.hash, digest: next.value.digest })
    hash = next.value.hash
  }
  return { hash, spans }
}
