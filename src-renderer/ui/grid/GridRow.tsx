import { IconAlertTriangle, IconLayoutSidebarRight } from '@tabler/icons-react'
import { type MouseEvent, memo } from 'react'
import type { CellDraft, RowDrafts } from './cell-drafts.ts'
import styles from './DataGrid.module.css'
import { type GridColumn, isRightAligned } from './grid-column.ts'

/** Which columns are drawn: the first always, then `from` to `to` (both included). */
export interface ColumnWindow {
  readonly from: number
  readonly to: number
  readonly before: number
  readonly after: number
}

export interface GridRowProps<T> {
  readonly row: T
  readonly id: string
  readonly index: number
  readonly label: string
  readonly top: number
  readonly columns: readonly GridColumn<T>[]
  readonly widths: readonly number[]
  readonly window: ColumnWindow
  /** Column of the cursor when it is in this row. */
  readonly activeColumn: number | null
  readonly markedFrom: number | null
  readonly markedTo: number | null
  readonly selected: boolean
  readonly open: boolean
  readonly drafts: RowDrafts | undefined
  /** Sentences of cells that want a look, by column. */
  readonly marks: ReadonlyMap<string, string> | undefined
  readonly onCellMouseDown: (row: number, column: number, event: MouseEvent) => void
  readonly onCellDoubleClick: (row: number, column: number) => void
  readonly onToggleSelected: (id: string, withShift: boolean) => void
  readonly onOpen: ((row: T) => void) | undefined
  readonly onMark: (row: T, column: GridColumn<T>) => void
}

function GridRowOf<T extends object>(props: GridRowProps<T>) {
  const { row, id, index, label, columns, widths, window: shown } = props
  const cellAt = (column: number) => {
    const definition = columns[column]
    if (definition === undefined) return null
    const marked =
      props.markedFrom !== null &&
      props.markedTo !== null &&
      column >= props.markedFrom &&
      column <= props.markedTo
    return (
      <GridCell
        key={definition.id}
        row={row}
        column={definition}
        width={widths[column] ?? definition.width}
        columnIndex={column}
        active={props.activeColumn === column}
        marked={marked}
        draft={props.drafts?.get(definition.id)}
        mark={props.marks?.get(definition.id)}
        onMark={() => props.onMark(row, definition)}
        onMouseDown={(event) => props.onCellMouseDown(index, column, event)}
        onDoubleClick={() => props.onCellDoubleClick(index, column)}
        onOpen={column === 0 && props.onOpen !== undefined ? () => props.onOpen?.(row) : undefined}
      />
    )
  }
  const between: number[] = []
  for (let column = shown.from; column <= shown.to; column += 1) between.push(column)

  return (
    <div
      role="row"
      className={styles.row}
      aria-rowindex={index + 2}
      aria-label={label}
      aria-selected={props.selected}
      data-row={id}
      data-open={props.open}
      style={{ top: props.top }}
    >
      <div role="gridcell" className={styles.selector} aria-colindex={1}>
        <input
          type="checkbox"
          tabIndex={-1}
          aria-label={`选择 ${label}`}
          checked={props.selected}
          onChange={() => undefined}
          onClick={(event) => props.onToggleSelected(id, event.shiftKey)}
        />
      </div>
      {cellAt(0)}
      <span className={styles.spacer} style={{ width: shown.before }} />
      {between.map(cellAt)}
      <span className={styles.spacer} style={{ width: shown.after }} />
    </div>
  )
}

export const GridRow = memo(GridRowOf) as typeof GridRowOf

interface GridCellProps<T> {
  readonly row: T
  readonly column: GridColumn<T>
  readonly columnIndex: number
  readonly width: number
  readonly active: boolean
  readonly marked: boolean
  readonly draft: CellDraft | undefined
  readonly mark: string | undefined
  readonly onMark: () => void
  readonly onMouseDown: (event: MouseEvent) => void
  readonly onDoubleClick: () => void
  readonly onOpen: (() => void) | undefined
}

function GridCell<T extends object>(props: GridCellProps<T>) {
  const { row, column, draft, mark, columnIndex } = props
  const text = draft?.typed ?? column.text(row)
  return (
    <div
      role="gridcell"
      tabIndex={-1}
      className={columnIndex === 0 ? styles.firstCell : styles.cell}
      aria-colindex={columnIndex + 2}
      aria-readonly={column.field === undefined}
      aria-invalid={typeof draft?.message === 'string' ? true : undefined}
      data-column={column.id}
      data-active={props.active}
      data-marked={props.marked}
      data-right={isRightAligned(column.kind)}
      data-doubtful={mark !== undefined}
      style={{ width: props.width }}
      title={draft?.message ?? mark ?? (text.length > 8 ? text : undefined)}
      onMouseDown={props.onMouseDown}
      onDoubleClick={props.onDoubleClick}
    >
      <span className={text === '' ? styles.blank : styles.text}>
        {draft === undefined && column.render !== undefined ? column.render(row) : text === '' ? '—' : text}
      </span>
      {typeof draft?.message === 'string' ? (
        <IconAlertTriangle className={styles.warning} size={16} aria-label={draft.message} />
      ) : null}
      {mark === undefined ? null : (
        <button
          type="button"
          tabIndex={-1}
          className={styles.doubt}
          aria-label={`待核对：${mark}`}
          onMouseDown={(event) => event.stopPropagation()}
          onClick={props.onMark}
        >
          待核对
        </button>
      )}
      {props.onOpen === undefined ? null : (
        <button
          type="button"
          tabIndex={-1}
          className={styles.openRow}
          aria-label="打开"
          title="打开（Ctrl+Enter）"
          onMouseDown={(event) => event.stopPropagation()}
          onClick={props.onOpen}
        >
          <IconLayoutSidebarRight size={16} aria-hidden />
        </button>
      )}
    </div>
  )
}
