import { Button } from '@mantine/core'
import { IconListCheck } from '@tabler/icons-react'
import { useCallback, useMemo, useState } from 'react'
import { NOTICE_TASKS } from '#shared/pack/notice-tasks.ts'
import type { Row } from '#shared/records/dictionary.ts'
import { formatField, type TypedField } from '#shared/records/parse-typed.ts'
import { MEASURE_STATES, PlanMeasure } from '#shared/records/plan.ts'
import { err } from '#shared/result.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { DataGrid } from '../../ui/grid/DataGrid.tsx'
import type { CellCommit, GridColumn } from '../../ui/grid/grid-column.ts'
import { Status } from '../../ui/Status.tsx'
import { tellFailure } from '../../ui/tell-failure.ts'
import { told } from '../../ui/told.ts'
import { editMeasure, removeMeasures } from '../../use-cases/plan-measures.ts'
import { useWorkspace } from '../../workspace/use-workspace.ts'
import { changedMeasure } from './changed-measure.ts'
import type { MeasureRow } from './measure-rows.ts'
import { NewMeasure } from './NewMeasure.tsx'
import styles from './Plan.module.css'

export interface MeasuresGridProps {
  readonly plan: Row<'plan'>
  readonly rows: readonly MeasureRow[]
  readonly density: 'normal' | 'compact'
}

const rowId = (row: MeasureRow) => row.key
const rowLabel = (row: MeasureRow) => row.measure

/** 工作举措: who does what by when; added in the line above the table, edited in place. */
export function MeasuresGrid({ plan, rows, density }: MeasuresGridProps) {
  const workspace = useWorkspace()
  const [selected, setSelected] = useState<readonly string[]>([])
  const columns = useMemo(() => measureColumns(rows), [rows])
  const commit: CellCommit<MeasureRow> = useCallback(
    async ({ row, column, value }) => {
      const changed = changedMeasure(row, column.id, value)
      if (changed === null) return err({ message: `${column.title}不能为空` })
      return told(editMeasure(workspace, plan.id, row.key, changed, column.title))
    },
    [workspace, plan.id],
  )
  return (
    <div className={styles.tab}>
      <div className={styles.addLine}>
        <NewMeasure plan={plan.id} />
        {selected.length === 0 ? null : (
          <Button variant="default" onClick={() => tellFailure(removeMeasures(workspace, plan.id, selected))}>
            移除 {selected.length} 项
          </Button>
        )}
      </div>
      <div className={styles.grid}>
        <DataGrid
          label="工作举措"
          rows={rows}
          rowId={rowId}
          rowLabel={rowLabel}
          columns={columns}
          onCommit={commit}
          onSelectionChange={setSelected}
          density={density}
          empty={
            <EmptyState
              icon={IconListCheck}
              title="还没有工作举措"
              next="在上面一行写明任务、举措、责任人和完成时限，点“添加”。"
            />
          }
        />
      </div>
    </div>
  )
}

function measureColumns(rows: readonly MeasureRow[]): readonly GridColumn<MeasureRow>[] {
  const known = new Set<string>(NOTICE_TASKS)
  const others = [...new Set(rows.flatMap((row) => row.task ?? []))].filter((task) => !known.has(task))
  const tasks = [...NOTICE_TASKS, ...others]
  return [
    column('measure', 306, { title: '举措', kind: 'longText', schema: PlanMeasure.shape.measure }),
    column('task', 132, { title: '任务', kind: 'choice', choices: tasks, schema: PlanMeasure.shape.task }),
    column('owner', 100, { title: '责任人', kind: 'text', schema: PlanMeasure.shape.owner }),
    deadlineColumn(),
    column('state', 84, {
      title: '状态',
      kind: 'choice',
      choices: MEASURE_STATES,
      schema: PlanMeasure.shape.state,
    }),
  ]
}

function deadlineColumn(): GridColumn<MeasureRow> {
  const field: TypedField = { title: '完成时限', kind: 'date', schema: PlanMeasure.shape.deadline }
  return {
    ...column('deadline', 160, field),
    render: (row) => (
      <span className={styles.deadline}>
        {row.deadline ?? '—'}
        {row.overdue ? <Status quiet tone="bad" word="逾期" /> : null}
      </span>
    ),
  }
}

function column(id: keyof PlanMeasure, width: number, field: TypedField): GridColumn<MeasureRow> {
  return {
    id,
    title: field.title,
    kind: field.kind,
    width,
    field,
    value: (row) => row[id],
    text: (row) => formatField(field, row[id]),
    ...(field.choices === undefined ? {} : { choices: field.choices }),
  }
}
