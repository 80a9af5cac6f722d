import { Button } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { lastFinishedQuarter } from '#shared/indicators/finished-quarter.ts'
import type { ReportPeriod } from '#shared/indicators/indicator.ts'
import { periodOf, quarterTitle, type Span } from '#shared/indicators/report-period.ts'
import { PROFILE_ID } from '#shared/records/profile.ts'
import { desktop } from '../../platform/desktop.ts'
import { newId } from '../../platform/new-id.ts'
import { today } from '../../platform/today.ts'
import { useScreenState } from '../../state/screen-state.ts'
import { usePaperCode } from '../../state/use-paper-code.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Page } from '../../ui/Page.tsx'
import { SheetButtons } from '../../ui/paper/SheetButtons.tsx'
import { SheetDesk } from '../../ui/paper/SheetDesk.tsx'
import { SheetPreview } from '../../ui/paper/SheetPreview.tsx'
import { FORM_IDS, type FormId, printedForms } from '../../use-cases/print-forms.ts'
import { sheetActions, sheetsFileName } from '../../use-cases/print-sheets.ts'
import { PLAN_PACK } from '../../workspace/plan-pack.ts'
import { useRecords } from '../../workspace/use-workspace.ts'
import { CodeLine } from './CodeLine.tsx'
import { FormPicker } from './FormPicker.tsx'

/** 打印: forms chosen on the left, their pages as they will come out of the printer on the right. */
export function PrintScreen() {
  const records = useRecords()
  const goTo = useScreenState((state) => state.goTo)
  const year = useScreenState((state) => state.year)
  const [forms, setForms] = useState<readonly FormId[]>(['form1'])
  const [chosen, setChosen] = useState<ReportPeriod | null>(null)
  const [activitySpan, setActivitySpan] = useState<Span>('quarter')
  const day = today()
  const period = useMemo(
    () => (chosen?.year === year ? chosen : periodOf(year, lastFinishedQuarter(year, day))),
    [chosen, year, day],
  )
  const paper = usePaperCode(period)
  const sheets = useMemo(() => {
    const bound = paper?.ok && paper.value.kind === 'bound' ? paper.value : null
    return printedForms(records, PLAN_PACK, { forms, period, activitySpan, today: day, bound })
  }, [records, forms, period, activitySpan, day, paper])
  const unitName = records.get('profile', PROFILE_ID)?.fullName
  const name = sheetsFileName(unitName ?? '', quarterTitle(period), sheets)
  const toggle = (form: FormId) =>
    setForms((before) =>
      FORM_IDS.filter((each) => (each === form ? !before.includes(each) : before.includes(each))),
    )

  return (
    <Page
      title="打印"
      toolbar={
        <SheetButtons
          disabled={sheets.length === 0 || paper === null}
          {...sheetActions(desktop, newId, sheets, name)}
        />
      }
    >
      <SheetDesk
        width={264}
        side={
          <FormPicker
            forms={forms}
            period={period}
            activitySpan={activitySpan}
            onToggle={toggle}
            onPeriod={setChosen}
            onActivitySpan={setActivitySpan}
          />
        }
      >
        {unitName === undefined ? (
          <EmptyState
            icon={IconPrinter}
            title="还没有本单位档案"
            next="表上要印填报单位和填表人。请先到“设置”填写单位全称、填报人和办公电话。"
          >
            <Button onClick={() => goTo('settings')}>去“设置”</Button>
          </EmptyState>
        ) : sheets.length === 0 ? (
          <EmptyState icon={IconPrinter} title="还没有选表" next="请在左边勾选要打印的表，可以一次选几张。" />
        ) : (
          <SheetPreview sheets={sheets}>
            <CodeLine paper={paper} />
          </SheetPreview>
        )}
      </SheetDesk>
    </Page>
  )
}
