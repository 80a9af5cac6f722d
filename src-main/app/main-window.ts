import { BrowserWindow, nativeTheme, screen } from 'electron'
import type { FileSystem } from '../files/file-system.ts'
import type { CloseHandshake } from './close-handshake.ts'
import { readJsonFile, writeJsonFile } from './json-file.ts'
import { pagePreferences } from './page-preferences.ts'
import { placeOnScreens, SMALLEST, type WindowPlace } from './window-place.ts'

export const START_ADDRESS = 'app://bundle/index.html'

/** Moving a window fires many events; its place is written once it rests. */
const REST_MS = 400

export interface MainWindowDeps {
  readonly fs: FileSystem
  /** userData/window.json */
  readonly placePath: string
  readonly preloadPath: string
  readonly iconPath: string
  readonly allowDevtools: boolean
  readonly closeHandshake: CloseHandshake
  /** Called before the page loads, so that its first calls already find their window. */
  readonly onCreated: (window: BrowserWindow) => void
}

/** The one window, opened where it was last. */
export async function openMainWindow(deps: MainWindowDeps): Promise<void> {
  const workAreas = screen.getAllDisplays().map((display) => display.workArea)
  const place = placeOnScreens(await readJsonFile(deps.fs, deps.placePath), workAreas)
  const window = new BrowserWindow({
    ...place.bounds,
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    title: '破零倍增县区工作台',
    icon: deps.iconPath,
    show: false,
    autoHideMenuBar: true,
    // The colour of an empty page, so that start-up does not flash.
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#1a1b1e' : '#ffffff',
    webPreferences: pagePreferences({ preload: deps.preloadPath, devTools: deps.allowDevtools }),
  })
  deps.onCreated(window)
  if (place.maximized) window.maximize()
  window.once('ready-to-show', () => window.show())
  rememberPlace(window, deps)
  holdClose(window, deps.closeHandshake)
  try {
    await window.loadURL(START_ADDRESS)
  } catch (error) {
    // Closing the window while it loads ends the load too.
    if (!window.isDestroyed()) throw error
  }
}

function holdClose(window: BrowserWindow, handshake: CloseHandshake): void {
  window.on('close', (event) => {
    event.preventDefault()
    handshake.closeAsked()
  })
  window.webContents.on('did-start-navigation', (event) => {
    if (event.isMainFrame && !event.isSameDocument) handshake.pageGone()
  })
  window.webContents.on('render-process-gone', () => handshake.pageGone())
}

function rememberPlace(window: BrowserWindow, deps: MainWindowDeps): void {
  let timer: NodeJS.Timeout | null = null
  const write = () => {
    timer = null
    if (window.isDestroyed() || window.isMinimized()) return
    const place: WindowPlace = { bounds: window.getNormalBounds(), maximized: window.isMaximized() }
    // A forgotten place is no reason to disturb anybody.
    void writeJsonFile(deps.fs, deps.placePath, place)
  }
  const writeLater = () => {
    if (timer !== null) clearTimeout(timer)
    timer = setTimeout(write, REST_MS)
  }
  for (const event of ['resize', 'move', 'maximize', 'unmaximize'] as const) {
    window.on(event as 'resize', writeLater)
  }
  window.on('closed', () => {
    if (timer !== null) clearTimeout(timer)
  })
}

/** Brings the window to the front, when the program is started a second time. */
export function showWindow(window: BrowserWindow | null): void {
  if (window === null || window.isDestroyed()) return
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}
