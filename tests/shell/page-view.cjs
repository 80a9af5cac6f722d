'use strict'
const { EventEmitter } = require('node:events')
const { printToPdf } = require('./print-to-pdf.cjs')

/** What webContents does with a page that is open: script, paper, zoom, and the state its getters tell. */
class PageView extends EventEmitter {
  /** @type {Promise<import('./types.cjs').CdpSession>} */
  opened = new Promise(() => {})

  /** @param {import('./types.cjs').Runtime} runtime @param {any} window @param {any} preferences */
  constructor(runtime, window, preferences) {
    super()
    this.runtime = runtime
    this.window = window
    this.url = ''
    this.title = ''
    this.zoomFactor = preferences.zoomFactor ?? 1
    this.crashed = false
    this.loading = false
  }

  /** @param {string} code */
  async executeJavaScript(code) {
    const target = await this.opened
    const params = { expression: code, awaitPromise: true, returnByValue: true, userGesture: true }
    const { result, exceptionDetails } = await target.send('Runtime.evaluate', params)
    if (!exceptionDetails) return result.value
    throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
  }

  /** @param {any} [options] */
  async printToPDF(options) {
    return printToPdf(await this.opened, options)
  }

  /** Chromium's own print dialog when headed; without a screen there is no printer. */
  print(
    /** @type {any} */ _options = {},
    /** @type {(success: boolean, reason: string) => void} */ callback = () => {},
  ) {
    if (!this.runtime.headed) {
      setImmediate(() => callback(false, 'Print job canceled'))
      return
    }
    this.executeJavaScript('window.print()').then(
      () => callback(true, ''),
      (error) => callback(false, error.message),
    )
  }

  async getPrintersAsync() {
    return []
  }

  /** @param {number} factor */
  setZoomFactor(factor) {
    this.zoomFactor = factor
    if (this.url !== '')
      this.executeJavaScript(`document.documentElement.style.zoom = ${Number(factor)}`).catch(() => undefined)
  }

  getZoomFactor() {
    return this.zoomFactor
  }

  setZoomLevel(/** @type {number} */ level) {
    this.setZoomFactor(1.2 ** level)
  }

  getZoomLevel() {
    return Math.log(this.zoomFactor) / Math.log(1.2)
  }

  async setVisualZoomLevelLimits() {}

  getURL() {
    return this.url
  }

  getTitle() {
    return this.title
  }

  getType() {
    return 'window'
  }

  focus() {
    this.opened.then((target) => target.send('Page.bringToFront')).catch(() => undefined)
  }

  close() {
    this.window.close()
  }

  isFocused() {
    return this.window.isFocused()
  }

  isLoading() {
    return this.loading
  }

  isCrashed() {
    return this.crashed
  }

  isDestroyed() {
    return this.window.isDestroyed()
  }

  isDevToolsOpened() {
    return false
  }

  openDevTools() {}
  closeDevTools() {}
  setIgnoreMenuShortcuts() {}
  setBackgroundThrottling() {}
}

module.exports = { PageView }
