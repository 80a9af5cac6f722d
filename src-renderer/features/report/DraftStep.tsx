import type { ReportPeriod } from '#shared/indicators/indicator.ts'
import { quarterTitle } from '#shared/indicators/report-period.ts'
import type { Profile } from '#shared/records/profile.ts'
import type { Sheet } from '#shared/sheets/sheet.ts'
import { desktop } from '../../platform/desktop.ts'
import { newId } from '../../platform/new-id.ts'
import { SheetButtons } from '../../ui/paper/SheetButtons.tsx'
import { SheetPreview } from '../../ui/paper/SheetPreview.tsx'
import { printSheets, savePdf, saveXlsx } from '../../use-cases/print-sheets.ts'
import styles from './Report.module.css'

export interface DraftStepProps {
  readonly sheets: readonly Sheet[]
  readonly period: ReportPeriod
  readonly profile: Profile
}

/** ② 送审稿: the forms with their watermark and without a code, for the rounds before 定稿 (DOMAIN.md J16). */
export function DraftStep({ sheets, period, profile }: DraftStepProps) {
  const name = `${profile.fullName ?? ''}_${quarterTitle(period)}_送审稿`
  return (
    <SheetPreview sheets={sheets}>
      <div className={styles.draftBar}>
        <SheetButtons
          disabled={false}
          newTask={newId}
          onPrint={() => printSheets(desktop, sheets)}
          onXlsx={() => saveXlsx(desktop, sheets, `${name}.xlsx`)}
          onPdf={(task, onProgress) => savePdf({ desktop, task, onProgress }, sheets, `${name}.pdf`)}
          onCancel={(task) => void desktop.call('task:cancel', { task })}
        />
        <span className={styles.muted}>没有校验码，不能当报送件</span>
      </div>
    </SheetPreview>
  )
}
