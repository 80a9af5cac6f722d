import { IconArrowNarrowDown, IconArrowNarrowUp } from '@tabler/icons-react'
import type { Table } from '@tanstack/react-table'
import { ColumnFilter } from './ColumnFilter.tsx'
import styles from './DataGrid.module.css'
import type { ColumnWindow } from './GridRow.tsx'
import { type GridColumn, isRightAligned } from './grid-column.ts'
import type { GridFilter } from './grid-filter.ts'
import type { GridFeatures } from './use-grid-table.ts'

export interface GridHeaderProps<T extends object> {
  readonly table: Pick<Table<GridFeatures, T>, 'getColumn' | 'getFlatHeaders'>
  readonly columns: readonly GridColumn<T>[]
  readonly widths: readonly number[]
  readonly window: ColumnWindow
  readonly allSelected: boolean
  readonly onToggleAll: () => void
}

/** Titles with unit, sorting, filter and the edge to drag a column wider. */
export function GridHeader<T extends object>(props: GridHeaderProps<T>) {
  const { columns, window: shown } = props
  const between: number[] = []
  for (let column = shown.from; column <= shown.to; column += 1) between.push(column)
  const titleAt = (index: number) => {
    const column = columns[index]
    if (column === undefined) return null
    return (
      <HeaderCell
        key={column.id}
        {...props}
        column={column}
        index={index}
        width={props.widths[index] ?? column.width}
      />
    )
  }
  return (
    <div role="row" className={styles.header} aria-rowindex={1}>
      <div role="columnheader" className={styles.selectorHead} aria-colindex={1}>
        <input
          type="checkbox"
          aria-label="全选筛选后的记录"
          checked={props.allSelected}
          onChange={props.onToggleAll}
        />
      </div>
      {titleAt(0)}
      <span className={styles.spacer} style={{ width: shown.before }} />
      {between.map(titleAt)}
      <span className={styles.spacer} style={{ width: shown.after }} />
    </div>
  )
}

interface HeaderCellProps<T extends object> extends GridHeaderProps<T> {
  readonly column: GridColumn<T>
  readonly index: number
  readonly width: number
}

const ARIA_SORT = { asc: 'ascending', desc: 'descending' } as const

function HeaderCell<T extends object>({ table, column, index, width }: HeaderCellProps<T>) {
  const state = table.getColumn(column.id)
  const sorted = state?.getIsSorted() ?? false
  const header = table.getFlatHeaders().find((each) => each.column.id === column.id)
  const filter = state?.getFilterValue() as GridFilter | undefined
  return (
    <div
      role="columnheader"
      className={index === 0 ? styles.firstTitle : styles.title}
      aria-colindex={index + 2}
      aria-sort={sorted === false ? 'none' : ARIA_SORT[sorted]}
      data-right={isRightAligned(column.kind)}
      style={{ width }}
    >
      <button
        type="button"
        className={styles.sort}
        title={column.help ?? `按${column.title}排序`}
        onClick={() => state?.toggleSorting()}
      >
        <span className={styles.titleText}>{column.title}</span>
        {column.unit === undefined ? null : <span className={styles.unit}>({column.unit})</span>}
        {sorted === 'asc' ? <IconArrowNarrowUp size={14} aria-hidden /> : null}
        {sorted === 'desc' ? <IconArrowNarrowDown size={14} aria-hidden /> : null}
      </button>
      <ColumnFilter column={column} filter={filter} onChange={(next) => state?.setFilterValue(next)} />
      <span
        className={styles.resizer}
        aria-hidden
        onMouseDown={header?.getResizeHandler()}
        onDoubleClick={() => state?.resetSize()}
      />
    </div>
  )
}
