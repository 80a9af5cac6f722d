'use strict'
const { EventEmitter } = require('node:events')
const { App } = require('./app.cjs')
const { createBrowserWindowClass } = require('./browser-window.cjs')
const { createClipboard } = require('./clipboard.cjs')
const { createDialog } = require('./dialog.cjs')
const { IpcMain } = require('./ipc-main.cjs')
const { Menu, MenuItem } = require('./menu.cjs')
const { createNet } = require('./net.cjs')
const { Protocol } = require('./protocol.cjs')
const { Runtime } = require('./runtime.cjs')
const { createSafeStorage } = require('./safe-storage.cjs')
const { SchemeMap } = require('./scheme-map.cjs')
const { createScreen } = require('./screen.cjs')
const { Session } = require('./session.cjs')
const { createShell } = require('./shell.cjs')
const { createUtilityProcess } = require('./utility-process.cjs')

/**
 * @typedef {import('./launch-arguments.cjs').Launch
 *   & { appPackage: import('./app-package.cjs').AppPackage, executable: string }} LaunchedApp
 */

/**
 * The object `require('electron')` gives, and the step that starts Chromium once the main script has run.
 * @param {LaunchedApp} launched
 */
function createElectron(launched) {
  const headed = process.env.STANDIN_HEADED === '1'
  const schemeMap = new SchemeMap()
  const runtime = new Runtime({ appFolder: launched.appPackage.folder, schemeMap, headed })
  const app = new App(launched, runtime)
  const protocol = new Protocol(schemeMap, () => runtime.isReady)
  const defaultSession = new Session(protocol)
  const ipcMain = new IpcMain()
  const BrowserWindow = createBrowserWindowClass(runtime)
  Object.assign(runtime, { app, ipcMain, session: defaultSession, BrowserWindow })

  defaultSession.clearIndexedDb = async () => {
    for (const contents of allContents()) {
      const target = await contents.opened
      const { origin } = new URL(schemeMap.toPage(contents.getURL()))
      await target.send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb' })
    }
  }

  const allContents = () => runtime.windows().map((window) => window.webContents)
  const webContents = {
    getAllWebContents: allContents,
    getFocusedWebContents: () => BrowserWindow.getFocusedWindow()?.webContents ?? null,
    fromId: (/** @type {number} */ id) => allContents().find((contents) => contents.id === id),
    fromDevToolsTargetId: (/** @type {string} */ id) =>
      allContents().find((contents) => contents.targetId === id),
  }
  const nativeTheme = Object.assign(new EventEmitter(), {
    themeSource: 'system',
    shouldUseDarkColors: false,
    shouldUseHighContrastColors: false,
    shouldUseInvertedColorScheme: false,
    prefersReducedTransparency: false,
    inForcedColorsMode: false,
  })
  const powerMonitor = Object.assign(new EventEmitter(), {
    getSystemIdleState: () => 'active',
    getSystemIdleTime: () => 0,
    isOnBatteryPower: () => false,
    onBatteryPower: false,
  })
  const electron = {
    app,
    BrowserWindow,
    clipboard: createClipboard(),
    dialog: createDialog(headed),
    ipcMain,
    Menu,
    MenuItem,
    nativeTheme,
    net: createNet(protocol),
    powerMonitor,
    protocol,
    safeStorage: createSafeStorage(() => app.getPath('userData')),
    screen: createScreen(),
    session: { defaultSession, fromPartition: () => defaultSession },
    shell: createShell(),
    utilityProcess: createUtilityProcess(runtime),
    webContents,
    crashReporter: { start() {}, getUploadToServer: () => false, setUploadToServer() {} },
  }
  return { electron, start: () => startOrFail(app, runtime) }
}

/** @param {import('./types.cjs').App} app @param {import('./types.cjs').Runtime} runtime */
function startOrFail(app, runtime) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => app.quit())
  if (app.exiting) return
  runtime.start().catch((error) => {
    if (app.exiting) return
    console.error(`stand-in: ${error.message}`)
    process.exit(1)
  })
}

module.exports = { createElectron }
