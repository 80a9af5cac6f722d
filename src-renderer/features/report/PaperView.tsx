import type { ReactNode } from 'react'
import type { Sheet } from '#shared/sheets/sheet.ts'
import { desktop } from '../../platform/desktop.ts'
import { newId } from '../../platform/new-id.ts'
import { SheetButtons } from '../../ui/paper/SheetButtons.tsx'
import { SheetPreview } from '../../ui/paper/SheetPreview.tsx'
import { sheetActions } from '../../use-cases/print-sheets.ts'
import styles from './Report.module.css'

export interface PaperViewProps {
  /** Kept by the caller between renders. */
  readonly sheets: readonly Sheet[]
  /** What a saved file is called, without its extension. */
  readonly name: string
  /** What kind of paper it is. */
  readonly note: string
  /** Before the buttons. */
  readonly children?: ReactNode
}

/** Sheets as pages, with 导出 and 打印 above them. */
export function PaperView({ sheets, name, note, children }: PaperViewProps) {
  return (
    <SheetPreview sheets={sheets}>
      <div className={styles.draftBar}>
        {children}
        <SheetButtons disabled={false} {...sheetActions(desktop, newId, sheets, name)} />
        <span className={styles.muted}>{note}</span>
      </div>
    </SheetPreview>
  )
}
