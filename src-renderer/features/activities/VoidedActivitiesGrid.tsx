import { IconUsersGroup } from '@tabler/icons-react'
import { useScreenState } from '../../state/screen-state.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { DataGrid } from '../../ui/grid/DataGrid.tsx'
import { VOIDED_ACTIVITY_COLUMNS } from './activity-columns.ts'
import type { VoidedActivity } from './activity-rows.ts'

export interface VoidedActivitiesGridProps {
  readonly year: number
  readonly rows: readonly VoidedActivity[]
  readonly search: string
  readonly onSelectionChange: (ids: readonly string[]) => void
}

const rowId = (row: VoidedActivity) => row.id
const rowLabel = (row: VoidedActivity) => row.name ?? '未命名活动'

/** 作废 activities of the year, to be ticked and restored. */
export function VoidedActivitiesGrid({ year, rows, search, onSelectionChange }: VoidedActivitiesGridProps) {
  const density = useScreenState((state) => state.rowDensity)
  return (
    <DataGrid
      label={`${year}年已作废的服务活动`}
      rows={rows}
      rowId={rowId}
      rowLabel={rowLabel}
      columns={VOIDED_ACTIVITY_COLUMNS}
      search={search}
      onSelectionChange={onSelectionChange}
      density={density}
      empty={
        <EmptyState icon={IconUsersGroup} title="没有作废的活动" next="作废的活动会列在这里，可以恢复。" />
      }
    />
  )
}
