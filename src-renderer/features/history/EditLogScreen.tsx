import { SegmentedControl } from '@mantine/core'
import { IconHistory } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { usePcName } from '../../state/pc-name.ts'
import { useScreenState } from '../../state/screen-state.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { DataGrid } from '../../ui/grid/DataGrid.tsx'
import { Page } from '../../ui/Page.tsx'
import { SearchBox, Toolbar } from '../../ui/Toolbar.tsx'
import { useEditLog, useWorkspace } from '../../workspace/use-workspace.ts'
import { LogPanel } from './LogPanel.tsx'
import { logColumns } from './log-columns.tsx'
import { type LogRow, type LogView, logRows } from './log-rows.ts'

const rowId = (row: LogRow): string => row.id
const rowLabel = (row: LogRow): string => row.title

/** 操作记录: every action ever made, newest first; any of them can be taken back or brought again. */
export function EditLogScreen() {
  const workspace = useWorkspace()
  const log = useEditLog()
  const pcName = usePcName()
  const density = useScreenState((state) => state.rowDensity)
  const [view, setView] = useState<LogView>('all')
  const [query, setQuery] = useState('')
  const [opened, setOpened] = useState<string | null>(null)

  const columns = useMemo(() => logColumns((row) => workspace.cellsWritten(row.logged.edit)), [workspace])
  const rows = useMemo(() => logRows(log, view, pcName), [log, view, pcName])
  const open = opened === null ? undefined : rows.find((row) => row.id === opened)

  return (
    <Page
      title="操作记录"
      aside={
        <SegmentedControl
          size="xs"
          aria-label="显示"
          value={view}
          onChange={(value) => setView(value as LogView)}
          data={[
            { value: 'all', label: '全部' },
            { value: 'imports', label: '只看导入' },
          ]}
        />
      }
      toolbar={
        <Toolbar>
          <SearchBox label="搜索操作、操作人或文件" onSearch={setQuery} />
        </Toolbar>
      }
      panel={
        open === undefined ? null : <LogPanel key={open.id} row={open} onClose={() => setOpened(null)} />
      }
    >
      <DataGrid
        label="操作记录"
        rows={rows}
        rowId={rowId}
        rowLabel={rowLabel}
        columns={columns}
        search={query}
        onOpen={(row) => setOpened(row.id)}
        openRowId={opened}
        density={density}
        empty={
          <EmptyState
            icon={IconHistory}
            title={view === 'all' ? '还没有操作' : '还没有导入过'}
            next="每次录入、导入、合并和撤销都会记在这里，随时可以撤销或重做。"
          />
        }
      />
    </Page>
  )
}
