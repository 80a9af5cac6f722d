import { Button, Loader } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconFileSpreadsheet } from '@tabler/icons-react'
import { type ReactNode, useMemo, useState } from 'react'
import type { CleanedSheet, Pile, Subject } from '#shared/tabular/cleaned.ts'
import type { Workbook } from '#shared/tabular/matrix.ts'
import { newId } from '../../platform/new-id.ts'
import { today } from '../../platform/today.ts'
import { useScreenState } from '../../state/screen-state.ts'
import { Page } from '../../ui/Page.tsx'
import { ProgressDialog } from '../../ui/ProgressDialog.tsx'
import { Status } from '../../ui/Status.tsx'
import { sentenceOf } from '../../ui/sentence.ts'
import { importTitle, importWorkbook } from '../../use-cases/import-workbook.ts'
import { useRecords, useWorkspace } from '../../workspace/use-workspace.ts'
import type { ImportOutcome } from './ImportDone.tsx'
import styles from './ImportScreen.module.css'
import {
  cleanedByChoices,
  type ImportChoices,
  initialChoices,
  mustAnswerState,
  planByChoices,
  rowKey,
  unitCleanOptions,
} from './import-choices.ts'
import { plannedByRow, previewRows } from './import-rows.ts'
import { MappingPanel } from './MappingPanel.tsx'
import { PileTabs } from './PileTabs.tsx'
import { RowTable } from './RowTable.tsx'
import { SheetQuestions } from './SheetQuestions.tsx'
import { SUBJECT_WORDS } from './subject-words.ts'
import { useAfterPaint } from './use-after-paint.ts'

export interface ImportPreviewProps {
  readonly subject: Subject
  readonly workbook: Workbook
  readonly back: ReactNode
  readonly onStartOver: () => void
  readonly onImported: (outcome: ImportOutcome) => void
}

/** The workbook as it was understood: questions, the four piles, each row with what would happen to it. */
export function ImportPreview(props: ImportPreviewProps) {
  const { subject, workbook } = props
  const workspace = useWorkspace()
  const records = useRecords()
  const year = useScreenState((state) => state.year)
  const [choices, setChoices] = useState<ImportChoices>(() => initialChoices(workbook, subject, null))
  const [pile, setPile] = useState<Pile | null>(null)
  const [sheetName, setSheetName] = useState<string | null>(null)
  const [mapping, setMapping] = useState(false)
  const [saving, setSaving] = useState(false)

  const { sheet: mainName, mapping: overrides } = choices
  const clean = useMemo(() => {
    const options = unitCleanOptions(workspace.records, today(), year)
    const asChosen = { sheet: mainName, mapping: overrides, list: null, listState: null, rows: new Map() }
    return () => cleanedByChoices(workbook, subject, options, asChosen)
  }, [workspace, workbook, subject, year, mainName, overrides])
  const cleaning = useAfterPaint(clean)
  const cleaned = cleaning.value

  const plan = useMemo(
    () => (cleaned === null ? null : () => planByChoices(cleaned, records, choices, year, newId)),
    [cleaned, records, choices, year],
  )
  const planning = useAfterPaint(plan)
  const planned = useMemo(
    () => (planning.value === null ? new Map() : plannedByRow(planning.value)),
    [planning.value],
  )

  const sheets = cleaned === null ? [] : [cleaned.main, ...cleaned.companions]
  const sheet = sheets.find((each) => each.sheet === sheetName) ?? sheets[0]
  const shownPile = pile ?? (sheet === undefined ? 'ok' : firstPile(sheet))
  const rows = useMemo(
    () => (sheet === undefined ? [] : previewRows(sheet, shownPile, choices, planned)),
    [sheet, shownPile, choices, planned],
  )
  const words = SUBJECT_WORDS[subject]

  if (cleaned === null || sheet === undefined) {
    return (
      <Page title={`导入${words.list}`} toolbar={props.back} padded>
        <p className={styles.busy} role="status">
          <Loader size="sm" /> 正在整理“{workbook.file}”，请稍候
        </p>
      </Page>
    )
  }

  const found = planning.value
  const needsState = mustAnswerState(cleaned.main, choices)
  const isBusy = cleaning.isBusy || planning.isBusy
  const nothing = found !== null && found.operations.length === 0
  const hindrance = needsState ? '请先回答名单是否已审定' : nothing ? '没有要导入的内容' : null

  async function take() {
    if (cleaned === null || found === null) return
    setSaving(true)
    const title = importTitle(found, cleaned.main, cleaned.companions)
    const result = await importWorkbook(workspace, found, cleaned.main, cleaned.companions)
    setSaving(false)
    if (result.ok) {
      const edit = workspace.canUndo()?.edit ?? null
      props.onImported({ title, counts: found.counts, edit, file: workbook.file })
    } else notifications.show({ color: 'red', title: '没有导入', message: sentenceOf(result.error) })
  }

  const toggleRows = (keys: readonly number[], chosen: boolean) =>
    setChoices((before) => {
      const changed = new Map(before.rows)
      for (const row of keys) changed.set(rowKey(sheet.sheet, row), chosen)
      return { ...before, rows: changed }
    })

  const toolbar = (
    <>
      {props.back}
      <Button variant="default" onClick={props.onStartOver}>
        换一个文件
      </Button>
      <Button variant="default" aria-pressed={mapping} onClick={() => setMapping(!mapping)}>
        列对应
      </Button>
      {hindrance === null ? null : <Status tone={needsState ? 'warn' : 'note'} word={hindrance} quiet />}
      <Button
        loading={isBusy || saving}
        disabled={hindrance !== null || found === null}
        onClick={() => void take()}
      >
        {found === null ? '导入' : importTitle(found, cleaned.main, cleaned.companions)}
      </Button>
    </>
  )

  return (
    <Page
      title={`导入${words.list}`}
      aside={
        <span className={styles.file}>
          <IconFileSpreadsheet size={18} stroke={1.6} aria-hidden />
          {workbook.file}
        </span>
      }
      toolbar={toolbar}
      panel={
        mapping ? (
          <MappingPanel
            sheet={cleaned.main}
            hidden={workbook.sheets.find((each) => each.sheet === cleaned.main.sheet)?.hiddenColumns ?? []}
            year={year}
            onChange={(column, target) =>
              setChoices((before) => ({ ...before, mapping: { ...before.mapping, [column]: target } }))
            }
            onClose={() => setMapping(false)}
          />
        ) : null
      }
    >
      <div className={styles.preview}>
        <SheetQuestions
          workbook={workbook}
          cleaned={cleaned}
          choices={choices}
          year={year}
          onSheet={(name) => {
            setChoices(initialChoices(workbook, subject, name))
            setSheetName(null)
            setPile(null)
          }}
          onAnswer={(answer) => setChoices((before) => ({ ...before, ...answer }))}
          onShowMapping={() => setMapping(true)}
        />
        <PileTabs
          sheets={sheets}
          sheet={sheet}
          pile={shownPile}
          plan={found}
          isBusy={isBusy}
          onSheet={(name) => {
            setSheetName(name)
            setPile(null)
          }}
          onPile={setPile}
        />
        <RowTable
          key={`${sheet.sheet} ${shownPile}`}
          sheet={sheet}
          pile={shownPile}
          rows={rows}
          records={records}
          onToggle={toggleRows}
        />
      </div>
      {saving ? (
        <ProgressDialog title="正在导入" label="写入台账" done={0} total={null} onCancel={null} />
      ) : null}
    </Page>
  )
}

/** What needs a person comes first. */
function firstPile(sheet: CleanedSheet): Pile {
  if (sheet.counts.todo > 0) return 'todo'
  if (sheet.counts.fixed > 0) return 'fixed'
  return sheet.counts.ok > 0 ? 'ok' : 'notData'
}
