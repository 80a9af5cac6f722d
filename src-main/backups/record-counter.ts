import type { RecordCounts } from '#shared/backup/backup-facts.ts'
import type { Edit } from '#shared/edits/edit.ts'
import type { AppError } from '#shared/errors/app-error.ts'
import type { JournalPosition } from '#shared/ipc/journal-channels.ts'
import { PROFILE_ID } from '#shared/records/profile.ts'
import { ok, type Result } from '#shared/result.ts'
import type { Journal } from '../journal/journal.ts'

/** What a backup says about the records in it. */
export interface Counted {
  /** Records ever written, by type. */
  readonly counts: RecordCounts
  /** 填报单位 as last written; null before 首次设置. */
  readonly unit: string | null
}

/** Counts the records of a journal; the next time only the edits since are read. */
export class RecordCounter {
  readonly #ids = new Map<string, Set<string>>()
  #unit: string | null = null
  #at: JournalPosition | null = null
  #journal: string | null = null

  /** Counts up to `head` exactly, which must be in the journal. */
  async countTo(
    journal: Pick<Journal, 'opened' | 'read'>,
    head: JournalPosition,
  ): Promise<Result<Counted, AppError>> {
    const { journal: id } = journal.opened()
    if (id !== this.#journal || (this.#at?.count ?? 0) > head.count) this.#begin(id)
    while ((this.#at?.count ?? 0) < head.count) {
      const batch = await journal.read(this.#at)
      if (!batch.ok) {
        // The journal was exchanged for another under the same id: count it anew.
        if (batch.error.code !== 'journal.not-ancestor' || this.#at === null) return batch
        this.#begin(id)
        continue
      }
      const room = head.count - (this.#at?.count ?? 0)
      const edits = batch.value.edits.slice(0, room)
      for (const edit of edits) this.#add(edit)
      this.#at = edits.length === batch.value.edits.length ? batch.value.next : head
      await pause()
    }
    const counts = Object.fromEntries([...this.#ids].map(([type, ids]) => [type, ids.size]))
    return ok({ counts, unit: this.#unit })
  }

  #begin(journal: string): void {
    this.#ids.clear()
    this.#unit = null
    this.#at = null
    this.#journal = journal
  }

  #add(edit: Edit): void {
    for (const op of edit.ops ?? []) {
      const ids = this.#ids.get(op.record) ?? new Set()
      this.#ids.set(op.record, ids)
      if ('same' in op) for (const id of op.same) ids.add(id)
      else {
        ids.add(op.id)
        const unit = op.record === 'profile' && op.id === PROFILE_ID ? op.set.unit : undefined
        if (typeof unit === 'string') this.#unit = unit
      }
    }
  }
}

/** Lets the window's calls through between batches. */
function pause(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
