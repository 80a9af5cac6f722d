import { Button, Checkbox } from '@mantine/core'
import { IconBuildingFactory2 } from '@tabler/icons-react'
import { type ReactNode, useMemo, useState } from 'react'
import { err } from '#shared/result.ts'
import { openCellHistory } from '../../state/history-place.ts'
import { type ScreenTarget, useScreenState } from '../../state/screen-state.ts'
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
import { editEnterprise } from '../../use-cases/enterprise-edit.ts'
import { restoreEnterprises, type VoidedFirm, voidEnterprises } from '../../use-cases/enterprise-void.ts'
import { useRecords, useWorkspace } from '../../workspace/use-workspace.ts'
import { ColumnsDialog } from './ColumnsDialog.tsx'
import styles from './Enterprises.module.css'
import { FirmPanel } from './FirmPanel.tsx'
import { registerColumns } from './firm-columns.tsx'
import { editRefusal } from './firm-notes.ts'
import { NewFirmDialog } from './NewFirmDialog.tsx'
import { type RegisterRow, registerRowSource } from './register-rows.ts'

export interface TabProps {
  readonly tabs: ReactNode
  readonly target: ScreenTarget | null
  readonly onImport: () => void
}

const rowId = (row: RegisterRow) => row.id
const rowLabel = (row: RegisterRow) => row.name ?? '未填名称的企业'
const VOID_REASONS = ['重复录入', '录入错误', '不属于本辖区']

/** 企业名录: every firm of the county, edited in the grid or in the side panel. */
export function RegisterTab({ tabs, target, onImport }: TabProps) {
  const workspace = useWorkspace()
  const records = useRecords()
  const density = useScreenState((state) => state.rowDensity)
  const [search, setSearch] = useState('')
  const [withVoided, setWithVoided] = useState(false)
  const [only, setOnly] = useState(target?.only ?? null)
  const [openId, setOpenId] = useState<string | null>(target?.open ?? null)
  const [selected, setSelected] = useState<readonly string[]>([])
  const [dialog, setDialog] = useState<'new' | 'columns' | null>(null)
  const [toVoid, setToVoid] = useState<readonly VoidedFirm[]>([])
  const [source] = useState(registerRowSource)
  const marks = useConflictMarks('enterprise')
  const goToConflict = useGoToConflict('enterprise')

  const rows = useMemo(() => {
    const all = source(records, withVoided)
    if (only === null) return all
    const wanted = new Set(only.ids)
    return all.filter((row) => wanted.has(row.id))
  }, [source, records, withVoided, only])
  const custom = records.of('column')
  const columns = useMemo(() => registerColumns(custom), [custom])
  const initials = useInitials(search !== '')
  const alsoSearch = useMemo(
    () => (initials === null ? undefined : (row: RegisterRow) => initials(row.name ?? '')),
    [initials],
  )
  const chosen = useMemo(() => {
    const wanted = new Set(selected)
    return rows.filter((row) => wanted.has(row.id) && row.voidedFor === null).map(namedFirm)
  }, [rows, selected])
  const doubles = rows.filter((row) => row.isDouble).length

  async function commitCell({ row, column, value }: CellChange<RegisterRow>) {
    const refusal = editRefusal(column.id, value, row.voidedFor)
    if (refusal !== null) return err({ message: refusal })
    return told(editEnterprise(workspace, row.id, { name: column.id, title: column.title }, value))
  }

  const openClass = openId === null ? null : records.resolve('enterprise', openId)
  const isOpen = (row: RegisterRow) => row.id === openClass
  const openRow = openClass === null ? undefined : (rows.find(isOpen) ?? source(records, true).find(isOpen))
  const toolbar = (
    <Toolbar>
      <SearchBox label="名称、代码或拼音首字母" onSearch={setSearch} />
      <Checkbox
        size="xs"
        label="显示已作废"
        checked={withVoided}
        onChange={(event) => setWithVoided(event.currentTarget.checked)}
      />
      <ToolbarDivider />
      <Button variant="default" onClick={() => setDialog('columns')}>
        自定义列
      </Button>
      <Button variant="default" disabled={chosen.length === 0} onClick={() => setToVoid(chosen)}>
        作废
      </Button>
      <Button variant="default" onClick={onImport}>
        导入
      </Button>
      <Button onClick={() => setDialog('new')}>新增企业</Button>
    </Toolbar>
  )
  const empty = (
    <EmptyState
      icon={IconBuildingFactory2}
      title="名录还是空的"
      next="把现有的企业名单表格导入进来，或逐家新增。表格也可以直接拖到这里。"
    >
      <Button onClick={onImport}>导入企业名单</Button>
      <Button variant="default" onClick={() => setDialog('new')}>
        新增企业
      </Button>
    </EmptyState>
  )

  return (
    <Page
      title="企业"
      aside={
        <>
          {tabs}
          {doubles > 0 && only === null ? (
            <Button
              variant="subtle"
              onClick={() =>
                setOnly({
                  ids: rows.filter((row) => row.isDouble).map(rowId),
                  reason: '疑似重复：代码、名称、曾用名或电话相同',
                })
              }
            >
              疑似重复 {doubles} 家
            </Button>
          ) : null}
        </>
      }
      toolbar={toolbar}
      panel={
        openRow === undefined ? null : (
          <FirmPanel
            key={openRow.id}
            firm={openRow}
            {...(target?.open === openId && target.field !== undefined ? { focus: target.field } : {})}
            onOpen={setOpenId}
            onClose={() => setOpenId(null)}
            onVoid={() => setToVoid([namedFirm(openRow)])}
            onRestore={() => tellFailure(restoreEnterprises(workspace, [namedFirm(openRow)]), '没有恢复')}
          />
        )
      }
    >
      <div className={styles.stack}>
        {only === null ? null : (
          <OnlyLine count={rows.length} measure="家" reason={only.reason} onAll={() => setOnly(null)} />
        )}
        <div className={styles.grid}>
          <DataGrid
            label="企业名录"
            rows={rows}
            rowId={rowId}
            rowLabel={rowLabel}
            columns={columns}
            search={search}
            alsoSearch={alsoSearch}
            onCommit={commitCell}
            onOpen={(row) => setOpenId(row.id)}
            onHistory={(row, column) => openCellHistory('enterprise', row.id, column.id)}
            marks={marks}
            onMark={(row, column) => goToConflict(row.id, column.id)}
            openRowId={openRow?.id ?? null}
            onSelectionChange={setSelected}
            density={density}
            empty={empty}
          />
        </div>
      </div>
      {dialog === 'new' ? <NewFirmDialog onClose={() => setDialog(null)} onOpen={setOpenId} /> : null}
      {dialog === 'columns' ? <ColumnsDialog onClose={() => setDialog(null)} /> : null}
      {toVoid.length > 0 ? (
        <ReasonDialog
          title={`作废 ${toVoid.length === 1 ? (toVoid[0]?.name ?? '') : `${toVoid.length} 家企业`}`}
          explanation="作废用于录错的企业：不再计数，可随时恢复。企业退出当年名单请用“退出名单”。"
          reasonLabel="作废原因"
          stockReasons={VOID_REASONS}
          confirm="作废"
          onConfirm={(reason) => voidEnterprises(workspace, toVoid, reason)}
          onClose={() => setToVoid([])}
        />
      ) : null}
    </Page>
  )
}

const namedFirm = (row: RegisterRow) => ({ id: row.id, name: rowLabel(row) })
