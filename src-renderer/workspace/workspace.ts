import type { Edit, EditDraft, EditId, Operation, Why } from '#shared/edits/edit.ts'
import type { LoggedEdit } from '#shared/edits/edit-log.ts'
import type { RecordHistory } from '#shared/edits/history.ts'
import type { Pointing } from '#shared/edits/pointing.ts'
import type { Records } from '#shared/edits/read-model.ts'
import type { AppError } from '#shared/errors/app-error.ts'
import type { BatchPreview } from '#shared/exchange/preview.ts'
import type { BatchToken } from '#shared/ipc/exchange-channels.ts'
import type { EarlierStation, Left } from '#shared/ipc/journal-channels.ts'
import type { RecordType } from '#shared/records/dictionary.ts'
import type { Result } from '#shared/result.ts'
import type { Conflict } from '#shared/review/conflict.ts'

/** One entry of 撤销/重做: the action in words and what it would touch. */
export interface UndoEntry {
  readonly edit: EditId
  readonly title: string
  readonly at: string
}

/** What an undo did; cells changed since are kept and counted (撤销114处,保留6处). */
export interface UndoOutcome {
  readonly title: string
  readonly undone: number
  readonly kept: number
  /** Records that stay and point at firms that went. */
  readonly pointing: Pointing
}

export type Way = 'undo' | 'redo'

/** What 撤销这次, or 重做 of what was taken back, would do. */
export interface Reversal {
  readonly way: Way
  readonly title: string
  readonly undone: number
  readonly kept: number
  /** Records that go with a 撤销, or come again with a 重做. */
  readonly records: number
  /** Records it began that stay in part, since others wrote them too. */
  readonly leftovers: number
  /** 合并 that the edit made. */
  readonly joins: number
  /** Records that stay and point at firms that go with a 撤销. */
  readonly pointing: Pointing
}

export interface NewEdit {
  readonly ops: readonly Operation[]
  readonly why: Why
  /** The action in words: 修改 平江县样例海原… 的主导产品. */
  readonly title: string
  /** Whose name stands on it, where it is not that of the 填报人: a successor's own first edit. */
  readonly by?: string
}

/** What became of edits of other stations. */
export interface TakenUp {
  /** New here; edits that were here already are not among them. */
  readonly taken: readonly EditId[]
  /** Cells that are in conflict now and were not before. */
  readonly conflicts: number
  readonly left: readonly Left[]
}

/**
 * All records in memory, changed only by an edit that the journal has taken (已保存 means: fsync returned).
 * `records` is a new object after every applied edit, so React may compare it by identity.
 */
export interface Workspace {
  readonly records: Records
  /** This PC's journal, as named in signed files. */
  readonly station: string
  /** What this folder was written under before. */
  readonly earlier: readonly EarlierStation[]
  /** Counts applied edits; changes whenever `records` does. */
  readonly revision: number
  subscribe(listener: () => void): () => void
  commit(edit: NewEdit): Promise<Result<EditDraft, AppError>>
  /**
   * Takes up edits of other stations as they are: all that are ready, or none when the journal cannot be written. They
   * come out of a file that the main process has proved and stands for by a token.
   */
  takeUp(batch: BatchToken): Promise<Result<TakenUp, AppError>>
  /** What taking these edits up would do; nothing changes. */
  preview(edits: readonly Edit[]): BatchPreview
  canUndo(): UndoEntry | null
  canRedo(): UndoEntry | null
  undo(): Promise<Result<UndoOutcome, AppError>>
  redo(): Promise<Result<UndoOutcome, AppError>>
  /** Every write ever made to a record, or to one cell of it. */
  history(type: RecordType, id: string, register: string | null): RecordHistory
  /** The ids 合并 made one with a record, its own among them. */
  members(type: RecordType, id: string): readonly string[]
  /** Every edit, the last taken up first; the same array until the next applied edit. */
  log(): readonly LoggedEdit[]
  /** Cells on which PCs do not agree, with all values; the same array until the next applied edit. */
  conflicts(): readonly Conflict[]
  /** How many cells an edit wrote. */
  cellsWritten(edit: EditId): number
  /** null: neither 撤销 nor 重做 may be asked for. */
  reversalOf(edit: EditId): Reversal | null
  /** 撤销 of any standing edit, or 重做 of any that was taken back. */
  reverse(edit: EditId, way: Way): Promise<Result<UndoOutcome, AppError>>
}
