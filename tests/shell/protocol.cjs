'use strict'

/** @typedef {(request: Request) => Response | Promise<Response>} SchemeHandler */

class Protocol {
  /** @param {import('./types.cjs').SchemeMap} schemeMap @param {() => boolean} isReady */
  constructor(schemeMap, isReady) {
    this.schemeMap = schemeMap
    this.isReady = isReady
    /** @type {Map<string, SchemeHandler>} */
    this.handlers = new Map()
    this.declared = false
  }

  /** @param {{ scheme: string }[]} customSchemes */
  registerSchemesAsPrivileged(customSchemes) {
    if (this.isReady())
      throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready')
    if (this.declared) throw new Error('protocol.registerSchemesAsPrivileged can only be called once')
    this.declared = true
    for (const { scheme } of customSchemes) this.schemeMap.schemes.add(scheme)
  }

  /** @param {string} scheme @param {SchemeHandler} handler */
  handle(scheme, handler) {
    if (this.handlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`)
    this.schemeMap.schemes.add(scheme)
    this.handlers.set(scheme, handler)
  }

  /** @param {string} scheme */
  unhandle(scheme) {
    if (!this.handlers.delete(scheme)) throw new Error(`Failed to unhandle protocol: ${scheme}`)
  }

  /** @param {string} scheme */
  isProtocolHandled(scheme) {
    return this.handlers.has(scheme)
  }
}

module.exports = { Protocol }
