import { useVirtualizer } from '@tanstack/react-virtual'
import { type RefObject, useCallback, useMemo } from 'react'
import type { ColumnWindow } from './GridRow.tsx'

/** Width of the column with the check boxes, px. */
const SELECTOR_WIDTH = 36

/** Draws only the columns in view; the check box and the first column stay. `lead` is the width of these two. */
export function useColumnWindow(scroller: RefObject<HTMLDivElement | null>, widths: readonly number[]) {
  const lead = SELECTOR_WIDTH + (widths[0] ?? 0)
  // a width of its own in the key: a resized column is laid out anew
  const getItemKey = useCallback((index: number) => `${index}:${widths[index + 1]}`, [widths])
  const virtualColumns = useVirtualizer({
    horizontal: true,
    count: Math.max(0, widths.length - 1),
    getScrollElement: () => scroller.current,
    estimateSize: (index) => widths[index + 1] ?? 120,
    getItemKey,
    overscan: 3,
    paddingStart: lead,
    scrollPaddingStart: lead,
  })

  const items = virtualColumns.getVirtualItems()
  const total = virtualColumns.getTotalSize()
  const first = items[0]
  const last = items.at(-1)
  const from = (first?.index ?? 0) + 1
  const to = last === undefined ? 0 : last.index + 1
  const before = first === undefined ? 0 : first.start - lead
  const after = last === undefined ? 0 : total - last.end
  const window: ColumnWindow = useMemo(() => ({ from, to, before, after }), [from, to, before, after])

  return {
    window,
    lead,
    totalWidth: total,
    scrollToColumn: (column: number) => {
      if (column > 0) virtualColumns.scrollToIndex(column - 1, { align: 'auto' })
      else virtualColumns.scrollToOffset(0)
    },
  }
}
