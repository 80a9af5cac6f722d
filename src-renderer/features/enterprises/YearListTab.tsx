import { Button } from '@mantine/core'
import { IconListCheck } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { openCellHistory } from '../../state/history-place.ts'
import { useScreenState } from '../../state/screen-state.ts'
import { useConflictMarks, useGoToConflict } from '../../state/use-conflict-marks.ts'
import { useInitials } from '../../state/use-initials.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { DataGrid } from '../../ui/grid/DataGrid.tsx'
import type { CellChange } from '../../ui/grid/grid-column.ts'
import { OnlyLine } from '../../ui/OnlyLine.tsx'
import { Page } from '../../ui/Page.tsx'
import { ReasonDialog } from '../../ui/ReasonDialog.tsx'
import { SearchBox, Toolbar, ToolbarDivider } from '../../ui/Toolbar.tsx'
import { tellFailure } from '../../ui/tell-failure.ts'
import { told } from '../../ui/told.ts'
import { editParticipation, rejoinList } from '../../use-cases/participation-edit.ts'
import { restoreEntries, voidEntries } from '../../use-cases/participation-void.ts'
import { PLAN_PACK } from '../../workspace/plan-pack.ts'
import { useRecords, useWorkspace } from '../../workspace/use-workspace.ts'
import { AddToListDialog } from './AddToListDialog.tsx'
import styles from './Enterprises.module.css'
import { EntryPanel } from './EntryPanel.tsx'
import { ExitDialog } from './ExitDialog.tsx'
import { LIST_COLUMNS } from './firm-columns.tsx'
import { ListCountsLine } from './ListCountsLine.tsx'
import { type ListRow, listCounts, listRows } from './list-rows.ts'
import type { TabProps } from './RegisterTab.tsx'
import { VoidedEntriesGrid } from './VoidedEntriesGrid.tsx'
import { voidedEntries } from './voided-entries.ts'

const rowId = (row: ListRow) => row.id
const rowLabel = (row: ListRow) => row.firmName

type Dialog = { readonly kind: 'add' } | { readonly kind: 'exit' | 'void'; readonly rows: readonly ListRow[] }

const MARKED = { $void: 'state' }

/** 年度名单: the firms of one year with their entry; 退出 firms stay and say so. */
export function YearListTab({ year, tabs, target, onImport }: TabProps & { readonly year: number }) {
  const workspace = useWorkspace()
  const records = useRecords()
  const marks = useConflictMarks('participation', MARKED)
  const goToConflict = useGoToConflict('participation')
  const density = useScreenState((state) => state.rowDensity)
  const [search, setSearch] = useState('')
  const [only, setOnly] = useState(target?.only ?? null)
  const [openId, setOpenId] = useState<string | null>(target?.open ?? null)
  const [selected, setSelected] = useState<readonly string[]>([])
  const [dialog, setDialog] = useState<Dialog | null>(null)
  const [showVoided, setShowVoided] = useState(false)

  const all = useMemo(() => listRows(records, PLAN_PACK.rules, year), [records, year])
  const rows = useMemo(() => {
    if (only === null) return all
    const wanted = new Set(only.ids)
    return all.filter((row) => wanted.has(row.id) || wanted.has(row.firmId))
  }, [all, only])
  const counts = useMemo(() => listCounts(all), [all])
  const voided = useMemo(() => voidedEntries(records, year), [records, year])
  const restorable = voided.filter((entry) => selected.includes(entry.id) && !entry.isListedAgain)
  const initials = useInitials(search !== '')
  const alsoSearch = useMemo(
    () => (initials === null ? undefined : (row: ListRow) => initials(row.firmName)),
    [initials],
  )
  const chosen = rows.filter((row) => selected.includes(row.id))
  const staying = chosen.filter((row) => row.status !== '已退出')
  const openRow = openId === null ? undefined : all.find((row) => row.id === openId || row.firmId === openId)

  function commitCell({ row, column, value }: CellChange<ListRow>) {
    return told(editParticipation(workspace, row.id, { name: column.id, title: column.title }, value))
  }

  function show(wantsVoided: boolean) {
    setShowVoided(wantsVoided)
    setSelected([])
    setOpenId(null)
    setOnly(null)
  }

  const toolbar = showVoided ? (
    <Toolbar>
      <SearchBox label="名称、代码或拼音首字母" onSearch={setSearch} />
      <ToolbarDivider />
      <Button
        disabled={restorable.length === 0}
        onClick={() =>
          tellFailure(
            restoreEntries(
              workspace,
              restorable.map(({ id }) => id),
              year,
            ),
            '没有恢复',
          )
        }
      >
        恢复 {restorable.length} 家
      </Button>
    </Toolbar>
  ) : (
    <Toolbar>
      <SearchBox label="名称、代码或拼音首字母" onSearch={setSearch} />
      <ToolbarDivider />
      <Button
        variant="default"
        disabled={chosen.length === 0}
        onClick={() => setDialog({ kind: 'void', rows: chosen })}
      >
        作废
      </Button>
      <Button
        variant="default"
        disabled={staying.length === 0}
        onClick={() => setDialog({ kind: 'exit', rows: staying })}
      >
        退出名单
      </Button>
      <Button variant="default" onClick={onImport}>
        导入
      </Button>
      <Button onClick={() => setDialog({ kind: 'add' })}>加入名单</Button>
    </Toolbar>
  )

  return (
    <Page
      title="企业"
      aside={
        <>
          {tabs}
          <ListCountsLine
            counts={counts}
            onDoubtful={() => {
              show(false)
              setOnly({
                ids: all.filter((row) => row.doubt !== null).map(rowId),
                reason: '类型与列入前情况不符或需要核对',
              })
            }}
          />
          {voided.length > 0 && !showVoided ? (
            <Button variant="subtle" onClick={() => show(true)}>
              已作废 {voided.length}
            </Button>
          ) : null}
        </>
      }
      toolbar={toolbar}
      panel={
        openRow === undefined ? null : (
          <EntryPanel
            key={openRow.id}
            row={openRow}
            onClose={() => setOpenId(null)}
            onExit={() => setDialog({ kind: 'exit', rows: [openRow] })}
            onRejoin={() => tellFailure(rejoinList(workspace, [openRow.id]), '没有改成')}
          />
        )
      }
    >
      <div className={styles.stack}>
        {showVoided ? (
          <OnlyLine
            count={voided.length}
            measure="家"
            reason="已从名单中作废，不计数"
            onAll={() => show(false)}
          />
        ) : null}
        {only === null ? null : (
          <OnlyLine count={rows.length} measure="家" reason={only.reason} onAll={() => setOnly(null)} />
        )}
        <div className={styles.grid}>
          {showVoided ? (
            <VoidedEntriesGrid year={year} entries={voided} search={search} onSelectionChange={setSelected} />
          ) : (
            <DataGrid
              label={`${year}年名单`}
              rows={rows}
              rowId={rowId}
              rowLabel={rowLabel}
              columns={LIST_COLUMNS}
              search={search}
              alsoSearch={alsoSearch}
              onCommit={commitCell}
              onOpen={(row) => setOpenId(row.id)}
              onHistory={(row, column) => openCellHistory('participation', row.id, column.id)}
              marks={marks}
              onMark={(row, column) => goToConflict(row.id, column.id)}
              openRowId={openRow?.id ?? null}
              onSelectionChange={setSelected}
              density={density}
              empty={
                <EmptyState
                  icon={IconListCheck}
                  title={`${year}年还没有名单`}
                  next="从名录中选企业加入，或导入一份名单表格。"
                >
                  <Button onClick={() => setDialog({ kind: 'add' })}>加入名单</Button>
                  <Button variant="default" onClick={onImport}>
                    导入名单
                  </Button>
                </EmptyState>
              }
            />
          )}
        </div>
      </div>
      {dialog?.kind === 'add' ? (
        <AddToListDialog year={year} onImport={onImport} onClose={() => setDialog(null)} />
      ) : null}
      {dialog?.kind === 'exit' ? <ExitDialog rows={dialog.rows} onClose={() => setDialog(null)} /> : null}
      {dialog?.kind === 'void' ? (
        <ReasonDialog
          title={`从${year}年名单中作废 ${dialog.rows.length} 家企业`}
          explanation="作废用于录错的名单：不再计数，企业仍在名录中，可在“已作废”中恢复。中途退出请用“退出名单”，当年仍计数。"
          reasonLabel="作废原因"
          stockReasons={['录入错误', '不在批准的名单中']}
          confirm="作废"
          onConfirm={(reason) => voidEntries(workspace, dialog.rows.map(rowId), year, reason)}
          onClose={() => setDialog(null)}
        />
      ) : null}
    </Page>
  )
}
