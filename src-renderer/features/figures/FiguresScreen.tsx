import { SegmentedControl } from '@mantine/core'
import { useCallback, useMemo, useState } from 'react'
import type { FieldValue } from '#shared/edits/edit.ts'
import { PERIODS } from '#shared/records/figures.ts'
import { newId } from '../../platform/new-id.ts'
import { openCellHistory } from '../../state/history-place.ts'
import { useScreenState } from '../../state/screen-state.ts'
import { type ConflictMarks, useConflictMarks, useGoToConflict } from '../../state/use-conflict-marks.ts'
import { useInitials } from '../../state/use-initials.ts'
import { useWorkbookDrop } from '../../state/use-workbook-drop.ts'
import { FileDropArea } from '../../ui/FileDropArea.tsx'
import { DataGrid } from '../../ui/grid/DataGrid.tsx'
import type { CellCommit } from '../../ui/grid/grid-column.ts'
import { Page } from '../../ui/Page.tsx'
import { ReasonDialog } from '../../ui/ReasonDialog.tsx'
import { tellFailure } from '../../ui/tell-failure.ts'
import { told } from '../../ui/told.ts'
import { useSettledIds } from '../../ui/use-settled-ids.ts'
import { setFigure } from '../../use-cases/figures-set.ts'
import { restoreFigures, voidFigures } from '../../use-cases/figures-void.ts'
import { PLAN_PACK } from '../../workspace/plan-pack.ts'
import { useRecords, useWorkspace } from '../../workspace/use-workspace.ts'
import { AnswerBar } from './AnswerBar.tsx'
import { FiguresPanel } from './FiguresPanel.tsx'
import { FiguresTools } from './FiguresTools.tsx'
import { COLLECTING_COLUMNS } from './figures-columns.tsx'
import { type FiguresRow, figuresRows, hasReported } from './figures-rows.ts'
import { EveryoneAnswered, NoFirms } from './NoFirms.tsx'
import { ReminderDialog } from './ReminderDialog.tsx'
import { reminderText } from './reminder-text.ts'
import { useFiguresScreen } from './use-figures-screen.ts'
import { voidedFigures } from './voided-figures.ts'

const rowId = (row: FiguresRow) => row.id
const rowLabel = (row: FiguresRow) => row.firm.name ?? '未填名称的企业'

/** 企业数据: the table for collecting one period's figures from the firms of the year's list. */
export function FiguresScreen() {
  const workspace = useWorkspace()
  const records = useRecords()
  const density = useScreenState((state) => state.rowDensity)
  const screen = useFiguresScreen()
  const { year, period, only, missingOnly, opened, dialog } = screen
  const [query, setQuery] = useState('')
  const initials = useInitials(query !== '')
  const drop = useWorkbookDrop('figures')

  const rows = useMemo(() => figuresRows(records, PLAN_PACK.rules, year, period), [records, year, period])
  const missing = useMemo(() => rows.filter((row) => row.isListed && !hasReported(row)), [rows])
  const settled = useSettledIds(`${missingOnly} ${year} ${period}`, () => missing.map(rowId))
  const shown = useMemo(() => {
    if (missingOnly) return rows.filter((row) => settled.has(row.id) || missing.includes(row))
    if (only === null) return rows
    return rows.filter((row) => [row.id, row.figures?.id ?? ''].some((id) => only.ids.includes(id)))
  }, [rows, missing, missingOnly, only, settled])
  const marks = useFiguresMarks(rows)
  const goToConflict = useGoToConflict('figures')
  const chosen = rows.filter((row) => screen.selected.includes(row.id))
  const chosenFigures = chosen.flatMap((row) => row.figures ?? [])
  const periodRows = useMemo(
    () =>
      opened === null
        ? []
        : PERIODS.flatMap(
            (each) =>
              figuresRows(records, PLAN_PACK.rules, year, each).find((row) => row.id === opened) ?? [],
          ),
    [records, year, opened],
  )

  const save = useCallback(
    (row: FiguresRow, field: string, value: FieldValue, at = period) =>
      told(
        setFigure(
          workspace,
          newId,
          { enterprise: row.id, year, period: at, record: row.figures?.id ?? null },
          field,
          value,
        ),
      ),
    [workspace, year, period],
  )
  const commitCell: CellCommit<FiguresRow> = useCallback(
    ({ row, column, value }) => save(row, column.id, value),
    [save],
  )
  const alsoSearch = useCallback(
    (row: FiguresRow) => `${row.firm.code ?? ''}\n${initials?.(row.firm.name ?? '') ?? ''}`,
    [initials],
  )

  return (
    <Page
      title="企业数据"
      aside={
        <SegmentedControl
          size="xs"
          aria-label="期间"
          value={period}
          data={PERIODS.map((each) => ({ value: each, label: each.replace('累计', '').replace('-', '—') }))}
          onChange={(value) => {
            const picked = PERIODS.find((each) => each === value)
            if (picked !== undefined) screen.setPeriod(picked)
          }}
        />
      }
      toolbar={
        <FiguresTools
          chosen={chosenFigures}
          quarters={screen.quarters}
          onSearch={setQuery}
          onQuarters={screen.setQuarters}
          onVoid={() => screen.ask({ kind: 'void', figures: chosenFigures })}
        />
      }
      panel={
        periodRows.length === 0 ? null : (
          <FiguresPanel
            rows={periodRows}
            year={year}
            period={period}
            voided={voidedFigures(records, opened ?? '', year)}
            focus={screen.focus}
            onPeriod={screen.setPeriod}
            onSave={save}
            onVoid={(figures) => screen.ask({ kind: 'void', figures: [figures] })}
            onRestore={(figures) => tellFailure(restoreFigures(workspace, figures))}
            onClose={() => screen.open(null)}
          />
        )
      }
    >
      <FileDropArea
        invitation="松开鼠标，导入企业数据"
        onFile={(file) => tellFailure(drop(file), '没有读成')}
      >
        {rows.length === 0 ? (
          <NoFirms year={year} />
        ) : (
          <AnswerBar
            rows={rows}
            missing={missing.length}
            missingOnly={missingOnly}
            only={only}
            onMissingOnly={screen.setMissingOnly}
            onReminder={() => screen.ask({ kind: 'reminder' })}
            onAll={screen.showAll}
          >
            <DataGrid
              label={`${year}年${period}企业数据`}
              rows={shown}
              rowId={rowId}
              rowLabel={rowLabel}
              columns={screen.quarters ? COLLECTING_COLUMNS.quarters : COLLECTING_COLUMNS.plain}
              search={query}
              alsoSearch={alsoSearch}
              onCommit={commitCell}
              onOpen={(row) => screen.open(row.id)}
              onHistory={(row, column) => {
                if (row.figures !== null) openCellHistory('figures', row.figures.id, column.id)
              }}
              marks={marks}
              onMark={(row, column) => goToConflict(row.figures?.id ?? '', column.id)}
              openRowId={opened}
              onSelectionChange={screen.select}
              density={density}
              empty={<EveryoneAnswered onAll={screen.showAll} />}
            />
          </AnswerBar>
        )}
      </FileDropArea>
      {dialog?.kind === 'reminder' ? (
        <ReminderDialog
          text={reminderText(year, period, missing.map(rowLabel))}
          onClose={() => screen.ask(null)}
        />
      ) : null}
      {dialog?.kind === 'void' ? (
        <ReasonDialog
          title={`作废 ${dialog.figures.length} 家企业的本期数据`}
          explanation="作废用于录错的数据：不计入任何统计，可以在企业的侧栏中恢复，也可以撤销。"
          reasonLabel="作废原因"
          stockReasons={['录入有误', '重复录入', '企业要求更正']}
          confirm="作废"
          onConfirm={(reason) => voidFigures(workspace, dialog.figures, reason)}
          onClose={() => screen.ask(null)}
        />
      ) : null}
    </Page>
  )
}

const MARKED = { $void: 'state' }

/** A row is the firm's, the conflicts are those of its figures. */
function useFiguresMarks(rows: readonly FiguresRow[]): ConflictMarks {
  const marks = useConflictMarks('figures', MARKED)
  return useMemo(
    () =>
      new Map(
        rows.flatMap(({ id, figures }) => {
          const ofFigures = marks.get(figures?.id ?? '')
          return ofFigures === undefined ? [] : [[id, ofFigures]]
        }),
      ),
    [marks, rows],
  )
}
