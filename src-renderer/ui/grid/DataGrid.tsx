import { useVirtualizer } from '@tanstack/react-virtual'
import {
  type ClipboardEvent,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { isHistoryKey } from '../history-key.ts'
import { CellEditor, type CellEditorHandle } from './CellEditor.tsx'
import { refusedCount } from './cell-drafts.ts'
import styles from './DataGrid.module.css'
import { GridFooter } from './GridFooter.tsx'
import { GridHeader } from './GridHeader.tsx'
import { GridRow } from './GridRow.tsx'
import { cellsAsTsv } from './grid-clipboard.ts'
import type { CellCommit, GridColumn } from './grid-column.ts'
import { clampedCursor, cursorAt, type GridCursor, markedBlock, movedCursor } from './grid-cursor.ts'
import { useCellDrafts } from './use-cell-drafts.ts'
import { useColumnWindow } from './use-column-window.ts'
import { useGridTable } from './use-grid-table.ts'
import { useRowSelection } from './use-row-selection.ts'

export interface DataGridProps<T extends object> {
  /** Accessible name, for example 企业名录. */
  readonly label: string
  readonly rows: readonly T[]
  /** Must not change between renders, like `columns`: both are compared by identity. */
  readonly rowId: (row: T) => string
  /** Accessible name of a row, for example the firm. */
  readonly rowLabel: (row: T) => string
  readonly columns: readonly GridColumn<T>[]
  readonly search?: string
  /** More text a search may find, for example pinyin initials. */
  readonly alsoSearch?: ((row: T) => string) | undefined
  readonly onCommit?: CellCommit<T>
  readonly onOpen?: (row: T) => void
  /** Ctrl+H on a cell: what it was before. */
  readonly onHistory?: (row: T, column: GridColumn<T>) => void
  /** Sentences of cells that want a look, by row and column; the cell stands out and says 待核对. */
  readonly marks?: ReadonlyMap<string, ReadonlyMap<string, string>>
  /** The mark of a cell was clicked. */
  readonly onMark?: (row: T, column: GridColumn<T>) => void
  readonly openRowId?: string | null
  readonly onSelectionChange?: (ids: readonly string[]) => void
  /** Shown when there are no rows at all: says the next step. */
  readonly empty: ReactNode
  readonly density?: 'normal' | 'compact'
}

const ROW_HEIGHTS = { normal: 32, compact: 26 } as const

/** The table of the program: virtual rows and columns, sort, filter, search, selection, editing like a spreadsheet. */
export function DataGrid<T extends object>(props: DataGridProps<T>) {
  const { rows, columns, rowId, rowLabel, onOpen, density = 'normal' } = props
  const rowHeight = ROW_HEIGHTS[density]
  const scroller = useRef<HTMLDivElement>(null)
  const editor = useRef<CellEditorHandle>(null)
  const [rawCursor, setCursor] = useState<GridCursor | null>(null)
  const [focused, setFocused] = useState(false)

  const table = useGridTable({
    rows,
    columns,
    rowId,
    search: props.search ?? '',
    alsoSearch: props.alsoSearch,
  })
  const shown = table.getRowModel().rows
  const selection = useRowSelection(table, shown, props.onSelectionChange)
  const { drafts, store, giveUp } = useCellDrafts({ label: props.label, rowId, rowLabel }, props.onCommit)
  const columnSizing = table.state.columnSizing
  const widths = useMemo(
    () => columns.map((column) => Math.max(60, columnSizing[column.id] ?? column.width)),
    [columns, columnSizing],
  )
  const { window, totalWidth, lead, scrollToColumn } = useColumnWindow(scroller, widths)
  const getItemKey = useCallback((index: number) => index * 100 + rowHeight, [rowHeight])
  const virtualRows = useVirtualizer({
    count: shown.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey,
    overscan: 12,
    scrollMargin: rowHeight,
    scrollPaddingStart: rowHeight,
  })

  const size = { rows: shown.length, columns: columns.length }
  const cursor = rawCursor === null ? null : clampedCursor(rawCursor, size)
  const place = cursor ?? cursorAt(0, 0)
  const block = cursor === null ? null : markedBlock(cursor)
  const activeRow = shown[place.row]?.original
  const activeColumn = columns[place.column]

  const moveTo = (next: GridCursor) => {
    setCursor(next)
    virtualRows.scrollToIndex(next.row, { align: 'auto' })
    scrollToColumn(next.column)
  }

  const pressCell = useCallback((row: number, column: number, event: MouseEvent) => {
    event.preventDefault()
    editor.current?.finish()
    setCursor((before) =>
      event.shiftKey && before !== null ? { ...before, row, column } : cursorAt(row, column),
    )
    editor.current?.focus()
  }, [])

  const openCell = useCallback(
    (row: number, column: number) => {
      const opened = shown[row]?.original
      if (columns[column]?.field !== undefined) editor.current?.open()
      else if (opened !== undefined) onOpen?.(opened)
    },
    [shown, columns, onOpen],
  )

  const { onMark } = props
  const toMark = useRef(onMark)
  useEffect(() => {
    toMark.current = onMark
  })
  /** The same function for ever, or every row would be drawn again. */
  const pressMark = useCallback((row: T, column: GridColumn<T>) => toMark.current?.(row, column), [])

  function takeKey(event: KeyboardEvent): boolean {
    const ctrl = event.ctrlKey || event.metaKey
    if (event.altKey) return false
    if (isHistoryKey(event) && props.onHistory !== undefined) {
      if (activeRow !== undefined && activeColumn !== undefined) props.onHistory(activeRow, activeColumn)
      return true
    }
    if (ctrl && event.key === 'Enter') {
      if (activeRow !== undefined) onOpen?.(activeRow)
      return true
    }
    if (event.shiftKey && event.key === ' ') {
      if (activeRow !== undefined) selection.toggle(rowId(activeRow), false)
      return true
    }
    if (ctrl && event.key === 'a') {
      setCursor({ ...cursorAt(size.rows - 1, size.columns - 1), anchorRow: 0, anchorColumn: 0 })
      return true
    }
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 2)
    const next = movedCursor(place, { key: event.key, shift: event.shiftKey, ctrl }, { ...size, page })
    if (next !== null) moveTo(next)
    return next !== null
  }

  function copyBlock(event: ClipboardEvent) {
    if (block === null) return
    event.preventDefault()
    const marked = shown
      .slice(block.top, block.bottom + 1)
      .map((row) => columns.slice(block.left, block.right + 1).map((column) => column.text(row.original)))
    event.clipboardData.setData('text/plain', cellsAsTsv(marked))
  }

  if (rows.length === 0) return <>{props.empty}</>
  const activeDraft =
    activeRow === undefined || activeColumn === undefined
      ? undefined
      : drafts.get(rowId(activeRow))?.get(activeColumn.id)

  return (
    <div className={styles.frame} data-density={density} data-focused={focused}>
      <div
        ref={scroller}
        role="grid"
        aria-label={props.label}
        aria-rowcount={shown.length + 1}
        aria-colcount={columns.length + 1}
        aria-multiselectable
        tabIndex={-1}
        className={styles.scroller}
      >
        <div className={styles.canvas} style={{ width: totalWidth }}>
          <GridHeader
            table={table}
            columns={columns}
            widths={widths}
            window={window}
            allSelected={selection.allShown}
            onToggleAll={selection.toggleAllShown}
          />
          <div className={styles.body} style={{ height: shown.length * rowHeight }}>
            {virtualRows.getVirtualItems().map((item) => {
              const row = shown[item.index]
              if (row === undefined) return null
              const marked = block !== null && item.index >= block.top && item.index <= block.bottom
              return (
                <GridRow
                  key={row.id}
                  row={row.original}
                  id={row.id}
                  index={item.index}
                  label={rowLabel(row.original)}
                  top={item.start - rowHeight}
                  columns={columns}
                  widths={widths}
                  window={window}
                  activeColumn={cursor?.row === item.index ? cursor.column : null}
                  markedFrom={marked ? block.left : null}
                  markedTo={marked ? block.right : null}
                  selected={selection.has(row.id)}
                  open={props.openRowId === row.id}
                  drafts={drafts.get(row.id)}
                  marks={props.marks?.get(row.id)}
                  onCellMouseDown={pressCell}
                  onCellDoubleClick={openCell}
                  onToggleSelected={selection.toggle}
                  onOpen={onOpen}
                  onMark={pressMark}
                />
              )
            })}
            <CellEditor
              ref={editor}
              cell={
                activeRow === undefined || activeColumn === undefined
                  ? null
                  : { row: activeRow, column: activeColumn }
              }
              label={
                activeRow === undefined ? props.label : `${rowLabel(activeRow)} ${activeColumn?.title ?? ''}`
              }
              draft={activeDraft}
              place={{
                top: place.row * rowHeight,
                left: lead + widths.slice(1, place.column).reduce((sum, width) => sum + width, 0),
                width: widths[place.column] ?? 120,
                sticky: place.column === 0,
              }}
              editable={props.onCommit !== undefined && activeColumn?.field !== undefined}
              onStore={store}
              onGiveUp={giveUp}
              onKey={takeKey}
              onCopy={copyBlock}
              onFocusChange={(has) => {
                setFocused(has)
                if (has) setCursor((before) => before ?? cursorAt(0, 0))
              }}
            />
          </div>
        </div>
        {shown.length === 0 ? <p className={styles.nothing}>没有符合条件的记录</p> : null}
      </div>
      <GridFooter
        total={rows.length}
        shown={shown.length}
        selected={selection.ids.length}
        refused={refusedCount(drafts)}
        filtering={table.state.columnFilters.length > 0}
        onClearFilters={() => table.resetColumnFilters(true)}
      />
    </div>
  )
}
