import { expect, it } from 'vitest'
import { headerCells } from '#shared/sheets/header-cells.ts'

const column = (...headings: string[]) => ({ headings, width: 1, align: 'center' as const })

it('merges tall and wide headings', () => {
  const cells = headerCells([
    column('序号', '序号'),
    column('2020年', '营业收入'),
    column('2020年', '研发投入'),
  ])
  expect(cells).toEqual([
    { text: '序号', level: 0, column: 0, levels: 2, columns: 1 },
    { text: '2020年', level: 0, column: 1, levels: 1, columns: 2 },
    { text: '营业收入', level: 1, column: 1, levels: 1, columns: 1 },
    { text: '研发投入', level: 1, column: 2, levels: 1, columns: 1 },
  ])
})

it('does not merge equal headings below different parents', () => {
  const cells = headerCells([column('本季', '件数'), column('累计', '件数')])
  expect(cells.filter((c) => c.text === '件数')).toHaveLength(2)
})
