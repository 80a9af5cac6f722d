import type { SheetCell, SheetRow } from './sheet.ts'

/** A cell of a printed line and the columns it takes, 0-based. */
export interface LineCell {
  readonly cell: SheetCell
  readonly column: number
  readonly columns: number
}

/** The cells of a row as paper draws them: the words of a sum or an empty table run over the blank cells beside them. */
export function lineCells({ kind, cells }: SheetRow, columns: number): readonly LineCell[] {
  const line: LineCell[] = []
  for (let column = 0; column < columns; ) {
    const cell = cells[column] ?? null
    const runs = kind !== 'data' && typeof cell === 'string' && cell !== ''
    let end = column + 1
    while (runs && end < columns && cells[end] === '') end++
    line.push({ cell, column, columns: end - column })
    column = end
  }
  return line
}
