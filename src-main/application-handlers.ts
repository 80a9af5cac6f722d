import type { Handlers } from '#shared/ipc/contract.ts'
import { ok } from '#shared/result.ts'
import { aboutHandlers } from './app/about.ts'
import type { CloseHandshake } from './app/close-handshake.ts'
import { dataFolderHandlers } from './app/data-folder-handlers.ts'
import { leaveFolder } from './app/leave-folder.ts'
import { lockHandlers } from './app/lock-handlers.ts'
import { sampleCountyHandlers } from './app/sample-county.ts'
import type { ScreenLock } from './app/screen-lock.ts'
import type { Settings } from './app/settings.ts'
import { type Tasks, taskHandlers } from './app/tasks.ts'
import type { Backups } from './backups/open-backups.ts'
import { bundleHandlers } from './bundles/bundle-handlers.ts'
import { handoverHandlers } from './bundles/handover-handlers.ts'
import type { Exchange } from './exchange/exchange-handlers.ts'
import type { FreeBytes } from './files/disk-space.ts'
import { type FileHandlerDeps, fileHandlers } from './files/file-handlers.ts'
import { readToken } from './files/read-file.ts'
import { keepBytes, saveToken } from './files/save-file.ts'
import { mergeHandlers } from './ipc/merge-handlers.ts'
import { checkHandlers } from './journal/check-handlers.ts'
import { journalHandlers } from './journal/journal-handlers.ts'
import { type PrintDeps, pdfOf, printHandlers } from './printing/print-handlers.ts'
import type { PrintJobs } from './printing/print-jobs.ts'
import { purgeHandlers } from './purge/purge-handlers.ts'
import { type PurgePlacesDeps, sweepScraps } from './purge/purge-places.ts'
import type { StartReader } from './spreadsheet/reader-messages.ts'
import { READING_LIMITS } from './spreadsheet/reading-limits.ts'
import { sheetsToXlsx } from './spreadsheet/sheets-to-xlsx.ts'
import { workbookHandlers } from './spreadsheet/workbook-handlers.ts'

export interface ApplicationDeps extends FileHandlerDeps {
  readonly version: string
  readonly settings: Settings
  readonly screenLock: ScreenLock
  readonly freeBytes: FreeBytes
  /** Workbooks of the sample county, part of the program. */
  readonly sampleFolder: string
  readonly tasks: Tasks
  readonly closeHandshake: CloseHandshake
  readonly showSaveDialog: (suggestedName: string) => Promise<string | null>
  readonly backups: Backups
  readonly exchange: Exchange
  /** Removes the window's working copy from the disk. */
  readonly dropWorkingCopy: () => Promise<void>
  readonly purgePlaces: PurgePlacesDeps
  readonly startReader: StartReader
  readonly withPrintWindow: PrintDeps['withWindow']
  readonly printJobs: PrintJobs
  /** ISO 8601 UTC. */
  readonly now: () => string
  readonly newId: () => string
  readonly randomBytes: (length: number) => Uint8Array
}

const MEGABYTE = 1024 * 1024

/** Every area's handlers; a new area is one line. */
export function applicationHandlers(deps: ApplicationDeps): Handlers {
  const { fs, tokens, settings, tasks } = deps
  const printing: PrintDeps = {
    jobs: deps.printJobs,
    tasks,
    newId: deps.newId,
    withWindow: deps.withPrintWindow,
    toXlsx: sheetsToXlsx,
    keep: (name, bytes) => keepBytes(tokens, name, bytes),
    save: (token, name) => saveToken(deps, token, name),
  }
  const { journals, runner } = deps.backups
  return mergeHandlers([
    aboutHandlers(deps.version),
    taskHandlers(tasks),
    lockHandlers(deps.screenLock, deps.backups.handlers['backup:prove']),
    deps.closeHandshake.handlers,
    fileHandlers(deps),
    // Without a journal the backup at the end only waits for the one before.
    dataFolderHandlers({ ...deps, leaveFolder: leaveFolder(journals, () => runner.atClose()) }),
    sampleCountyHandlers(deps),
    checkHandlers({ tasks, journal: journals.current }),
    journalHandlers({
      journals,
      dropWorkingCopy: deps.dropWorkingCopy,
      sweepScraps: () => sweepScraps(deps.purgePlaces),
    }),
    purgeHandlers(deps.purgePlaces),
    deps.backups.handlers,
    deps.exchange.handlers,
    workbookHandlers({
      startReader: deps.startReader,
      tasks,
      bytesOf: (token) => readToken(fs, tokens, token, READING_LIMITS.bytes / MEGABYTE),
    }),
    bundleHandlers({ ...deps, dataFolder: settings.dataFolder }),
    handoverHandlers({
      fs,
      tokens,
      tasks,
      toPdf: async (sheets, signal, report) => {
        const pdf = await pdfOf(printing, sheets, signal, report)
        return pdf.ok ? ok(pdf.value.bytes) : pdf
      },
    }),
    printHandlers(printing),
  ])
}
