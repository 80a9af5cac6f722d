import { randomBytes, randomUUID } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { app, type BrowserWindow, dialog, ipcMain, protocol, session, shell } from 'electron'
import { messageOf } from '#shared/errors/app-error.ts'
import { createCloseHandshake } from './app/close-handshake.ts'
import { createClosing, createStartAgain } from './app/closing.ts'
import { showOpenDialog, showSaveDialog } from './app/dialogs.ts'
import { closeNetwork, lockPage, lockSession } from './app/lockdown.ts'
import { machineId } from './app/machine-id.ts'
import { openMainWindow, showWindow } from './app/main-window.ts'
import { installMenu } from './app/menu.ts'
import { rendererFiles } from './app/renderer-files.ts'
import { ScreenLock } from './app/screen-lock.ts'
import { loadSettings } from './app/settings.ts'
import { createTasks } from './app/tasks.ts'
import { applicationHandlers } from './application-handlers.ts'
import { type Backups, createBackups, keepBackingUp } from './backups/open-backups.ts'
import { listNames } from './bundles/bundle-folder.ts'
import { createExchange, type Exchange } from './exchange/exchange-handlers.ts'
import { nodeDiskOf } from './files/disk-of.ts'
import { freeSpaceOf, nodeFreeBytes } from './files/disk-space.ts'
import { nodeFileSystem } from './files/file-system.ts'
import { FileTokens } from './files/file-tokens.ts'
import { eventSender } from './ipc/event-sender.ts'
import { registerHandlers } from './ipc/register.ts'
import { openJournal } from './journal/journal.ts'
import { nodeJournalFiles } from './journal/node-journal-files.ts'
import { nodeMarkerStore } from './journal/node-marker-store.ts'
import type { PrintDeps } from './printing/print-handlers.ts'
import { runPrintJob } from './printing/print-job-run.ts'
import { PrintJobs } from './printing/print-jobs.ts'
import { withPrintWindow } from './printing/print-window.ts'
import { workingCopy } from './purge/working-copy.ts'
import { utilityReader } from './spreadsheet/utility-reader.ts'

const allowDevtools = !app.isPackaged
let mainWindow: BrowserWindow | null = null

const preloadIn = (appPath: string): string => join(appPath, 'out', 'preload', 'preload.cjs')

const sendEvent = eventSender(() =>
  mainWindow === null || mainWindow.isDestroyed() ? null : mainWindow.webContents,
)

function after(ms: number, run: () => void): () => void {
  const timer = setTimeout(run, ms)
  return () => clearTimeout(timer)
}

let backups: Backups | null = null
let exchange: Exchange | null = null

const closing = createClosing({
  hide: () => mainWindow?.hide(),
  ends: () => [exchange?.atClose(), backups?.runner.atClose()],
  closeJournal: () => backups?.journals.close(),
  destroy: () => {
    if (mainWindow?.isDestroyed() === false) mainWindow.destroy()
  },
  after,
  reportBug: console.error,
})

const closeHandshake = createCloseHandshake({
  askPage: () => sendEvent('window:close-requested', null),
  closeNow: closing.begin,
  after,
})

// An AppImage runs from a place that is gone once it has ended.
const startsAgain = createStartAgain(closing, () =>
  app.relaunch({ execPath: process.env.APPIMAGE ?? process.execPath }),
)

const printJobs = new PrintJobs()
const printPages = new Set<number>()
const printWindow: PrintDeps['withWindow'] = (job, laidOut, use) =>
  withPrintWindow(
    { url: `app://bundle/print.html?job=${job}`, preload: preloadIn(app.getAppPath()), laidOut, printPages },
    use,
  )

async function registerApplication(userData: string, appPath: string): Promise<void> {
  const fs = nodeFileSystem
  const settings = await loadSettings(fs, userData)
  const machine = await machineId()
  const tokens = new FileTokens(randomBytes)
  const now = () => new Date().toISOString()
  const marker = () => nodeMarkerStore(join(userData, 'stations'), settings.dataFolder())
  backups = createBackups({
    fs,
    listNames,
    tokens,
    userData,
    dataFolder: settings.dataFolder,
    openJournal: (around) => {
      const folder = settings.dataFolder()
      const files = nodeJournalFiles(join(folder, 'journal'))
      const freeBytes = freeSpaceOf(
        () => nodeFreeBytes(folder),
        () => performance.now(),
      )
      return openJournal({
        files,
        marker: marker(),
        machine,
        folder,
        freeBytes,
        ...around,
        compressesClosed: true,
        reportBug: console.error,
        newId: randomUUID,
      })
    },
    marker,
    diskOf: nodeDiskOf,
    version: app.getVersion(),
    send: sendEvent,
    now,
    newId: randomUUID,
    randomBytes,
  })
  exchange = createExchange({
    fs,
    names: listNames,
    tokens,
    stations: join(userData, 'stations'),
    hostName: hostname(),
    dataFolder: settings.dataFolder,
    journal: backups.journals.current,
    forgetStation: () => marker().forget(),
    now,
    newId: randomUUID,
  })
  const copy = workingCopy({
    fs,
    path: join(userData, 'drop-working-copy'),
    clear: () => session.defaultSession.clearStorageData({ storages: ['indexdb'] }),
  })
  await copy.dropLeft().catch(console.error)
  const handlers = applicationHandlers({
    fs,
    tokens,
    version: app.getVersion(),
    settings,
    screenLock: new ScreenLock({
      fs,
      path: join(userData, 'screen-lock.json'),
      elapsed: () => performance.now(),
      randomBytes,
    }),
    freeBytes: nodeFreeBytes,
    sampleFolder: join(appPath, 'out', 'assets', 'sample-county'),
    tasks: createTasks(sendEvent),
    closeHandshake,
    showOpenDialog: (request) => showOpenDialog(mainWindow, request),
    showSaveDialog: (suggestedName) => showSaveDialog(mainWindow, suggestedName),
    revealInFolder: (path) => shell.showItemInFolder(path),
    backups,
    exchange,
    dropWorkingCopy: copy.drop,
    purgePlaces: {
      fs,
      names: listNames,
      stations: join(userData, 'stations'),
      dataFolder: settings.dataFolder,
      journal: backups.journals.current,
      after,
    },
    startReader: utilityReader(join(appPath, 'out', 'main', 'reader.cjs')),
    withPrintWindow: printWindow,
    printJobs,
    now,
    newId: randomUUID,
    randomBytes,
  })
  keepBackingUp(backups.runner, after, console.error)
  registerHandlers(
    ipcMain,
    handlers,
    (id) => printPages.has(id),
    (channel, error) => console.error(channel, error),
  )
}

async function start(): Promise<void> {
  const appPath = app.getAppPath()
  const userData = app.getPath('userData')
  // The default data folder; a chosen one may be on a stick that is not plugged in.
  await mkdir(join(userData, 'data'), { recursive: true })
  lockSession(session.defaultSession, allowDevtools)
  installMenu(allowDevtools)
  const serve = rendererFiles({
    root: join(appPath, 'out', 'renderer'),
    read: nodeFileSystem.read,
    nonce: () => randomBytes(16).toString('base64'),
  })
  protocol.handle('app', serve)
  await registerApplication(userData, appPath)
  const printJob = app.commandLine.getSwitchValue('print-job')
  if (printJob !== '') return printAndExit(printJob)
  await openMainWindow({
    fs: nodeFileSystem,
    placePath: join(userData, 'window.json'),
    preloadPath: preloadIn(appPath),
    iconPath: join(appPath, 'out', 'renderer', 'icon.png'),
    allowDevtools,
    closeHandshake,
    onCreated: (window) => {
      mainWindow = window
      // A hidden print window must not keep the program running.
      window.on('closed', () => app.quit())
    },
  })
}

/** The command line's forms as a PDF, without a window of ours; the exit code is the answer. */
async function printAndExit(path: string): Promise<void> {
  const done = await runPrintJob(
    { fs: nodeFileSystem, jobs: printJobs, newId: randomUUID, withWindow: printWindow },
    path,
  )
  if (!done.ok) console.error(messageOf(done.error).title)
  app.exit(done.ok ? 0 : 1)
}

/** Ends the program with a sentence; everything reported as 已保存 is on disk, so ending is safe. */
function endWith(title: string, error: unknown): void {
  console.error(error)
  dialog.showErrorBox(title, '已保存的内容不受影响。请重新打开程序；仍出现时请重新安装或告知技术人员。')
  app.exit(1)
}

// Electron's own box for this speaks English and lets the program go on in an unknown state.
process.on('uncaughtException', (error) => endWith('程序遇到意外问题，需要重新打开', error))

if (app.requestSingleInstanceLock()) {
  // Before ready: the scheme decides whether the page is a secure context with its own storage.
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
  ])
  closeNetwork(app.commandLine)
  app.enableSandbox()
  app.on('web-contents-created', (_event, page) => lockPage(page))
  app.on('second-instance', () => {
    if (!startsAgain()) showWindow(mainWindow)
  })
  // The window of a print job closes before its PDF is written.
  app.on('window-all-closed', () => {
    if (!app.commandLine.hasSwitch('print-job')) app.quit()
  })
  app
    .whenReady()
    .then(start)
    .catch((error: unknown) => endWith('程序无法启动', error))
} else {
  app.quit()
}
