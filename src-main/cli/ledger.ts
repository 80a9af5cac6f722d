import { applyEdit } from '#shared/edits/apply-edit.ts'
import type { EditDraft, Operation, Why } from '#shared/edits/edit.ts'
import type { Records } from '#shared/edits/read-model.ts'
import { recordsOf } from '#shared/edits/records-view.ts'
import { clockOf, createState } from '#shared/edits/state.ts'
import { validateDraft } from '#shared/edits/validate-draft.ts'
import type { AppError } from '#shared/errors/app-error.ts'
import type { Reply } from '#shared/ipc/contract.ts'
import { ok, type Result } from '#shared/result.ts'
import type { CliIo } from './io.ts'

/** One user action without its place in the chain. */
export interface LedgerEdit {
  readonly ops: readonly Operation[]
  readonly why: Why
  readonly title: string
}

/** The write path of the window without a window: draft, check, journal, state. */
export interface Ledger {
  records(): Records
  commit(edit: LedgerEdit): Promise<Result<void, AppError>>
}

/** Takes a checked draft for good; a journal, or nothing but memory. */
export type SendDraft = (draft: EditDraft) => Promise<Reply<'journal:commit'>>

/** A ledger whose edits `send` makes durable. */
export function createLedger(io: Pick<CliIo, 'now' | 'newId'>, by: string, send: SendDraft): Ledger {
  const state = createState()
  return {
    records: () => recordsOf(state),
    commit: async ({ ops, why, title }) => {
      const draft = validateDraft({
        commit: io.newId(),
        seen: clockOf(state),
        at: io.now(),
        by,
        why,
        title,
        ops,
      })
      if (!draft.ok) return draft
      const sent = await send(draft.value)
      if (!sent.ok) return sent
      const { id, prev } = sent.value
      applyEdit(state, { ...draft.value, id, prev })
      return ok(undefined)
    },
  }
}

const NO_HASH = '0'.repeat(64)

/** Numbers the edits of one run; nothing is kept. */
export function memoryJournal(station: string): SendDraft {
  let n = 0
  return async () => {
    n += 1
    const prev = n === 1 ? null : NO_HASH
    return ok({ id: { station, n }, prev, head: { count: n, hash: NO_HASH } })
  }
}
