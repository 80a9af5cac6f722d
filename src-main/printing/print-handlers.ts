import type { AppError } from '#shared/errors/app-error.ts'
import type { FileRef, FileToken } from '#shared/ipc/channel.ts'
import type { Handlers } from '#shared/ipc/contract.ts'
import { err, ok, type Result } from '#shared/result.ts'
import type { Sheet } from '#shared/sheets/sheet.ts'
import type { ReportProgress, Tasks } from '../app/tasks.ts'
import type { PrintJobs } from './print-jobs.ts'
import type { LaidOut } from './print-window.ts'

export interface PrintDeps {
  readonly jobs: PrintJobs
  readonly newId: () => string
  readonly tasks: Pick<Tasks, 'run'>
  /** Lays a job out in a hidden window; null when it takes too long. */
  readonly withWindow: <T>(
    job: string,
    laidOut: Promise<number | null>,
    use: (w: LaidOut) => Promise<T>,
  ) => Promise<T | null>
  readonly toXlsx: (sheets: readonly Sheet[]) => Uint8Array
  /** Keeps bytes under a token until they are saved. */
  readonly keep: (name: string, bytes: Uint8Array) => FileRef
  readonly save: (token: FileToken, name: string) => Promise<Result<FileRef | null, AppError>>
}

type PrintChannel = 'print:pdf' | 'print:paper' | 'print:job' | 'print:ready' | 'sheets:xlsx' | 'files:save'

/** Printing and saving of forms; every form goes through the same page boxes. */
export function printHandlers(deps: PrintDeps): Pick<Handlers, PrintChannel> {
  return {
    'print:pdf': ({ sheets, name, task }) =>
      deps.tasks.run(task, async (signal, report) => {
        const pdf = await pdfOf(deps, sheets, signal, report)
        if (!pdf.ok) return pdf
        return ok({ file: deps.keep(name, pdf.value.bytes), pages: pdf.value.pages })
      }),
    'print:paper': async ({ sheets }) => {
      const printed = await layOut(deps, sheets, (window) => window.paper())
      return printed === null ? err({ code: 'print.too-slow' }) : ok(printed)
    },
    'print:job': async ({ job }) => {
      const sheets = deps.jobs.sheetsOf(job)
      return sheets === undefined ? err({ code: 'print.unknown-job' }) : ok({ sheets: [...sheets] })
    },
    'print:ready': async ({ job, pages }) => {
      deps.jobs.ready(job, pages)
      return ok(null)
    },
    'sheets:xlsx': async ({ sheets, name }) => ok(deps.keep(name, deps.toXlsx(sheets))),
    'files:save': ({ token, name }) => deps.save(token, name),
  }
}

/** The forms as one PDF; 取消 closes the window that lays them out. */
export async function pdfOf(
  deps: Pick<PrintDeps, 'jobs' | 'newId' | 'withWindow'>,
  sheets: readonly Sheet[],
  signal: AbortSignal,
  report: ReportProgress,
): Promise<Result<{ readonly bytes: Uint8Array; readonly pages: number }, AppError>> {
  report('正在排版', 0, null)
  const work = layOut(
    deps,
    sheets,
    async (window) => {
      report('正在生成 PDF', 0, window.pages)
      return { bytes: await window.pdf(), pages: window.pages }
    },
    signal,
  )
  const pdf = await Promise.race([work, aborted(signal)])
  if (signal.aborted) return err({ code: 'task.cancelled' })
  return pdf === null ? err({ code: 'print.too-slow' }) : ok(pdf)
}

async function layOut<T>(
  deps: Pick<PrintDeps, 'jobs' | 'newId' | 'withWindow'>,
  sheets: readonly Sheet[],
  use: (w: LaidOut) => Promise<T>,
  signal: AbortSignal = new AbortController().signal,
): Promise<T | null> {
  const job = deps.newId()
  const { laidOut } = deps.jobs.add(job, sheets)
  try {
    return await deps.withWindow(job, Promise.race([laidOut, aborted(signal)]), use)
  } finally {
    deps.jobs.remove(job)
  }
}

/** null once 取消 is asked for: the window that waits for it closes. */
function aborted(signal: AbortSignal): Promise<null> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve(null)
    signal.addEventListener('abort', () => resolve(null), { once: true })
  })
}
