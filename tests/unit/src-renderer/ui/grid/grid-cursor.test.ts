import { describe, expect, it } from 'vitest'
import { clampedCursor, cursorAt, markedBlock, movedCursor } from '#renderer/ui/grid/grid-cursor.ts'

const size = { rows: 3, columns: 4, page: 2 }
const press = (key: string, shift = false, ctrl = false) => ({ key, shift, ctrl })

describe('moving the cell cursor', () => {
  it.each([
    ['ArrowRight', cursorAt(1, 2)],
    ['ArrowLeft', cursorAt(1, 0)],
    ['ArrowUp', cursorAt(0, 1)],
    ['ArrowDown', cursorAt(2, 1)],
    ['Enter', cursorAt(2, 1)],
    ['Home', cursorAt(1, 0)],
    ['End', cursorAt(1, 3)],
    ['PageDown', cursorAt(2, 1)],
    ['PageUp', cursorAt(0, 1)],
    ['Tab', cursorAt(1, 2)],
  ])('%s moves from the middle as in a spreadsheet', (key, expected) => {
    expect(movedCursor(cursorAt(1, 1), press(key), size)).toEqual(expected)
  })

  it('goes to the edge with Ctrl and to the corners with Ctrl+Home and Ctrl+End', () => {
    expect(movedCursor(cursorAt(1, 1), press('ArrowDown', false, true), size)).toEqual(cursorAt(2, 1))
    expect(movedCursor(cursorAt(1, 1), press('ArrowLeft', false, true), size)).toEqual(cursorAt(1, 0))
    expect(movedCursor(cursorAt(1, 1), press('Home', false, true), size)).toEqual(cursorAt(0, 0))
    expect(movedCursor(cursorAt(1, 1), press('End', false, true), size)).toEqual(cursorAt(2, 3))
  })

  it('stops at the edges', () => {
    expect(movedCursor(cursorAt(0, 0), press('ArrowUp'), size)).toEqual(cursorAt(0, 0))
    expect(movedCursor(cursorAt(2, 3), press('Enter'), size)).toEqual(cursorAt(2, 3))
  })

  it('wraps Tab to the next row and leaves the grid past either end', () => {
    expect(movedCursor(cursorAt(0, 3), press('Tab'), size)).toEqual(cursorAt(1, 0))
    expect(movedCursor(cursorAt(1, 0), press('Tab', true), size)).toEqual(cursorAt(0, 3))
    expect(movedCursor(cursorAt(2, 3), press('Tab'), size)).toBeNull()
    expect(movedCursor(cursorAt(0, 0), press('Tab', true), size)).toBeNull()
  })

  it('goes up with Shift+Enter', () => {
    expect(movedCursor(cursorAt(1, 1), press('Enter', true), size)).toEqual(cursorAt(0, 1))
  })

  it('extends the marked block with Shift and drops it without', () => {
    const extended = movedCursor(cursorAt(1, 1), press('ArrowUp', true), size)
    expect(extended).toEqual({ row: 0, column: 1, anchorRow: 1, anchorColumn: 1 })
    expect(extended === null ? null : markedBlock(extended)).toEqual({ top: 0, bottom: 1, left: 1, right: 1 })
    expect(extended === null ? null : movedCursor(extended, press('ArrowRight'), size)).toEqual(
      cursorAt(0, 2),
    )
  })

  it('does not move for a letter, or in an empty grid', () => {
    expect(movedCursor(cursorAt(0, 0), press('a'), size)).toBeNull()
    expect(movedCursor(cursorAt(0, 0), press('ArrowDown'), { rows: 0, columns: 4, page: 2 })).toBeNull()
  })

  it('stays inside when rows disappear', () => {
    expect(clampedCursor(cursorAt(9, 2), size)).toEqual(cursorAt(2, 2))
    expect(clampedCursor(cursorAt(9, 2), { rows: 0, columns: 4 })).toBeNull()
  })
})
