import { plainNumber } from '#shared/records/typed-number.ts'
import type { GridColumn } from '../../ui/grid/grid-column.ts'
import { Status } from '../../ui/Status.tsx'
import type { LogRow } from './log-rows.ts'

const TONES = { 有效: 'good', 已撤销: 'note', 已重做: 'note' } as const

const column = (
  id: 'title' | 'when' | 'who' | 'pc' | 'how',
  title: string,
  width: number,
): GridColumn<LogRow> => ({
  id,
  title,
  kind: id === 'when' ? 'date' : 'text',
  width,
  value: (row) => row[id],
  text: (row) => row[id],
})

/** What was done, whether it stands, when, by whom, how, on which PC, and how many cells it wrote. */
export function logColumns(cellsOf: (row: LogRow) => number): readonly GridColumn<LogRow>[] {
  return [
    column('title', '操作', 360),
    {
      id: 'state',
      title: '状态',
      kind: 'text',
      width: 100,
      value: (row) => row.state,
      text: (row) => row.state,
      render: (row) => <Status tone={TONES[row.state]} word={row.state} quiet />,
      choices: Object.keys(TONES),
    },
    column('when', '时间', 150),
    column('who', '操作人', 90),
    column('how', '方式', 200),
    column('pc', '电脑', 150),
    {
      id: 'cells',
      title: '处数',
      kind: 'count',
      help: '这次操作写入的格数',
      width: 80,
      value: cellsOf,
      text: (row) => plainNumber(cellsOf(row)),
    },
  ]
}
