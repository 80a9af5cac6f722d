import {
  type ColumnDef,
  columnFilteringFeature,
  columnResizingFeature,
  columnSizingFeature,
  createFilteredRowModel,
  createSortedRowModel,
  globalFilteringFeature,
  type Row,
  rowSelectionFeature,
  rowSortingFeature,
  type TableOptions,
  tableFeatures,
  useTable,
} from '@tanstack/react-table'
import { useMemo } from 'react'
import type { GridColumn } from './grid-column.ts'
import { folded, type GridFilter, hasWords, isNarrowing, passesFilter, searchWords } from './grid-filter.ts'
import { type TextRanks, textRanks } from './text-ranks.ts'

export const gridFeatures = tableFeatures({
  rowSortingFeature,
  columnFilteringFeature,
  globalFilteringFeature,
  columnSizingFeature,
  columnResizingFeature,
  rowSelectionFeature,
  sortedRowModel: createSortedRowModel(),
  filteredRowModel: createFilteredRowModel(),
})
export type GridFeatures = typeof gridFeatures

const collator = new Intl.Collator('zh-CN-u-co-pinyin', { numeric: true })

export interface GridTableInput<T> {
  readonly rows: readonly T[]
  readonly columns: readonly GridColumn<T>[]
  readonly rowId: (row: T) => string
  readonly search: string
  readonly alsoSearch: ((row: T) => string) | undefined
}

interface GridSearch<T> {
  readonly words: readonly string[]
  readonly haystackOf: (row: T) => string
}

/** Sorting by prepared ranks, search in prepared haystacks, filters, widths and selection of a grid. */
export function useGridTable<T extends object>(input: GridTableInput<T>) {
  const { rows, columns, rowId, search, alsoSearch } = input
  const definitions = useMemo(() => columnDefinitions(columns, rows), [columns, rows])
  const haystackOf = useMemo(() => haystacks(columns, alsoSearch), [columns, alsoSearch])
  // carries the haystacks: the table filters again only when the filter itself is another one
  const globalFilter = useMemo((): GridSearch<T> | undefined => {
    const words = searchWords(search)
    return words.length === 0 ? undefined : { words, haystackOf }
  }, [search, haystackOf])
  const searched = columns[0]?.id

  // one object per change: a new one would make a new table, and with it every row, at each render
  const options: TableOptions<GridFeatures, T> = useMemo(
    () => ({
      features: gridFeatures,
      columns: definitions,
      data: rows,
      state: { globalFilter },
      getRowId: rowId,
      globalFilterFn: (row: Row<GridFeatures, T>, _columnId: string, filter: GridSearch<T>) =>
        hasWords(filter.haystackOf(row.original), filter.words),
      getColumnCanGlobalFilter: (column) => column.id === searched,
      columnResizeMode: 'onChange',
      enableMultiSort: false,
      sortDescFirst: false,
    }),
    [definitions, rows, globalFilter, rowId, searched],
  )
  return useTable<GridFeatures, T>(options)
}

function columnDefinitions<T extends object>(
  columns: readonly GridColumn<T>[],
  rows: readonly T[],
): ColumnDef<GridFeatures, T>[] {
  return columns.map((column) => {
    const ranks = rankedLazily(column, rows)
    const key = (row: Row<GridFeatures, T>): number => {
      const value = column.value(row.original)
      return typeof value === 'number' ? value : ranks().rank(row.getValue<string>(column.id))
    }
    return {
      id: column.id,
      accessorFn: (row: T) => column.text(row) || undefined,
      size: column.width,
      minSize: 60,
      maxSize: 900,
      sortUndefined: 'last',
      sortFn: (a: Row<GridFeatures, T>, b: Row<GridFeatures, T>) => key(a) - key(b),
      filterFn: columnFilterFn(column),
    }
  })
}

function columnFilterFn<T extends object>(column: GridColumn<T>) {
  const passes = (row: Row<GridFeatures, T>, _columnId: string, filter: GridFilter) =>
    passesFilter(filter, column.value(row.original), column.text(row.original))
  return Object.assign(passes, {
    autoRemove: (filter: GridFilter | undefined) => filter === undefined || !isNarrowing(filter),
  })
}

function rankedLazily<T extends object>(column: GridColumn<T>, rows: readonly T[]): () => TextRanks {
  let ranks: TextRanks | null = null
  return () => {
    ranks ??= textRanks(
      rows.map((row) => column.text(row)),
      collator.compare,
    )
    return ranks
  }
}

/** One lower-case text per row, made when first searched and kept while the row object lives. */
function haystacks<T extends object>(
  columns: readonly GridColumn<T>[],
  alsoSearch: ((row: T) => string) | undefined,
): (row: T) => string {
  const made = new WeakMap<T, string>()
  return (row) => {
    const known = made.get(row)
    if (known !== undefined) return known
    const texts = columns.map((column) => column.text(row))
    const haystack = folded([...texts, alsoSearch?.(row) ?? ''].join('\n'))
    made.set(row, haystack)
    return haystack
  }
}
