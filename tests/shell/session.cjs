'use strict'
const { EventEmitter } = require('node:events')

/**
 * @typedef {object} RequestDetails what listeners of webRequest receive
 * @property {number} id
 * @property {string} url
 * @property {string} method
 * @property {string} resourceType
 * @property {string} referrer
 * @property {number} timestamp
 * @property {number} [webContentsId]
 */

/** One hook of webRequest: at most one listener, as in Electron; a new one replaces the old. */
class RequestHook {
  constructor() {
    /** @type {((details: any, callback: (response: any) => void) => void) | null} */
    this.listener = null
    /** @type {(details: RequestDetails) => boolean} */
    this.matches = () => true
  }

  /** @param {any} filterOrListener @param {any} [listener] */
  set(filterOrListener, listener) {
    const hasFilter = typeof filterOrListener === 'object' && filterOrListener !== null
    this.listener = hasFilter ? listener : filterOrListener
    this.matches = hasFilter ? filterPredicate(filterOrListener) : () => true
  }

  /** @param {any} details @returns {Promise<any>} the listener's answer, `{}` when nobody listens */
  ask(details) {
    const { listener } = this
    if (!listener || !this.matches(details)) return Promise.resolve({})
    return new Promise((resolve) => listener(details, (response) => resolve(response ?? {})))
  }
}

/** @param {{ urls?: string[], excludeUrls?: string[], types?: string[] }} filter */
function filterPredicate({ urls = [], excludeUrls = [], types }) {
  const included = urls.map(urlPattern)
  const excluded = excludeUrls.map(urlPattern)
  return (/** @type {RequestDetails} */ { url, resourceType }) =>
    (included.length === 0 || included.some((pattern) => pattern.test(url))) &&
    !excluded.some((pattern) => pattern.test(url)) &&
    (types === undefined || types.includes(resourceType))
}

/** @param {string} pattern a match pattern such as `*://*\/*` or `<all_urls>` */
function urlPattern(pattern) {
  if (pattern === '<all_urls>') return /^/
  return new RegExp(`^${pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replace(/\*/g, '.*')}$`)
}

class Session extends EventEmitter {
  /** @param {import('./types.cjs').Protocol} protocol */
  constructor(protocol) {
    super()
    this.protocol = protocol
    /** Set by the runtime, which knows the pages. @type {() => Promise<void>} */
    this.clearIndexedDb = async () => undefined
    this.hooks = { beforeRequest: new RequestHook(), headersReceived: new RequestHook() }
    this.webRequest = {
      onBeforeRequest: this.hooks.beforeRequest.set.bind(this.hooks.beforeRequest),
      onHeadersReceived: this.hooks.headersReceived.set.bind(this.hooks.headersReceived),
      // Present in Electron, never reached here: no request ever leaves for a network.
      onBeforeSendHeaders() {},
      onSendHeaders() {},
      onResponseStarted() {},
      onCompleted() {},
      onErrorOccurred() {},
    }
    /** @type {((contents: any, permission: string, callback: (granted: boolean) => void, details: any) => void) | null} */
    this.permissionRequestHandler = null
    /** @type {((contents: any, permission: string, origin: string, details: any) => boolean) | null} */
    this.permissionCheckHandler = null
    this.spellCheckerEnabled = true
  }

  /** @param {Session['permissionRequestHandler']} handler */
  setPermissionRequestHandler(handler) {
    this.permissionRequestHandler = handler
  }

  /** @param {Session['permissionCheckHandler']} handler */
  setPermissionCheckHandler(handler) {
    this.permissionCheckHandler = handler
  }

  setDevicePermissionHandler() {}
  setDisplayMediaRequestHandler() {}
  setUSBProtectedClassesHandler() {}
  setBluetoothPairingHandler() {}
  setCertificateVerifyProc() {}
  setSpellCheckerLanguages() {}
  setSpellCheckerDictionaryDownloadURL() {}
  setUserAgent() {}
  enableNetworkEmulation() {}

  /** @param {boolean} enabled */
  setSpellCheckerEnabled(enabled) {
    this.spellCheckerEnabled = enabled
  }

  isSpellCheckerEnabled() {
    return this.spellCheckerEnabled
  }

  async setProxy() {}
  async clearCache() {}

  /** Only IndexedDB, of every page's origin: what the program asks for. @param {{ storages?: string[] }} [options] */
  async clearStorageData({ storages = [] } = {}) {
    if (storages.includes('indexdb')) await this.clearIndexedDb()
  }

  async closeAllConnections() {}
}

module.exports = { Session }
