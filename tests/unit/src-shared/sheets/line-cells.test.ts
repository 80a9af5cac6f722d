import { expect, it } from 'vitest'
import { lineCells } from '#shared/sheets/line-cells.ts'

const widths = (kind: 'data' | 'total', cells: Parameters<typeof lineCells>[0]['cells'], columns = 4) =>
  lineCells({ kind, cells }, columns).map(({ column, columns: wide }) => [column, wide])

it('lets the words of a sum run over the blanks beside them, up to the first number or dash', () => {
  expect(widths('total', ['', '合计2家', '', { value: 2, decimals: 0 }])).toEqual([
    [0, 1],
    [1, 2],
    [3, 1],
  ])
  expect(widths('total', ['合计', null, '', ''])).toEqual([
    [0, 1],
    [1, 1],
    [2, 1],
    [3, 1],
  ])
})

it('keeps every cell of an ordinary row, and the table rectangular where cells are missing', () => {
  expect(widths('data', ['1', '甲', '', ''])).toHaveLength(4)
  expect(widths('data', ['1'])).toHaveLength(4)
})
