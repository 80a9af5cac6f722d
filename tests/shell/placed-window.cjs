'use strict'
const { EventEmitter } = require('node:events')

/** @typedef {{ x: number, y: number, width: number, height: number }} Rectangle */

/** Place and state of a window: kept here, because Electron's getters are synchronous, and told to Chromium. */
class PlacedWindow extends EventEmitter {
  /** @type {any} */
  webContents = null

  /** @param {import('./types.cjs').Runtime} runtime @param {any} options of BrowserWindow */
  constructor(runtime, options) {
    super()
    this.runtime = runtime
    /** @type {Rectangle} */
    this.bounds = {
      x: options.x ?? 0,
      y: options.y ?? 0,
      width: options.width ?? 800,
      height: options.height ?? 600,
    }
    this.minimumSize = [options.minWidth ?? 0, options.minHeight ?? 0]
    this.state = 'normal'
    /** Chromium's id of the window, 0 until it is open. */
    this.windowId = 0
  }

  /** Called once Chromium has opened the page. */
  async targetOpened() {
    const { targetId } = this.webContents
    const found = await this.runtime.connection.browser.send('Browser.getWindowForTarget', { targetId })
    this.windowId = found.windowId
    await this.#applyBounds()
    if (this.state !== 'normal') await this.#applyState()
  }

  /** Called when a person moved or resized the window. @param {Rectangle} bounds */
  geometryChanged(bounds) {
    if (!this.runtime.headed || this.state !== 'normal') return
    this.bounds = bounds
    this.emit('resize')
  }

  getBounds() {
    return { ...this.bounds }
  }

  getNormalBounds() {
    return { ...this.bounds }
  }

  getContentBounds() {
    return { ...this.bounds }
  }

  setBounds(/** @type {Partial<Rectangle>} */ bounds) {
    this.bounds = { ...this.bounds, ...bounds }
    this.#later(() => this.#applyBounds())
    this.emit('resize')
    this.emit('move')
  }

  getSize() {
    return [this.bounds.width, this.bounds.height]
  }

  setSize(/** @type {number} */ width, /** @type {number} */ height) {
    this.setBounds({ width, height })
  }

  getContentSize() {
    return this.getSize()
  }

  setContentSize(/** @type {number} */ width, /** @type {number} */ height) {
    this.setBounds({ width, height })
  }

  getPosition() {
    return [this.bounds.x, this.bounds.y]
  }

  setPosition(/** @type {number} */ x, /** @type {number} */ y) {
    this.setBounds({ x, y })
  }

  center() {}

  getMinimumSize() {
    return [...this.minimumSize]
  }

  setMinimumSize(/** @type {number} */ width, /** @type {number} */ height) {
    this.minimumSize = [width, height]
  }

  maximize() {
    this.#setState('maximized', 'maximize')
  }

  unmaximize() {
    if (this.state === 'maximized') this.#setState('normal', 'unmaximize')
  }

  minimize() {
    this.#setState('minimized', 'minimize')
  }

  restore() {
    if (this.state === 'minimized') this.#setState('normal', 'restore')
  }

  setFullScreen(/** @type {boolean} */ on) {
    this.#setState(on ? 'fullscreen' : 'normal', on ? 'enter-full-screen' : 'leave-full-screen')
  }

  isMaximized() {
    return this.state === 'maximized'
  }

  isMinimized() {
    return this.state === 'minimized'
  }

  isFullScreen() {
    return this.state === 'fullscreen'
  }

  isNormal() {
    return this.state === 'normal'
  }

  #setState(/** @type {string} */ state, /** @type {string} */ event) {
    this.state = state
    this.#later(() => this.#applyState())
    this.emit(event)
  }

  #later(/** @type {() => Promise<unknown>} */ work) {
    if (this.windowId !== 0) work().catch(() => undefined)
  }

  #applyState() {
    // A minimised headless window would stop painting, and with it every test.
    const windowState = !this.runtime.headed && this.state === 'minimized' ? 'normal' : this.state
    const bounds = { windowState }
    return this.runtime.connection.browser.send('Browser.setWindowBounds', {
      windowId: this.windowId,
      bounds,
    })
  }

  async #applyBounds() {
    const { windowId, bounds } = this
    const { browser } = this.runtime.connection
    await browser.send('Browser.setWindowBounds', { windowId, bounds: { left: bounds.x, top: bounds.y } })
    const { width, height } = bounds
    if (this.runtime.headed)
      await browser.send('Browser.setWindowBounds', { windowId, bounds: { width, height } })
    // Headless Chromium counts an address bar nobody sees: the page itself gets the window's size.
    else await browser.send('Browser.setContentsSize', { windowId, width, height })
  }
}

module.exports = { PlacedWindow }
