import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconFileTypePdf, IconPrinter, IconTableExport } from '@tabler/icons-react'
import { useState } from 'react'
import type { AppError } from '#shared/errors/app-error.ts'
import type { ReportPeriod } from '#shared/indicators/indicator.ts'
import { periodTitle } from '#shared/indicators/report-period.ts'
import type { FileRef } from '#shared/ipc/channel.ts'
import type { Result } from '#shared/result.ts'
import type { Sheet } from '#shared/sheets/sheet.ts'
import { desktop } from '../../platform/desktop.ts'
import { ProgressDialog } from '../../ui/ProgressDialog.tsx'
import { sentenceOf } from '../../ui/sentence.ts'
import {
  type PrintProgress,
  printSheets,
  savePdf,
  saveXlsx,
  sheetsFileName,
} from '../../use-cases/print-sheets.ts'

interface Running extends PrintProgress {
  readonly title: string
  /** null while there is nothing to cancel. */
  readonly task: string | null
}

export interface PrintButtonsProps {
  readonly sheets: readonly Sheet[]
  readonly period: ReportPeriod
  readonly unitName: string
}

/** 打印…, 导出 PDF, 导出表格: the same sheets three ways. */
export function PrintButtons({ sheets, period, unitName }: PrintButtonsProps) {
  const [running, setRunning] = useState<Running | null>(null)
  const name = sheetsFileName(unitName, periodTitle(period).replace(/\(.*\)$/u, ''), sheets)

  const run = async (start: Running, work: () => Promise<Result<FileRef | boolean | null, AppError>>) => {
    setRunning(start)
    const result = await work()
    setRunning(null)
    tell(result)
  }
  const print = () => run(beginning('正在准备打印', null), () => printSheets(desktop, sheets))
  const toPdf = () => {
    const task = crypto.randomUUID()
    const title = '正在导出 PDF'
    const onProgress = (progress: PrintProgress) => setRunning({ ...progress, title, task })
    return run(beginning(title, task), () => savePdf({ desktop, task, onProgress }, sheets, `${name}.pdf`))
  }
  const toXlsx = () => run(beginning('正在导出表格', null), () => saveXlsx(desktop, sheets, `${name}.xlsx`))
  const empty = sheets.length === 0

  return (
    <>
      <Button
        variant="default"
        leftSection={<IconTableExport size={16} aria-hidden />}
        disabled={empty}
        onClick={() => void toXlsx()}
      >
        导出表格
      </Button>
      <Button
        variant="default"
        leftSection={<IconFileTypePdf size={16} aria-hidden />}
        disabled={empty}
        onClick={() => void toPdf()}
      >
        导出 PDF
      </Button>
      <Button
        leftSection={<IconPrinter size={16} aria-hidden />}
        disabled={empty}
        onClick={() => void print()}
      >
        打印…
      </Button>
      {running === null ? null : (
        <ProgressDialog
          title={running.title}
          label={running.label}
          done={running.done}
          total={running.total}
          onCancel={
            running.task === null
              ? null
              : () => void desktop.call('task:cancel', { task: running.task ?? '' })
          }
        />
      )}
    </>
  )
}

const beginning = (title: string, task: string | null): Running => ({
  title,
  task,
  label: '正在排版',
  done: 0,
  total: null,
})

/** A saved file is named; a closed dialog needs no word. */
function tell(result: Result<FileRef | boolean | null, AppError>): void {
  if (!result.ok) {
    notifications.show({
      color: 'red',
      title: '没有完成',
      message: sentenceOf(result.error),
      autoClose: false,
    })
    return
  }
  const saved = result.value
  if (saved === null || typeof saved === 'boolean') return
  notifications.show({ title: '已保存', message: saved.name })
}
