/** The active cell and the other corner of the marked block; rows and columns count from 0 as displayed. */
export interface GridCursor {
  readonly row: number
  readonly column: number
  readonly anchorRow: number
  readonly anchorColumn: number
}

export interface GridSize {
  readonly rows: number
  readonly columns: number
  /** Rows of one screen, for PageUp and PageDown. */
  readonly page: number
}

export interface CursorKey {
  readonly key: string
  readonly shift: boolean
  readonly ctrl: boolean
}

export function cursorAt(row: number, column: number): GridCursor {
  return { row, column, anchorRow: row, anchorColumn: column }
}

/**
 * Where a key takes the cursor, as in a spreadsheet; null when the key does not move it (Tab past either end
 * leaves the grid). Shift with arrows, Home, End and paging extends the marked block.
 */
export function movedCursor(cursor: GridCursor, pressed: CursorKey, size: GridSize): GridCursor | null {
  if (size.rows === 0 || size.columns === 0) return null
  if (pressed.key === 'Tab') return tabbed(cursor, pressed.shift, size)
  if (pressed.key === 'Enter') return stepped(cursor, pressed.shift ? -1 : 1, 0, false, size)
  const step = stepOf(pressed, cursor, size)
  return step === null ? null : stepped(cursor, step.rows, step.columns, pressed.shift, size)
}

interface Step {
  readonly rows: number
  readonly columns: number
}

function stepOf({ key, ctrl }: CursorKey, cursor: GridCursor, size: GridSize): Step | null {
  const far = ctrl ? Number.POSITIVE_INFINITY : 1
  switch (key) {
    case 'ArrowUp':
      return { rows: -far, columns: 0 }
    case 'ArrowDown':
      return { rows: far, columns: 0 }
    case 'ArrowLeft':
      return { rows: 0, columns: -far }
    case 'ArrowRight':
      return { rows: 0, columns: far }
    case 'PageUp':
      return { rows: -size.page, columns: 0 }
    case 'PageDown':
      return { rows: size.page, columns: 0 }
    case 'Home':
      return { rows: ctrl ? -cursor.row : 0, columns: -cursor.column }
    case 'End':
      return { rows: ctrl ? size.rows : 0, columns: size.columns }
    default:
      return null
  }
}

function stepped(
  from: GridCursor,
  rows: number,
  columns: number,
  extend: boolean,
  size: GridSize,
): GridCursor {
  const row = clamp(from.row + rows, size.rows)
  const column = clamp(from.column + columns, size.columns)
  return extend
    ? { row, column, anchorRow: from.anchorRow, anchorColumn: from.anchorColumn }
    : cursorAt(row, column)
}

function tabbed(from: GridCursor, back: boolean, size: GridSize): GridCursor | null {
  const next = from.row * size.columns + from.column + (back ? -1 : 1)
  if (next < 0 || next >= size.rows * size.columns) return null
  return cursorAt(Math.floor(next / size.columns), next % size.columns)
}

/** The cursor inside a grid that has fewer rows now (filtered, 作废). */
export function clampedCursor(
  cursor: GridCursor,
  size: Pick<GridSize, 'rows' | 'columns'>,
): GridCursor | null {
  if (size.rows === 0 || size.columns === 0) return null
  return {
    row: clamp(cursor.row, size.rows),
    column: clamp(cursor.column, size.columns),
    anchorRow: clamp(cursor.anchorRow, size.rows),
    anchorColumn: clamp(cursor.anchorColumn, size.columns),
  }
}

export interface CellBlock {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}

/** The marked block, both ends included. */
export function markedBlock(cursor: GridCursor): CellBlock {
  return {
    top: Math.min(cursor.row, cursor.anchorRow),
    bottom: Math.max(cursor.row, cursor.anchorRow),
    left: Math.min(cursor.column, cursor.anchorColumn),
    right: Math.max(cursor.column, cursor.anchorColumn),
  }
}

function clamp(index: number, count: number): number {
  return Math.max(0, Math.min(count - 1, index))
}
