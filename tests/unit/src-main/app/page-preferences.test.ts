import { beforeEach, expect, test, vi } from 'vitest'
import { createCloseHandshake } from '#main/app/close-handshake.ts'
import { openMainWindow } from '#main/app/main-window.ts'
import { LOCKED_PREFERENCES, type PageChoices, pagePreferences } from '#main/app/page-preferences.ts'
import { withPrintWindow } from '#main/printing/print-window.ts'
import { FaultyFileSystem } from '#tests/support/faulty-file-system.ts'

const windows = vi.hoisted(() => [] as { readonly webPreferences: object }[])

vi.mock('electron', async () => {
  const { EventEmitter } = await import('node:events')
  class BrowserWindow extends EventEmitter {
    readonly webContents = Object.assign(new EventEmitter(), { id: 7 })
    constructor(options: { readonly webPreferences: object }) {
      super()
      windows.push(options)
    }
    async loadURL() {}
    destroy() {}
  }
  const screen = { getAllDisplays: () => [] }
  return { BrowserWindow, nativeTheme: { shouldUseDarkColors: false }, screen }
})

beforeEach(() => {
  windows.length = 0
})

const LOCKED = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  webviewTag: false,
  spellcheck: false,
}

test('the sandbox, a world of its own and no Node are locked, whatever a window chooses', () => {
  expect(LOCKED_PREFERENCES).toEqual(LOCKED)
  const loosened = {
    preload: '/p.cjs',
    devTools: false,
    sandbox: false,
    nodeIntegration: true,
  } as PageChoices
  expect(pagePreferences(loosened)).toEqual({ preload: '/p.cjs', devTools: false, ...LOCKED })
})

test('the main window opens with the locked preferences', async () => {
  const idle = { askPage: () => undefined, closeNow: () => undefined, after: () => () => undefined }
  await openMainWindow({
    fs: new FaultyFileSystem('/user'),
    placePath: '/user/window.json',
    preloadPath: '/p.cjs',
    iconPath: '/icon.png',
    allowDevtools: true,
    closeHandshake: createCloseHandshake(idle),
    onCreated: () => undefined,
  })
  expect(windows.map((one) => one.webPreferences)).toEqual([{ preload: '/p.cjs', devTools: true, ...LOCKED }])
})

test('the print window too, and it is known as one exactly while it is open', async () => {
  const printPages = new Set<number>()
  const options = {
    url: 'app://bundle/print.html',
    preload: '/p.cjs',
    laidOut: Promise.resolve(1),
    printPages,
  }
  const whileOpen = await withPrintWindow(options, async () => [...printPages])
  expect([whileOpen, [...printPages]]).toEqual([[7], []])
  expect(windows.map((one) => one.webPreferences)).toEqual([
    { preload: '/p.cjs', devTools: false, backgroundThrottling: false, ...LOCKED },
  ])
})
