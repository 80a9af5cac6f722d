import { SegmentedControl } from '@mantine/core'
import { useCallback, useMemo, useState } from 'react'
import type { FieldValue } from '#shared/edits/edit.ts'
import { today } from '../../platform/today.ts'
import { openCellHistory } from '../../state/history-place.ts'
import { useScreenState } from '../../state/screen-state.ts'
import { useConflictMarks, useGoToConflict } from '../../state/use-conflict-marks.ts'
import { useInitials } from '../../state/use-initials.ts'
import { useWorkbookDrop } from '../../state/use-workbook-drop.ts'
import { FileDropArea } from '../../ui/FileDropArea.tsx'
import { DataGrid } from '../../ui/grid/DataGrid.tsx'
import type { CellCommit } from '../../ui/grid/grid-column.ts'
import { OnlyLine } from '../../ui/OnlyLine.tsx'
import { Page } from '../../ui/Page.tsx'
import { ReasonDialog } from '../../ui/ReasonDialog.tsx'
import { tellFailure } from '../../ui/tell-failure.ts'
import { useSettledIds } from '../../ui/use-settled-ids.ts'
import { restorePatents, voidPatents } from '../../use-cases/patent-void.ts'
import { useRecords, useWorkspace } from '../../workspace/use-workspace.ts'
import { GrantDialog } from './GrantDialog.tsx'
import { NewPatentPanel } from './NewPatentPanel.tsx'
import { NoPatents } from './NoPatents.tsx'
import { PatentPanel } from './PatentPanel.tsx'
import styles from './Patents.module.css'
import { PatentTools } from './PatentTools.tsx'
import { PATENT_COLUMNS } from './patent-columns.tsx'
import { type PatentRow, patentRows, rowsInView, searchedText, voidedPatentRows } from './patent-rows.ts'
import { savePatentField } from './patent-save.ts'
import { usePatentScreen } from './use-patent-screen.ts'

const rowId = (row: PatentRow) => row.id
const rowLabel = (row: PatentRow) => row.title ?? row.applicationNo ?? '未填名称的专利'

const MARKED = { $void: 'title' }

/** 专利: the register of applications and grants, edited in place. */
export function PatentsScreen() {
  const workspace = useWorkspace()
  const records = useRecords()
  const marks = useConflictMarks('patent', MARKED)
  const goToConflict = useGoToConflict('patent')
  const year = useScreenState((state) => state.year)
  const density = useScreenState((state) => state.rowDensity)
  const screen = usePatentScreen()
  const { view, selected, opened, dialog, only } = screen
  const [query, setQuery] = useState('')
  const initials = useInitials(query !== '')
  const drop = useWorkbookDrop('patents')
  const day = today()

  const rows = useMemo(() => patentRows(records, day), [records, day])
  const voided = useMemo(() => voidedPatentRows(records, day), [records, day])
  const settled = useSettledIds(`${view} ${year}`, () => rowsInView(rows, view, year).map(rowId))
  const shown = useMemo(() => {
    if (view === 'voided') return voided
    const inView = rowsInView(rows, view, year, settled)
    return only === null ? inView : inView.filter((row) => only.ids.includes(row.id))
  }, [rows, voided, view, year, only, settled])
  const alsoSearch = useCallback((row: PatentRow) => searchedText(row, initials), [initials])
  const open = [...rows, ...voided].find((row) => row.id === opened)

  const commitCell: CellCommit<PatentRow> = useCallback(
    ({ row, column, value }) => savePatentField(workspace, row.id, column.id, value),
    [workspace],
  )
  const panel =
    opened === 'new' ? (
      <NewPatentPanel onOpen={screen.open} onClose={() => screen.open(null)} />
    ) : open === undefined ? null : (
      <PatentPanel
        key={open.id}
        row={open}
        focus={screen.focus}
        onSave={(field: string, value: FieldValue) => savePatentField(workspace, open.id, field, value)}
        onGrant={() => screen.ask({ kind: 'grant', id: open.id })}
        onVoid={() => screen.ask({ kind: 'void', ids: [open.id] })}
        onRestore={() => tellFailure(restorePatents(workspace, [open.id]))}
        onClose={() => screen.open(null)}
      />
    )
  const granting = dialog?.kind === 'grant' ? records.get('patent', dialog.id) : undefined

  return (
    <Page
      title="专利"
      panel={panel}
      aside={
        <SegmentedControl
          size="xs"
          aria-label="显示"
          value={view}
          onChange={(value) => screen.show(value as typeof view)}
          data={[
            { value: 'all', label: `全部 ${rows.length}` },
            { value: 'granted', label: `${year}年授权 ${rowsInView(rows, 'granted', year).length}` },
            { value: 'toDo', label: `需处理 ${rowsInView(rows, 'toDo', year).length}` },
            ...(voided.length === 0 ? [] : [{ value: 'voided', label: `已作废 ${voided.length}` }]),
          ]}
        />
      }
      toolbar={
        <PatentTools
          selected={shown.filter((row) => selected.includes(row.id))}
          onSearch={setQuery}
          onGrant={(id) => screen.ask({ kind: 'grant', id })}
          onVoid={(ids) => screen.ask({ kind: 'void', ids })}
          onNew={() => screen.open('new')}
        />
      }
    >
      <FileDropArea
        invitation="松开鼠标，导入发明专利台账"
        onFile={(file) => tellFailure(drop(file), '没有读成')}
      >
        <div className={styles.narrowed}>
          {only === null || view === 'voided' ? null : (
            <OnlyLine count={shown.length} measure="件" reason={only.reason} onAll={screen.showAll} />
          )}
          <div className={styles.narrowedBody}>
            <DataGrid
              key={view}
              label="发明专利台账"
              rows={shown}
              rowId={rowId}
              rowLabel={rowLabel}
              columns={PATENT_COLUMNS}
              search={query}
              alsoSearch={alsoSearch}
              {...(view === 'voided' ? {} : { onCommit: commitCell })}
              onOpen={(row) => screen.open(row.id)}
              onHistory={(row, column) => openCellHistory('patent', row.id, column.id)}
              marks={marks}
              onMark={(row, column) => goToConflict(row.id, column.id)}
              openRowId={opened}
              onSelectionChange={screen.select}
              density={density}
              empty={
                <NoPatents
                  hasSome={rows.length > 0}
                  view={view}
                  year={year}
                  onAll={screen.showAll}
                  onNew={() => screen.open('new')}
                />
              }
            />
          </div>
        </div>
      </FileDropArea>
      {granting === undefined ? null : (
        <GrantDialog patent={granting} today={day} onClose={() => screen.ask(null)} />
      )}
      {dialog?.kind === 'void' ? (
        <ReasonDialog
          title={`作废 ${dialog.ids.length} 件专利`}
          explanation="作废用于录错的专利：不计入任何统计，可以在“已作废”中恢复，也可以撤销。"
          reasonLabel="作废原因"
          stockReasons={['重复登记', '录入有误', '不是本县企业的专利']}
          confirm="作废"
          onConfirm={(reason) => voidPatents(workspace, dialog.ids, reason)}
          onClose={() => screen.ask(null)}
        />
      ) : null}
    </Page>
  )
}
