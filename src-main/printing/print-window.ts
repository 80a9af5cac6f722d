import { BrowserWindow } from 'electron'
import { pagePreferences } from '../app/page-preferences.ts'

const LAYOUT_LIMIT_MS = 120_000

/** A laid-out print window: the same page boxes as the preview, ready for PDF or paper. */
export interface LaidOut {
  readonly pages: number
  pdf(): Promise<Uint8Array>
  /** System dialog; false when the user closes it. */
  paper(): Promise<boolean>
}

export interface PrintWindowOptions {
  readonly url: string
  readonly preload: string
  /** Pages of the job once every one stands; null because of 取消. */
  readonly laidOut: Promise<number | null>
  /** `webContents` ids of the open print windows; this one is added before it loads and calls anything. */
  readonly printPages: Pick<Set<number>, 'add' | 'delete'>
}

/**
 * Opens a hidden window on the print page, waits until every page stands, runs `use`, and closes the window.
 * Returns null when the window does not lay the job out in time, or `laidOut` gives null because of 取消.
 */
export async function withPrintWindow<T>(
  options: PrintWindowOptions,
  use: (window: LaidOut) => Promise<T>,
): Promise<T | null> {
  const window = new BrowserWindow({
    show: false,
    width: 1200,
    height: 900,
    webPreferences: pagePreferences({
      preload: options.preload,
      devTools: false,
      backgroundThrottling: false,
    }),
  })
  const page = window.webContents.id
  options.printPages.add(page)
  let timer: ReturnType<typeof setTimeout> | undefined
  try {
    await window.loadURL(options.url)
    const expired = new Promise<null>((resolve) => {
      timer = setTimeout(() => resolve(null), LAYOUT_LIMIT_MS)
    })
    const pages = await Promise.race([options.laidOut, expired])
    return pages === null ? null : await use({ pages, pdf: () => pdfOf(window), paper: () => print(window) })
  } finally {
    clearTimeout(timer)
    window.destroy()
    options.printPages.delete(page)
  }
}

const pdfOf = (window: BrowserWindow): Promise<Uint8Array> =>
  window.webContents.printToPDF({
    preferCSSPageSize: true,
    printBackground: true,
    margins: { top: 0, bottom: 0, left: 0, right: 0 },
  })

const print = (window: BrowserWindow): Promise<boolean> =>
  new Promise((resolve) => {
    window.webContents.print(
      { silent: false, printBackground: true, margins: { marginType: 'none' } },
      (done) => resolve(done),
    )
  })
