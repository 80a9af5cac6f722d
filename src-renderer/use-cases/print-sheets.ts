import type { AppError } from '#shared/errors/app-error.ts'
import type { FileRef } from '#shared/ipc/channel.ts'
import type { Desktop } from '#shared/ipc/contract.ts'
import { err, ok, type Result } from '#shared/result.ts'
import type { Sheet } from '#shared/sheets/sheet.ts'

export interface PrintProgress {
  readonly label: string
  readonly done: number
  /** null while the size is unknown. */
  readonly total: number | null
}

export interface PdfTask {
  readonly desktop: Desktop
  /** A new UUID; 取消 names it. */
  readonly task: string
  readonly onProgress: (progress: PrintProgress) => void
}

/** The system's print dialog; false when the user closes it. */
export function printSheets(desktop: Desktop, sheets: readonly Sheet[]): Promise<Result<boolean, AppError>> {
  return desktop.call('print:paper', { sheets: [...sheets] })
}

/** One PDF of all sheets, saved where the user says; null when nothing was saved: 取消 or a closed dialog. */
export async function savePdf(
  { desktop, task, onProgress }: PdfTask,
  sheets: readonly Sheet[],
  name: string,
): Promise<Result<FileRef | null, AppError>> {
  const stopListening = desktop.on('task:progress', ({ task: of, ...progress }) => {
    if (of === task) onProgress(progress)
  })
  const made = await desktop.call('print:pdf', { sheets: [...sheets], name, task }).finally(stopListening)
  if (!made.ok) return made.error.code === 'task.cancelled' ? ok(null) : err(made.error)
  return desktop.call('files:save', { token: made.value.file.token, name })
}

/** One .xlsx with a sheet for each form, saved where the user says; null when the dialog is closed. */
export async function saveXlsx(
  desktop: Desktop,
  sheets: readonly Sheet[],
  name: string,
): Promise<Result<FileRef | null, AppError>> {
  const made = await desktop.call('sheets:xlsx', { sheets: [...sheets], name })
  return made.ok ? desktop.call('files:save', { token: made.value.token, name }) : made
}

/** 平江县科技和工业信息化局_2021年三季度_表1表5: what a saved file is called, without its extension. */
export function sheetsFileName(unitName: string, period: string, sheets: readonly Sheet[]): string {
  const forms = sheets.map((sheet) => (sheet.label === '' ? sheet.title : sheet.label)).join('')
  return `${unitName}_${period}_${forms}`.replace(/[\p{Cc}\\/:*?"<>|\s]/gu, '').slice(0, 100)
}

/** 打印, 导出 PDF and 导出表格 of the same sheets; `name` is what a saved file is called, without its extension. */
export function sheetActions(
  desktop: Desktop,
  newTask: () => string,
  sheets: readonly Sheet[],
  name: string,
) {
  return {
    newTask,
    onPrint: () => printSheets(desktop, sheets),
    onXlsx: () => saveXlsx(desktop, sheets, `${name}.xlsx`),
    onPdf: (task: string, onProgress: PdfTask['onProgress']) =>
      savePdf({ desktop, task, onProgress }, sheets, `${name}.pdf`),
    onCancel: (task: string) => void desktop.call('task:cancel', { task }),
  }
}
