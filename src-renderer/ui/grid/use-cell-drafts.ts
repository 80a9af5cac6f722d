import { useCallback, useMemo, useState } from 'react'
import { editText, formatField, parseTyped } from '#shared/records/parse-typed.ts'
import { keptUnlessStored, useKeptTexts } from '../kept-texts.ts'
import { type CellDraft, cellPlace, draftsOf, type RowDrafts, withDraft } from './cell-drafts.ts'
import type { CellCommit, GridColumn } from './grid-column.ts'

export interface DraftedGrid<T extends object> {
  /** Accessible name: refused text is kept per grid, row and column, also while the grid is not shown. */
  readonly label: string
  readonly rowId: (row: T) => string
  readonly rowLabel: (row: T) => string
}

/** `rowId -> columnId -> draft`; a draft disappears when its text is stored or given up. */
export function useCellDrafts<T extends object>(
  { label, rowId, rowLabel }: DraftedGrid<T>,
  onCommit: CellCommit<T> | undefined,
) {
  const [onTheirWay, setOnTheirWay] = useState<ReadonlyMap<string, RowDrafts>>(new Map())
  const kept = useKeptTexts((state) => state.texts)
  const drafts = useMemo(() => draftsOf(label, kept, onTheirWay), [label, kept, onTheirWay])

  const put = useCallback((row: string, column: string, draft: CellDraft | null) => {
    setOnTheirWay((before) => withDraft(before, row, column, draft))
  }, [])

  /** Stores typed text; returns the reason at once when the text itself is wrong. */
  const store = useCallback(
    (row: T, column: GridColumn<T>, typed: string): string | null => {
      const id = rowId(row)
      if (column.field === undefined || onCommit === undefined) return null
      const { keep, drop } = useKeptTexts.getState()
      const place = cellPlace(label, id, column.id)
      const where = `${rowLabel(row)} ${column.title}`
      if (typed === editText(column.field, column.value(row))) {
        put(id, column.id, null)
        drop(place)
        return null
      }
      const parsed = parseTyped(column.field, typed)
      if (!parsed.ok) {
        put(id, column.id, null)
        keep(place, { typed, message: parsed.error.message, unsaved: false, where })
        return parsed.error.message
      }
      put(id, column.id, { typed: formatField(column.field, parsed.value), message: null })
      drop(place)
      const saving = onCommit({ row, column, value: parsed.value })
      void keptUnlessStored({ place, typed, where }, saving, { keep, drop }).then(() =>
        put(id, column.id, null),
      )
      return null
    },
    [label, rowId, rowLabel, onCommit, put],
  )

  const giveUp = useCallback(
    (row: T, column: GridColumn<T>) => {
      put(rowId(row), column.id, null)
      useKeptTexts.getState().drop(cellPlace(label, rowId(row), column.id))
    },
    [label, put, rowId],
  )

  return { drafts, store, giveUp }
}
