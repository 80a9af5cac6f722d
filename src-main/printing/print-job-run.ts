import { z } from 'zod'
import type { AppError } from '#shared/errors/app-error.ts'
import { err, type Result } from '#shared/result.ts'
import type { Sheet } from '#shared/sheets/sheet.ts'
import { SheetShape } from '#shared/sheets/sheet-schema.ts'
import { writeFileAtomically } from '../files/atomic-write.ts'
import type { FileSystem } from '../files/file-system.ts'
import { readFileWithin } from '../files/read-file.ts'
import type { PrintDeps } from './print-handlers.ts'
import type { PrintJobs } from './print-jobs.ts'

/** `--print-job=<file>`: the command line hands its forms over in a JSON file of this shape. */
export const PrintJobFile = z.strictObject({ sheets: z.array(SheetShape).min(1).max(40), output: z.string() })

export interface PrintJobFile {
  readonly sheets: readonly Sheet[]
  /** Absolute path of the PDF to write. */
  readonly output: string
}

const JOB_MEGABYTES = 64

export interface PrintJobDeps extends Pick<PrintDeps, 'withWindow' | 'newId'> {
  readonly fs: FileSystem
  readonly jobs: PrintJobs
}

/** Lays out the forms of a job file through the page boxes of the window and writes the PDF. */
export async function runPrintJob(deps: PrintJobDeps, path: string): Promise<Result<void, AppError>> {
  const file = await readFileWithin(deps.fs, path, JOB_MEGABYTES)
  if (!file.ok) return file
  const { sheets, output } = PrintJobFile.parse(JSON.parse(Buffer.from(file.value.bytes).toString('utf8')))
  const job = deps.newId()
  const { laidOut } = deps.jobs.add(job, sheets)
  const pdf = await deps.withWindow(job, laidOut, (window) => window.pdf())
  return pdf === null ? err({ code: 'print.too-slow' }) : writeFileAtomically(deps.fs, output, pdf)
}
