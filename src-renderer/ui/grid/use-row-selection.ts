import type { Row } from '@tanstack/react-table'
import { useCallback, useEffect, useMemo, useRef } from 'react'
import { idsBetween } from './row-range.ts'
import type { GridFeatures, useGridTable } from './use-grid-table.ts'

/** Ticked rows; shift ticks the rows between. Rows that left the grid are not counted. */
export function useRowSelection<T extends object>(
  table: ReturnType<typeof useGridTable<T>>,
  shown: readonly Row<GridFeatures, T>[],
  onChange: ((ids: readonly string[]) => void) | undefined,
) {
  const ticked = table.state.rowSelection
  const all = table.getCoreRowModel().rows
  const ids = useMemo(() => all.filter((row) => ticked[row.id] === true).map((row) => row.id), [all, ticked])
  const last = useRef<string | null>(null)

  useEffect(() => onChange?.(ids), [ids, onChange])

  const toggle = useCallback(
    (id: string, withShift: boolean) => {
      const range = withShift
        ? idsBetween(
            shown.map((row) => row.id),
            last.current,
            id,
          )
        : [id]
      last.current = id
      table.setRowSelection((before) => {
        const tick = before[id] !== true
        const after = { ...before }
        for (const each of range) {
          if (tick) after[each] = true
          else delete after[each]
        }
        return after
      })
    },
    [table, shown],
  )

  const allShown = shown.length > 0 && shown.every((row) => ticked[row.id] === true)
  const toggleAllShown = () =>
    table.setRowSelection(allShown ? {} : Object.fromEntries(shown.map((row) => [row.id, true as const])))

  return { ids, has: (id: string) => ticked[id] === true, toggle, allShown, toggleAllShown }
}
