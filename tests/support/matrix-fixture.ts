import type { Cell, Matrix } from '#shared/tabular/matrix.ts'

/** A sheet made of rows, with nothing hidden and nothing merged unless said. */
export function matrixOf(rows: readonly (readonly Cell[])[], over: Partial<Matrix> = {}): Matrix {
  return {
    sheet: 'Sheet1',
    rows,
    columns: rows.reduce((most, row) => Math.max(most, row.length), 0),
    merges: [],
    hiddenRows: [],
    hiddenColumns: [],
    hiddenSheet: false,
    ...over,
  }
}
