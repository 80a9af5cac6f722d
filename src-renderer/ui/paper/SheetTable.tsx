import { cellText } from '#shared/sheets/cell-text.ts'
import { headerCells } from '#shared/sheets/header-cells.ts'
import { lineCells } from '#shared/sheets/line-cells.ts'
import type { Sheet, SheetCell, SheetRow } from '#shared/sheets/sheet.ts'
import style from './paper.module.css'

const DENSE_COLUMNS = 11

/** The table of one page: the header, and the rows it was given. */
export function SheetTable({ sheet, rows }: { sheet: Sheet; rows: readonly SheetRow[] }) {
  const keys = new Map(rows.map((row, at) => [row, at]))
  const total = sheet.columns.reduce((sum, column) => sum + column.width, 0)
  return (
    <table className={`${style.table} ${sheet.columns.length >= DENSE_COLUMNS ? style.dense : ''}`}>
      <colgroup>
        {sheet.columns.map((column) => (
          <col key={column.headings.join('/')} style={{ width: `${(column.width / total) * 100}%` }} />
        ))}
      </colgroup>
      <SheetHead sheet={sheet} />
      <tbody>
        {rows.map((row) => (
          <SheetLine key={keys.get(row)} sheet={sheet} row={row} />
        ))}
      </tbody>
    </table>
  )
}

function SheetHead({ sheet }: { sheet: Sheet }) {
  const cells = headerCells(sheet.columns)
  const levels = [...new Set(cells.map((cell) => cell.level))]
  return (
    <thead>
      {levels.map((level) => (
        <tr key={level}>
          {cells
            .filter((cell) => cell.level === level)
            .map((cell) => (
              <th key={cell.column} rowSpan={cell.levels} colSpan={cell.columns} scope="col">
                {cell.text}
              </th>
            ))}
        </tr>
      ))}
    </thead>
  )
}

function SheetLine({ sheet, row }: { sheet: Sheet; row: SheetRow }) {
  return (
    <tr className={style[row.kind] ?? ''}>
      {lineCells(row, sheet.columns.length).map(({ cell, column, columns }) => (
        <td
          key={column}
          colSpan={columns}
          className={`${style[sheet.columns[column]?.align ?? 'left']} ${looksOf(cell)}`}
        >
          {cellText(cell)}
        </td>
      ))}
    </tr>
  )
}

function looksOf(cell: SheetCell): string {
  if (cell === null) return style.unknown ?? ''
  const isDate = typeof cell === 'object' && 'date' in cell
  return isDate ? (style.date ?? '') : ''
}
