'use strict'
const path = require('node:path')
const { pathToFileURL } = require('node:url')
const { PageChannel } = require('./page-channel.cjs')
const { PreventableEvent } = require('./preventable-event.cjs')
const { RequestGate } = require('./request-gate.cjs')
const { applyPermissions } = require('./permissions.cjs')
const { openPageTarget, watchSubTargets } = require('./page-target.cjs')
const { PageView } = require('./page-view.cjs')
const { wirePageEvents } = require('./page-events.cjs')
const { answerPageMessage } = require('./page-messages.cjs')

let lastId = 0

/** One page. Its Chromium target is made in the background; every command waits for it. */
class WebContents extends PageView {
  /** @param {import('./types.cjs').Runtime} runtime @param {any} window @param {any} preferences */
  constructor(runtime, window, preferences) {
    super(runtime, window, preferences)
    lastId += 1
    this.id = lastId
    this.session = runtime.session
    this.frameId = ''
    this.targetId = ''
    /** The page address our own loadURL or reload asked for: never a will-navigate. @type {string | null} */
    this.expectedUrl = null
    this.permissionOrigins = new Set()
    /** @type {((details: any) => any) | null} */
    this.windowOpenHandler = null
    this.opened = this.#open(preferences.preload)
    this.opened.catch((error) => {
      if (!runtime.connection.closed) console.error('stand-in: cannot open a page:', error)
    })
  }

  /** @param {string | undefined} preload */
  async #open(preload) {
    const { width, height } = this.window.bounds
    const adopt = await this.runtime.firstTarget()
    const page = await openPageTarget(this.runtime, { width, height, preload, adopt })
    this.target = page.target
    this.targetId = page.targetId
    this.frameId = page.frameId
    this.channel = new PageChannel(page.target, page.frameId, (message, reply) =>
      answerPageMessage(this, message, reply),
    )
    wirePageEvents(this, page.target)
    const gate = new RequestGate(this.session, this.runtime.schemeMap, this)
    await Promise.all([
      page.target.send('Runtime.enable'),
      gate.watch(page.target),
      watchSubTargets(this.runtime, page.target, gate),
    ])
    await this.window.targetOpened()
    return page.target
  }

  /** @param {string} url */
  async loadURL(url) {
    const target = await this.opened
    const { schemeMap } = this.runtime
    await this.applyPermissions(url)
    this.expectedUrl = schemeMap.toPage(url)
    const loaded = new Promise((resolve) => this.once('did-finish-load', resolve))
    const { errorText } = await target.send('Page.navigate', { url: this.expectedUrl })
    if (errorText) {
      this.emit('did-fail-load', new PreventableEvent(), -2, errorText, url, true)
      throw Object.assign(new Error(`${errorText} (-2) loading '${url}'`), {
        code: errorText,
        errno: -2,
        url,
      })
    }
    await loaded
  }

  /** @param {string} file @param {{ query?: Record<string, string>, hash?: string }} [options] */
  loadFile(file, options = {}) {
    const url = pathToFileURL(path.resolve(this.runtime.appFolder, file))
    for (const [name, value] of Object.entries(options.query ?? {})) url.searchParams.set(name, value)
    if (options.hash) url.hash = options.hash
    return this.loadURL(url.href)
  }

  /** @param {string} mainUrl */
  async applyPermissions(mainUrl) {
    const pageUrl = this.runtime.schemeMap.toPage(mainUrl)
    if (!/^https?:/.test(pageUrl)) return
    const pageOrigin = new URL(pageUrl).origin
    if (this.permissionOrigins.has(pageOrigin)) return
    this.permissionOrigins.add(pageOrigin)
    await applyPermissions(this.session, this.runtime.connection.browser, this, { mainUrl, pageOrigin })
  }

  /**
   * Asked by the request gate for each document request; fires will-navigate as Electron does for the page's own wish.
   * @param {any} paused @param {string} url
   */
  isNavigationPrevented(paused, url) {
    if (paused.resourceType !== 'Document') return false
    const isMainFrame = paused.frameId === this.frameId
    if (isMainFrame && this.expectedUrl !== null && paused.request.url === this.expectedUrl.split('#')[0])
      return false
    const frame = isMainFrame ? this.mainFrame : null
    const event = new PreventableEvent({
      url,
      isMainFrame,
      isSameDocument: false,
      frame,
      initiator: this.mainFrame,
    })
    if (isMainFrame) this.emit('will-navigate', event, url, false, true)
    this.emit('will-frame-navigate', event)
    return event.defaultPrevented
  }

  get mainFrame() {
    const { schemeMap } = this.runtime
    const frame = {
      url: this.url,
      origin: schemeMap.origin(this.url),
      parent: null,
      name: '',
      processId: 1,
      routingId: this.id,
    }
    return Object.assign(frame, {
      top: frame,
      isDestroyed: () => this.isDestroyed(),
      send: this.send.bind(this),
    })
  }

  /** @param {string} channel @param {unknown[]} args */
  send(channel, ...args) {
    this.channel?.send('message', channel, args)
  }

  /** @param {(details: any) => any} handler */
  setWindowOpenHandler(handler) {
    this.windowOpenHandler = handler
  }

  async reload() {
    const target = await this.opened
    this.crashed = false
    this.expectedUrl = this.runtime.schemeMap.toPage(this.url)
    await target.send('Page.reload')
  }

  async forcefullyCrashRenderer() {
    const target = await this.opened
    target.send('Page.crash').catch(() => undefined)
  }
}

module.exports = { WebContents }
