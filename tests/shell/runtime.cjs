'use strict'
const path = require('node:path')
const { setTimeout: sleep } = require('node:timers/promises')
const { launchChromium } = require('./chromium.cjs')
const { watchDownloads } = require('./downloads.cjs')

/** What the parts of the stand-in share: the browser, readiness, the ways to each other. */
class Runtime {
  /** @param {{ appFolder: string, schemeMap: import('./types.cjs').SchemeMap, headed: boolean }} options */
  constructor({ appFolder, schemeMap, headed }) {
    this.appFolder = appFolder
    this.schemeMap = schemeMap
    this.headed = headed
    this.isReady = false
    /** @type {any} */
    this.app = null
    /** @type {any} */
    this.ipcMain = null
    /** @type {any} */
    this.session = null
    /** @type {any} */
    this.BrowserWindow = null
    /** @type {any} */
    this.chromium = null
    this.adopted = !headed
    /** @type {() => void} */
    this.becomeReady = () => {}
    /** @type {Promise<void>} */
    this.ready = new Promise((resolve) => {
      this.becomeReady = resolve
    })
  }

  /** @returns {import('./types.cjs').CdpConnection} */
  get connection() {
    if (!this.chromium) throw new Error('app is not ready')
    return this.chromium.connection
  }

  appName() {
    return this.app.name
  }

  /** @returns {any[]} */
  windows() {
    return this.BrowserWindow.getAllWindows()
  }

  /** @param {object} options */
  createWindow(options) {
    return new this.BrowserWindow(options)
  }

  async start() {
    this.chromium = await launchChromium({
      profile: path.join(this.app.getPath('sessionData'), 'stand-in-profile'),
      headed: this.headed,
      // Root cannot use Chromium's sandbox, and Playwright asks for none; everybody else keeps it.
      sandbox: process.getuid?.() !== 0 && !this.app.commandLine.hasSwitch('no-sandbox'),
      debuggingPort: this.app.commandLine.getSwitchValue('remote-debugging-port') || '0',
      onLine: reportLine,
      onExit: () => this.#browserGone(),
    })
    const { browser } = this.connection
    const { product } = await browser.send('Browser.getVersion')
    Object.defineProperty(process.versions, 'chrome', { value: product.split('/')[1], enumerable: true })
    browser.on('Target.targetCreated', ({ targetInfo }) => this.#closeUninvited(targetInfo))
    browser.on('Target.targetDestroyed', ({ targetId }) => this.#byTarget(targetId)?.window.forgotten())
    browser.on('Target.targetInfoChanged', ({ targetInfo }) => this.#titleChanged(targetInfo))
    await browser.send('Target.setDiscoverTargets', { discover: true })
    await watchDownloads(this.session, browser, this.schemeMap)
    this.isReady = true
    this.becomeReady()
    this.app.emit('ready', {}, {})
  }

  /** Headed, Chromium's own first window (no tabs, no address bar) becomes the program's. @returns {Promise<string | null>} */
  async firstTarget() {
    if (this.adopted) return null
    this.adopted = true
    for (let tries = 0; tries < 100; tries += 1) {
      const { targetInfos } = await this.connection.browser.send('Target.getTargets')
      const first = targetInfos.find(
        (/** @type {any} */ info) => info.type === 'page' && info.url.startsWith('data:'),
      )
      if (first) return first.targetId
      await sleep(50)
    }
    return null
  }

  allWindowsClosed() {
    if (this.app.exiting || this.app.quitting) return
    if (this.app.listenerCount('window-all-closed') > 0) this.app.emit('window-all-closed')
    else this.app.quit()
  }

  /** Closes politely, and firmly after five seconds. */
  async closeBrowser() {
    if (!this.chromium || this.connection.closed) return
    const gone = new Promise((resolve) => this.chromium.connection.output.once('close', resolve))
    this.connection.browser.send('Browser.close').catch(() => undefined)
    const inTime = await Promise.race([gone.then(() => true), sleep(5000, false)])
    if (!inTime) this.chromium.kill()
  }

  /** In Electron the browser is the main process: without it the program is over. */
  #browserGone() {
    if (this.app.exiting) return
    console.error('stand-in: Chromium ended unexpectedly')
    process.exit(1)
  }

  /** @param {string} targetId */
  #byTarget(targetId) {
    return this.windows()
      .map((window) => window.webContents)
      .find((contents) => contents.targetId === targetId)
  }

  /** A popup (link with a target, Ctrl+N) is never one of ours: what the program allows is opened by openWindow. */
  #closeUninvited(/** @type {any} */ { targetId, type, openerId, url }) {
    const isNewTab = type === 'page' && url.startsWith('chrome://')
    if (!openerId && !isNewTab) return
    this.connection.browser.send('Target.closeTarget', { targetId }).catch(() => undefined)
  }

  #titleChanged(/** @type {any} */ { targetId, title, url }) {
    const contents = this.#byTarget(targetId)
    if (!contents || contents.title === title || url.endsWith(title)) return
    contents.title = title
    contents.window.title = title
    contents.emit('page-title-updated', {}, title, true)
  }
}

/** Playwright waits for the first line; the rest is Chromium talking to itself. @param {string} line */
function reportLine(line) {
  if (line.startsWith('DevTools listening on ')) process.stderr.write(`${line}\n`)
  else if (process.env.STANDIN_DEBUG && line.trim() !== '') process.stderr.write(`[chromium] ${line}\n`)
}

module.exports = { Runtime }
