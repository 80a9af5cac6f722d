import { randomBytes, randomUUID } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { app, type BrowserWindow, dialog, ipcMain, protocol, session, shell } from 'electron'
import { createCloseHandshake } from './app/close-handshake.ts'
import { showOpenDialog, showSaveDialog } from './app/dialogs.ts'
import { lockPage, lockSession } from './app/lockdown.ts'
import { machineId } from './app/machine-id.ts'
import { openMainWindow, showWindow } from './app/main-window.ts'
import { installMenu } from './app/menu.ts'
import { rendererFiles } from './app/renderer-files.ts'
import { loadSettings } from './app/settings.ts'
import { createTasks } from './app/tasks.ts'
import { applicationHandlers } from './application-handlers.ts'
import { nodeFileSystem } from './files/file-system.ts'
import { FileTokens } from './files/file-tokens.ts'
import { eventSender } from './ipc/event-sender.ts'
import { registerHandlers } from './ipc/register.ts'
import { openJournal } from './journal/journal.ts'
import { nodeJournalFiles } from './journal/node-journal-files.ts'
import { nodeMarkerStore } from './journal/node-marker-store.ts'
import { withPrintWindow } from './printing/print-window.ts'
import { utilityReader } from './spreadsheet/utility-reader.ts'

const allowDevtools = !app.isPackaged
let mainWindow: BrowserWindow | null = null

const preloadIn = (appPath: string): string => join(appPath, 'out', 'preload', 'preload.cjs')

const sendEvent = eventSender(() =>
  mainWindow === null || mainWindow.isDestroyed() ? null : mainWindow.webContents,
)

const closeHandshake = createCloseHandshake({
  askPage: () => sendEvent('window:close-requested', null),
  closeNow: () => mainWindow?.destroy(),
  after: (ms, run) => {
    const timer = setTimeout(run, ms)
    return () => clearTimeout(timer)
  },
})

async function registerApplication(userData: string, appPath: string): Promise<void> {
  const fs = nodeFileSystem
  const settings = await loadSettings(fs, userData)
  const machine = await machineId()
  const handlers = applicationHandlers({
    fs,
    tokens: new FileTokens(randomBytes),
    version: app.getVersion(),
    settings,
    sampleFolder: join(appPath, 'out', 'assets', 'sample-county'),
    tasks: createTasks(sendEvent),
    closeHandshake,
    showOpenDialog: (request) => showOpenDialog(mainWindow, request),
    showSaveDialog: (suggestedName) => showSaveDialog(mainWindow, suggestedName),
    revealInFolder: (path) => shell.showItemInFolder(path),
    openJournal: () => {
      const folder = settings.dataFolder()
      const files = nodeJournalFiles(join(folder, 'journal'))
      const marker = nodeMarkerStore(join(userData, 'stations'), folder)
      return openJournal({ files, marker, machine, folder, newId: randomUUID })
    },
    startReader: utilityReader(join(appPath, 'out', 'main', 'reader.cjs')),
    withPrintWindow: (job, laidOut, use) =>
      withPrintWindow(
        { url: `app://bundle/print.html?job=${job}`, preload: preloadIn(appPath), laidOut },
        use,
      ),
    now: () => new Date().toISOString(),
    newId: randomUUID,
    randomBytes,
  })
  registerHandlers(ipcMain, handlers, (channel, error) => console.error(channel, error))
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

/** Ends the program with a sentence; everything reported as 已保存 is on disk, so ending is safe. */
function endWith(title: string, error: unknown): void {
  console.error(error)
  dialog.showErrorBox(title, '已保存的内容不受影响。请重新打开程序;仍出现时请重新安装或告知技术人员。')
  app.exit(1)
}

// Electron's own box for this speaks English and lets the program go on in an unknown state.
process.on('uncaughtException', (error) => endWith('程序遇到意外问题,需要重新打开', error))

if (app.requestSingleInstanceLock()) {
  // Before ready: the scheme decides whether the page is a secure context with its own storage.
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
  ])
  app.enableSandbox()
  app.on('web-contents-created', (_event, page) => lockPage(page))
  app.on('second-instance', () => showWindow(mainWindow))
  app.on('window-all-closed', () => app.quit())
  app
    .whenReady()
    .then(start)
    .catch((error: unknown) => endWith('程序无法启动', error))
} else {
  app.quit()
}
