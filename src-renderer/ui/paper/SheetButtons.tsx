import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconFileTypePdf, IconPrinter, IconTableExport } from '@tabler/icons-react'
import { useState } from 'react'
import type { AppError } from '#shared/errors/app-error.ts'
import type { Result } from '#shared/result.ts'
import { ProgressDialog } from '../ProgressDialog.tsx'
import { sentenceOf } from '../sentence.ts'

export interface SheetProgress {
  readonly label: string
  readonly done: number
  /** null while the size is unknown. */
  readonly total: number | null
}

/** A name when a file was saved; null when the user closed the dialog or cancelled. */
type Saving = Promise<Result<{ readonly name: string } | boolean | null, AppError>>

export interface SheetButtonsProps {
  readonly disabled: boolean
  /** A new UUID for a PDF that 取消 can name. */
  readonly newTask: () => string
  readonly onPrint: () => Saving
  readonly onXlsx: () => Saving
  readonly onPdf: (task: string, onProgress: (progress: SheetProgress) => void) => Saving
  readonly onCancel: (task: string) => void
}

interface Running extends SheetProgress {
  readonly title: string
  /** null while there is nothing to cancel. */
  readonly task: string | null
}

/** 打印…, 导出 PDF, 导出表格: the same sheets three ways, the long ones with 取消. */
export function SheetButtons({ disabled, newTask, onPrint, onXlsx, onPdf, onCancel }: SheetButtonsProps) {
  const [running, setRunning] = useState<Running | null>(null)
  const run = async (start: Running, work: () => Saving) => {
    setRunning(start)
    const result = await work()
    setRunning(null)
    tell(result)
  }
  const toPdf = () => {
    const task = newTask()
    const title = '正在导出 PDF'
    const follow = (progress: SheetProgress) => setRunning({ ...progress, title, task })
    return run(beginning(title, task), () => onPdf(task, follow))
  }
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconTableExport size={16} aria-hidden />}
        disabled={disabled}
        onClick={() => void run(beginning('正在导出表格', null), onXlsx)}
      >
        导出表格
      </Button>
      <Button
        variant="default"
        leftSection={<IconFileTypePdf size={16} aria-hidden />}
        disabled={disabled}
        onClick={() => void toPdf()}
      >
        导出 PDF
      </Button>
      <Button
        leftSection={<IconPrinter size={16} aria-hidden />}
        disabled={disabled}
        onClick={() => void run(beginning('正在准备打印', null), onPrint)}
      >
        打印…
      </Button>
      {running === null ? null : (
        <ProgressDialog
          title={running.title}
          label={running.label}
          done={running.done}
          total={running.total}
          onCancel={running.task === null ? null : () => onCancel(running.task ?? '')}
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
function tell(result: Awaited<Saving>): void {
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
