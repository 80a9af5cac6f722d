import { IconListCheck } from '@tabler/icons-react'
import { useScreenState } from '../../state/screen-state.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { DataGrid } from '../../ui/grid/DataGrid.tsx'
import { VOIDED_ENTRY_COLUMNS } from './firm-columns.tsx'
import type { VoidedEntry } from './voided-entries.ts'

export interface VoidedEntriesGridProps {
  readonly year: number
  readonly entries: readonly VoidedEntry[]
  readonly search: string
  readonly onSelectionChange: (ids: readonly string[]) => void
}

const rowId = (entry: VoidedEntry) => entry.id
const rowLabel = (entry: VoidedEntry) => entry.firmName

/** 作废 entries of the list of a year, to be ticked and restored. */
export function VoidedEntriesGrid({ year, entries, search, onSelectionChange }: VoidedEntriesGridProps) {
  const density = useScreenState((state) => state.rowDensity)
  return (
    <DataGrid
      label={`${year}年名单中已作废`}
      rows={entries}
      rowId={rowId}
      rowLabel={rowLabel}
      columns={VOIDED_ENTRY_COLUMNS}
      search={search}
      onSelectionChange={onSelectionChange}
      density={density}
      empty={
        <EmptyState icon={IconListCheck} title="没有作废的名单" next="作废的企业会列在这里，可以恢复。" />
      }
    />
  )
}
