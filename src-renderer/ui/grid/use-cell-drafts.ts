import { useCallback, useState } from 'react'
import { editText, formatField, parseTyped } from '#shared/records/parse-typed.ts'
import type { CellCommit, GridColumn } from './grid-column.ts'

/** Typed text that is not stored: on its way (`message` null), or refused and kept with the reason. */
export interface CellDraft {
  readonly typed: string
  readonly message: string | null
}

export type RowDrafts = ReadonlyMap<string, CellDraft>

/** `rowId -> columnId -> draft`; a draft disappears when its text is stored or given up. */
export function useCellDrafts<T extends object>(
  rowId: (row: T) => string,
  onCommit: CellCommit<T> | undefined,
) {
  const [drafts, setDrafts] = useState<ReadonlyMap<string, RowDrafts>>(new Map())

  const put = useCallback((row: string, column: string, draft: CellDraft | null) => {
    setDrafts((before) => withDraft(before, row, column, draft))
  }, [])

  /** Stores typed text; returns the reason at once when the text itself is wrong. */
  const store = useCallback(
    (row: T, column: GridColumn<T>, typed: string): string | null => {
      const id = rowId(row)
      if (column.field === undefined || onCommit === undefined) return null
      if (typed === editText(column.field, column.value(row))) {
        put(id, column.id, null)
        return null
      }
      const parsed = parseTyped(column.field, typed)
      if (!parsed.ok) {
        put(id, column.id, { typed, message: parsed.error.message })
        return parsed.error.message
      }
      put(id, column.id, { typed: formatField(column.field, parsed.value), message: null })
      void onCommit({ row, column, value: parsed.value }).then((result) =>
        put(id, column.id, result.ok ? null : { typed, message: result.error.message }),
      )
      return null
    },
    [rowId, onCommit, put],
  )

  const giveUp = useCallback(
    (row: T, column: GridColumn<T>) => put(rowId(row), column.id, null),
    [put, rowId],
  )

  return { drafts, store, giveUp }
}

function withDraft(
  before: ReadonlyMap<string, RowDrafts>,
  row: string,
  column: string,
  draft: CellDraft | null,
): ReadonlyMap<string, RowDrafts> {
  const ofRow = new Map(before.get(row))
  if (draft === null) {
    if (!ofRow.delete(column)) return before
  } else ofRow.set(column, draft)
  const after = new Map(before)
  if (ofRow.size === 0) after.delete(row)
  else after.set(row, ofRow)
  return after
}

/** How many cells hold text that was refused. */
export function refusedCount(drafts: ReadonlyMap<string, RowDrafts>): number {
  let refused = 0
  for (const ofRow of drafts.values()) {
    for (const draft of ofRow.values()) if (draft.message !== null) refused += 1
  }
  return refused
}
