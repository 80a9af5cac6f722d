import { randomBytes } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { app, type BrowserWindow, dialog, ipcMain, protocol, session, shell } from 'electron'
import { createCloseHandshake } from './app/close-handshake.ts'
import { lockPage, lockSession } from './app/lockdown.ts'
import { openMainWindow, showWindow } from './app/main-window.ts'
import { installMenu } from './app/menu.ts'
import { showOpenDialog } from './app/open-dialog.ts'
import { rendererFiles } from './app/renderer-files.ts'
import { loadSettings } from './app/settings.ts'
import { createTasks } from './app/tasks.ts'
import { applicationHandlers } from './application-handlers.ts'
import { nodeFileSystem } from './files/file-system.ts'
import { FileTokens } from './files/file-tokens.ts'
import { eventSender } from './ipc/event-sender.ts'
import { registerHandlers } from './ipc/register.ts'

const allowDevtools = !app.isPackaged
let mainWindow: BrowserWindow | null = null

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

async function registerApplication(userData: string): Promise<void> {
  const fs = nodeFileSystem
  const handlers = applicationHandlers({
    fs,
    tokens: new FileTokens(randomBytes),
    version: app.getVersion(),
    settings: await loadSettings(fs, userData),
    tasks: createTasks(sendEvent),
    closeHandshake,
    showOpenDialog: (request) => showOpenDialog(mainWindow, request),
    revealInFolder: (path) => shell.showItemInFolder(path),
  })
  registerHandlers(ipcMain, handlers, (channel, error) => console.error(channel, error))
}

async function start(): Promise<void> {
  const appPath = app.getAppPath()
  const userData = app.getPath('userData')
  await mkdir(userData, { recursive: true })
  lockSession(session.defaultSession, allowDevtools)
  installMenu(allowDevtools)
  const serve = rendererFiles({
    root: join(appPath, 'out', 'renderer'),
    read: nodeFileSystem.read,
    nonce: () => randomBytes(16).toString('base64'),
  })
  protocol.handle('app', serve)
  await registerApplication(userData)
  await openMainWindow({
    fs: nodeFileSystem,
    placePath: join(userData, 'window.json'),
    preloadPath: join(appPath, 'out', 'preload', 'preload.cjs'),
    iconPath: join(appPath, 'out', 'renderer', 'icon.png'),
    allowDevtools,
    closeHandshake,
    onCreated: (window) => {
      mainWindow = window
    },
  })
}

function startFailed(error: unknown): void {
  console.error(error)
  dialog.showErrorBox(
    '程序无法启动',
    '已保存的内容不受影响。请重新打开程序;仍出现时请重新安装或告知技术人员。',
  )
  app.exit(1)
}

if (app.requestSingleInstanceLock()) {
  // Before ready: the scheme decides whether the page is a secure context with its own storage.
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
  ])
  app.enableSandbox()
  app.on('web-contents-created', (_event, page) => lockPage(page))
  app.on('second-instance', () => showWindow(mainWindow))
  app.on('window-all-closed', () => app.quit())
  app.whenReady().then(start).catch(startFailed)
} else {
  app.quit()
}
