import { cellText } from '#shared/sheets/cell-text.ts'
import { headerCells } from '#shared/sheets/header-cells.ts'
import type { Sheet, SheetRow } from '#shared/sheets/sheet.ts'
import style from './paper.module.css'

/** The table of one page: the header, and the rows it was given. */
export function SheetTable({
  sheet,
  rows,
  first,
}: {
  sheet: Sheet
  rows: readonly SheetRow[]
  first: number
}) {
  const total = sheet.columns.reduce((sum, column) => sum + column.width, 0)
  return (
    <table className={style.table}>
      <colgroup>
        {sheet.columns.map((column, at) => (
          <col
            key={`${at}-${column.headings.join('/')}`}
            style={{ width: `${(column.width / total) * 100}%` }}
          />
        ))}
      </colgroup>
      <SheetHead sheet={sheet} />
      <tbody>
        {rows.map((row, at) => (
          <SheetLine key={first + at} sheet={sheet} row={row} />
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
      {row.cells.map((cell, at) => (
        <td
          key={`${at}-${sheet.columns[at]?.headings.join('/') ?? ''}`}
          className={style[sheet.columns[at]?.align ?? 'left'] ?? ''}
        >
          {cellText(cell)}
        </td>
      ))}
    </tr>
  )
}
