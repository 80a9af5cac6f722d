import { useCallback, useMemo } from 'react'
import type { Row } from '#shared/records/dictionary.ts'
import { PlanTarget } from '#shared/records/plan.ts'
import { plainNumber } from '#shared/records/typed-number.ts'
import { DataGrid } from '../../ui/grid/DataGrid.tsx'
import type { CellCommit, GridColumn } from '../../ui/grid/grid-column.ts'
import { told } from '../../ui/told.ts'
import { setPlanTarget } from '../../use-cases/plan-edit.ts'
import { PLAN_PACK } from '../../workspace/plan-pack.ts'
import { useWorkspace } from '../../workspace/use-workspace.ts'
import styles from './Plan.module.css'
import { checkedTarget, otherCityTargets, type TargetRow, targetRows, yearsOf } from './target-rows.ts'

const rowId = (row: TargetRow) => row.indicator.id
const rowLabel = (row: TargetRow) => row.indicator.title
const YEAR = 'year-'

/** 目标分解: indicator × year, typed like a spreadsheet; the city's targets stand beside for reference. */
export function TargetsGrid({ plan, density }: { plan: Row<'plan'>; density: 'normal' | 'compact' }) {
  const workspace = useWorkspace()
  const rows = useMemo(() => targetRows(plan, PLAN_PACK), [plan])
  const years = yearsOf(plan, PLAN_PACK).join(' ')
  const columns = useMemo(() => targetColumns(years.split(' ').map(Number)), [years])
  const commit: CellCommit<TargetRow> = useCallback(
    async ({ row, column, value }) => {
      const checked = checkedTarget(row.indicator, value)
      if (!checked.ok) return checked
      const year = Number(column.id.slice(YEAR.length))
      return told(setPlanTarget(workspace, plan.id, row.indicator, year, checked.value))
    },
    [workspace, plan.id],
  )
  return (
    <div className={styles.tab}>
      <div className={styles.grid}>
        <DataGrid
          label="目标分解"
          rows={rows}
          rowId={rowId}
          rowLabel={rowLabel}
          columns={columns}
          onCommit={commit}
          density={density}
          empty={null}
        />
      </div>
      <p className={styles.city}>全市目标，仅供参考：{otherCityTargets(PLAN_PACK).join('；')}</p>
    </div>
  )
}

function targetColumns(years: readonly number[]): readonly GridColumn<TargetRow>[] {
  return [
    text('title', '指标', 178, (row) => row.indicator.title),
    text('unit', '单位', 72, (row) => row.indicator.unit),
    ...years.map(yearColumn),
    {
      ...text('city', '全市目标，仅供参考', 190, (row) => row.city),
      help: '通知对全市提出的目标，不是本县任务',
      render: (row) => <span className={styles.reference}>{row.city || '—'}</span>,
    },
  ]
}

function yearColumn(year: number): GridColumn<TargetRow> {
  const title = `${year}年`
  return {
    id: `${YEAR}${year}`,
    title,
    kind: 'number',
    width: 112,
    value: (row) => row.values.get(year),
    text: (row) => {
      const value = row.values.get(year)
      return value === undefined ? '' : plainNumber(value)
    },
    field: { title: `${title}目标`, kind: 'number', schema: PlanTarget.shape.value },
  }
}

function text(
  id: string,
  title: string,
  width: number,
  of: (row: TargetRow) => string,
): GridColumn<TargetRow> {
  return { id, title, kind: 'text', width, value: of, text: of }
}
