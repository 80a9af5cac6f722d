import type { SheetColumn } from './sheet.ts'

/** A merged heading cell, 0-based position within the header block. */
export interface HeaderCell {
  readonly text: string
  readonly level: number
  readonly column: number
  readonly levels: number
  readonly columns: number
}

/**
 * Merges the headings of a multi-level header: equal neighbours on a level become one wide cell, a heading
 * repeated downwards becomes one tall cell. Used by paper and .xlsx alike.
 */
export function headerCells(columns: readonly SheetColumn[]): readonly HeaderCell[] {
  const depth = columns[0]?.headings.length ?? 0
  const taken = new Set<string>()
  const cells: HeaderCell[] = []
  for (let level = 0; level < depth; level++) {
    for (let column = 0; column < columns.length; column++) {
      if (taken.has(`${level}:${column}`)) continue
      const text = columns[column]?.headings[level] ?? ''
      const tall = equalBelow(columns, column, level)
      const wide = tall > 1 ? 1 : equalRight(columns, column, level)
      for (let l = level; l < level + tall; l++)
        for (let c = column; c < column + wide; c++) taken.add(`${l}:${c}`)
      cells.push({ text, level, column, levels: tall, columns: wide })
    }
  }
  return cells
}

function equalBelow(columns: readonly SheetColumn[], column: number, level: number): number {
  const headings = columns[column]?.headings ?? []
  let end = level + 1
  while (end < headings.length && headings[end] === headings[level]) end++
  return end - level
}

/** Neighbours merge only below one common parent, so that two groups may each have a column of the same name. */
function equalRight(columns: readonly SheetColumn[], column: number, level: number): number {
  const path = pathTo(columns[column], level)
  let end = column + 1
  while (
    end < columns.length &&
    pathTo(columns[end], level) === path &&
    equalBelow(columns, end, level) === 1
  ) {
    end++
  }
  return end - column
}

const pathTo = (column: SheetColumn | undefined, level: number): string =>
  JSON.stringify(column?.headings.slice(0, level + 1) ?? [])
