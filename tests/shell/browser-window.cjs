'use strict'
const { refuseLoosePreferences } = require('./page-preferences.cjs')
const { PreventableEvent } = require('./preventable-event.cjs')
const { PlacedWindow } = require('./placed-window.cjs')
const { WebContents } = require('./web-contents.cjs')

/**
 * The class bound to one runtime.
 * @param {import('./types.cjs').Runtime} runtime
 */
function createBrowserWindowClass(runtime) {
  /** @type {Set<BrowserWindow>} */
  const open = new Set()

  class BrowserWindow extends PlacedWindow {
    /** @param {any} [options] */
    constructor(options = {}) {
      super(runtime, options)
      if (!runtime.isReady) throw new Error('Cannot create BrowserWindow before app is ready')
      refuseLoosePreferences(options.webPreferences ?? {})
      this.visible = options.show ?? true
      this.focused = false
      this.closing = false
      this.shownOnce = false
      this.title = options.title ?? runtime.appName()
      open.add(this)
      this.webContents = new WebContents(runtime, this, options.webPreferences ?? {})
      this.id = this.webContents.id
      // At once: this is where programs lock a page down before it loads anything.
      runtime.app.emit('web-contents-created', new PreventableEvent(), this.webContents)
      runtime.app.emit('browser-window-created', new PreventableEvent(), this)
    }

    static getAllWindows() {
      return [...open]
    }

    static getFocusedWindow() {
      return [...open].find((window) => window.focused) ?? null
    }

    static fromWebContents(/** @type {any} */ contents) {
      return contents?.window ?? null
    }

    static fromId(/** @type {number} */ id) {
      return [...open].find((window) => window.id === id) ?? null
    }

    // Called by the page's side, not by programs.

    pageShown() {
      if (this.shownOnce) return
      this.shownOnce = true
      this.emit('ready-to-show')
    }

    focusChanged(/** @type {boolean} */ focused) {
      if (this.focused === focused) return
      this.focused = focused
      this.emit(focused ? 'focus' : 'blur')
    }

    // Electron's own members.

    loadURL(/** @type {string} */ url) {
      return this.webContents.loadURL(url)
    }

    loadFile(/** @type {string} */ file, /** @type {any} */ options) {
      return this.webContents.loadFile(file, options)
    }

    show() {
      this.visible = true
      this.emit('show')
      this.focus()
    }

    showInactive() {
      this.visible = true
      this.emit('show')
    }

    hide() {
      this.visible = false
      this.emit('hide')
    }

    isVisible() {
      return this.visible
    }

    focus() {
      for (const window of open) if (window !== this) window.focusChanged(false)
      this.focusChanged(true)
      this.webContents.focus()
    }

    blur() {
      this.focusChanged(false)
    }

    isFocused() {
      return this.focused
    }

    setTitle(/** @type {string} */ title) {
      this.title = title
    }

    getTitle() {
      return this.title
    }

    /** Asks the program first; a second close while the first is under way does nothing. */
    close() {
      if (this.isDestroyed() || this.closing) return
      const event = new PreventableEvent()
      this.closing = true
      this.emit('close', event)
      this.closing = false
      if (!event.defaultPrevented) this.destroy()
    }

    destroy() {
      if (this.isDestroyed()) return
      this.closing = true
      this.forgotten()
      const close = (/** @type {unknown} */ _target) =>
        runtime.connection.browser.send('Target.closeTarget', { targetId: this.webContents.targetId })
      this.webContents.opened.then(close).catch(() => undefined)
    }

    isDestroyed() {
      return !open.has(this)
    }

    /** The page is gone, whoever closed it. */
    forgotten() {
      if (!open.delete(this)) return
      this.webContents.emit('destroyed')
      this.emit('closed')
      if (open.size === 0) runtime.allWindowsClosed()
    }
  }

  // Decoration of a real window that nothing here can show.
  const nothing = [
    'setMenu',
    'removeMenu',
    'setMenuBarVisibility',
    'setAutoHideMenuBar',
    'setIcon',
    'setBackgroundColor',
  ]
  nothing.push(
    'setProgressBar',
    'flashFrame',
    'setOverlayIcon',
    'setResizable',
    'setClosable',
    'moveTop',
    'setOpacity',
  )
  for (const name of nothing)
    Object.defineProperty(BrowserWindow.prototype, name, { value() {}, writable: true })

  return BrowserWindow
}

module.exports = { createBrowserWindowClass }
