import { Button } from '@mantine/core'
import { IconBan, IconFileImport, IconPlus, IconUsersGroup } from '@tabler/icons-react'
import { useCallback, useEffect, useMemo, useState } from 'react'
import type { Row } from '#shared/records/dictionary.ts'
import { newId } from '../../platform/new-id.ts'
import { today } from '../../platform/today.ts'
import { openCellHistory } from '../../state/history-place.ts'
import { useScreenState } from '../../state/screen-state.ts'
import { useConflictMarks, useGoToConflict } from '../../state/use-conflict-marks.ts'
import { useInitials } from '../../state/use-initials.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { DataGrid } from '../../ui/grid/DataGrid.tsx'
import type { CellChange } from '../../ui/grid/grid-column.ts'
import { OnlyLine } from '../../ui/OnlyLine.tsx'
import { Page } from '../../ui/Page.tsx'
import { SearchBox, Toolbar, ToolbarDivider } from '../../ui/Toolbar.tsx'
import { tellFailure } from '../../ui/tell-failure.ts'
import { told } from '../../ui/told.ts'
import { addActivity, changeActivity, restoreActivities } from '../../use-cases/activity-edits.ts'
import { useRecords, useWorkspace } from '../../workspace/use-workspace.ts'
import { ActivityPanel } from './ActivityPanel.tsx'
import styles from './activities.module.css'
import { ACTIVITY_COLUMNS } from './activity-columns.ts'
import { type ActivityRow, activityRows, activityRowsOf, voidedActivities } from './activity-rows.ts'
import { VoidActivitiesDialog } from './VoidActivitiesDialog.tsx'
import { VoidedActivitiesGrid } from './VoidedActivitiesGrid.tsx'
import { YearSummary } from './YearSummary.tsx'

const rowId = (row: ActivityRow): string => row.id
const rowLabel = (row: ActivityRow): string => row.name ?? '未命名活动'

const MARKED = { $void: 'name', participants: 'firms' }

/** 服务活动: the year's log, one line per activity; each opens with its 服务对象 at the side. */
export function ActivitiesScreen() {
  const workspace = useWorkspace()
  const records = useRecords()
  const marks = useConflictMarks('activity', MARKED)
  const goToConflict = useGoToConflict('activity')
  const { year, setYear, goTo, target, rowDensity } = useScreenState()
  const [search, setSearch] = useState('')
  const [openId, setOpenId] = useState<string | null>(target?.open ?? null)
  const [only, setOnly] = useState(target?.only ?? null)
  const [selected, setSelected] = useState<readonly string[]>([])
  const [voiding, setVoiding] = useState<readonly Row<'activity'>[] | null>(null)
  const [showVoided, setShowVoided] = useState(false)
  const initials = useInitials(search !== '')
  const voided = useMemo(() => voidedActivities(records, year), [records, year])

  const rows = useMemo(
    () => (only === null ? activityRows(records, year) : activityRowsOf(records, only.ids)),
    [records, year, only],
  )
  const alsoSearch = useMemo(
    () => (row: ActivityRow) =>
      `${row.firmNames} ${initials === null ? '' : initials(`${row.name ?? ''} ${row.firmNames}`)}`,
    [initials],
  )
  const open = openId === null ? undefined : records.get('activity', openId)
  const change = useCallback(
    ({ row, column, value }: CellChange<ActivityRow>) =>
      told(changeActivity(workspace, row, column.id, value)),
    [workspace],
  )

  const openYear = Number(open?.date?.slice(0, 4) ?? year)
  useEffect(() => {
    if (target?.open !== undefined && target.open === openId && openYear !== year) setYear(openYear)
  }, [target, openId, openYear, year, setYear])

  async function add() {
    const id = newId()
    const day = today()
    const done = await addActivity(workspace, id, day.startsWith(String(year)) ? day : null)
    if (done.ok) setOpenId(id)
  }

  function show(wantsVoided: boolean) {
    setShowVoided(wantsVoided)
    setSelected([])
    setOpenId(null)
    setOnly(null)
  }

  const restorable = voided.filter(({ id }) => selected.includes(id))
  const importButton = (
    <Button
      variant="default"
      leftSection={<IconFileImport size={18} stroke={1.6} aria-hidden />}
      onClick={() => goTo('import', { tab: 'activities' })}
    >
      导入
    </Button>
  )
  const addButton = (
    <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => void add()}>
      新增活动
    </Button>
  )

  return (
    <Page
      title="服务活动"
      aside={
        voided.length > 0 && !showVoided ? (
          <Button variant="subtle" onClick={() => show(true)}>
            已作废 {voided.length}
          </Button>
        ) : null
      }
      toolbar={
        <Toolbar>
          <SearchBox label="搜索活动、企业或拼音首字母" onSearch={setSearch} />
          <ToolbarDivider />
          {showVoided ? (
            <Button
              disabled={restorable.length === 0}
              onClick={() => tellFailure(restoreActivities(workspace, restorable), '没有恢复')}
            >
              恢复 {restorable.length} 条
            </Button>
          ) : (
            <>
              <Button
                variant="default"
                disabled={selected.length === 0}
                leftSection={<IconBan size={18} stroke={1.6} aria-hidden />}
                onClick={() => setVoiding(selected.flatMap((id) => records.get('activity', id) ?? []))}
              >
                作废
              </Button>
              {importButton}
              {addButton}
            </>
          )}
        </Toolbar>
      }
      panel={
        open === undefined ? null : (
          <ActivityPanel
            key={open.id}
            activity={open}
            onClose={() => setOpenId(null)}
            onVoid={() => setVoiding([open])}
          />
        )
      }
    >
      <div className={styles.content}>
        {showVoided ? (
          <OnlyLine
            count={voided.length}
            measure="条"
            reason="已作废，不计入任何统计"
            onAll={() => show(false)}
          />
        ) : only === null ? (
          <YearSummary year={year} />
        ) : (
          <OnlyLine count={rows.length} measure="条" reason={only.reason} onAll={() => setOnly(null)} />
        )}
        <div className={styles.grid}>
          {showVoided ? (
            <VoidedActivitiesGrid year={year} rows={voided} search={search} onSelectionChange={setSelected} />
          ) : (
            <DataGrid
              label={`${year}年服务活动`}
              rows={rows}
              rowId={rowId}
              rowLabel={rowLabel}
              columns={ACTIVITY_COLUMNS}
              search={search}
              alsoSearch={alsoSearch}
              onCommit={change}
              onOpen={(row) => setOpenId(row.id)}
              onHistory={(row, column) => openCellHistory('activity', row.id, column.id)}
              marks={marks}
              onMark={(row, column) => goToConflict(row.id, column.id)}
              openRowId={openId}
              onSelectionChange={setSelected}
              density={rowDensity}
              empty={
                <EmptyState
                  icon={IconUsersGroup}
                  title={`${year}年还没有服务活动`}
                  next="导入服务活动台账，或新增一条；日常走访可按 Ctrl+J 随手记一笔。"
                >
                  {importButton}
                  {addButton}
                </EmptyState>
              }
            />
          )}
        </div>
      </div>
      {voiding === null ? null : (
        <VoidActivitiesDialog activities={voiding} onClose={() => setVoiding(null)} />
      )}
    </Page>
  )
}
