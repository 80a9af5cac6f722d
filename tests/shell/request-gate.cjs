'use strict'

/** @type {Record<string, string>} */
const RESOURCE_TYPES = {
  Stylesheet: 'stylesheet',
  Script: 'script',
  Image: 'image',
  Font: 'font',
  Media: 'media',
  XHR: 'xhr',
  Fetch: 'xhr',
  EventSource: 'xhr',
  Ping: 'ping',
  CSPViolationReport: 'cspReport',
}

/** Stands between every request of a page (its frames and workers too) and the answer. */
class RequestGate {
  /**
   * @param {import('./types.cjs').Session} session
   * @param {import('./types.cjs').SchemeMap} schemeMap
   * @param {any} contents the WebContents the requests belong to
   */
  constructor(session, schemeMap, contents) {
    this.session = session
    this.schemeMap = schemeMap
    this.contents = contents
    this.lastId = 0
  }

  /** @param {import('./types.cjs').CdpSession} target */
  async watch(target) {
    target.on('Fetch.requestPaused', (paused) => {
      this.#answer(target, paused).catch((error) => {
        // The page may have gone away while its request was being answered.
        if (!/gone|Invalid InterceptionId|Session with given id|closed/.test(String(error)))
          console.error(error)
      })
    })
    await target.send('Fetch.enable', { patterns: [{ urlPattern: '*', requestStage: 'Request' }] })
  }

  /** @param {import('./types.cjs').CdpSession} target @param {any} paused */
  async #answer(target, paused) {
    const { requestId } = paused
    const fail = (/** @type {string} */ errorReason) =>
      target.send('Fetch.failRequest', { requestId, errorReason })
    if (/^(data|blob|about):/.test(paused.request.url))
      return target.send('Fetch.continueRequest', { requestId })
    // Electron never asks for the icon Chromium shows on a tab.
    if (paused.resourceType === 'Other' && paused.request.url.endsWith('/favicon.ico')) return fail('Aborted')
    const details = this.#details(paused)
    // An aborted navigation leaves the old document in place; any other reason would show an error page.
    if (this.contents.isNavigationPrevented(paused, details.url)) return fail('Aborted')
    const verdict = await this.session.hooks.beforeRequest.ask(details)
    if (verdict.cancel) return fail('BlockedByClient')
    const url = verdict.redirectURL ?? details.url
    const handler = this.session.protocol.handlers.get(new URL(url).protocol.slice(0, -1))
    if (!handler) {
      return target.send('Fetch.continueRequest', { requestId, ...(url === details.url ? {} : { url }) })
    }
    const response = await this.#respond(handler, url, paused.request).catch((error) => {
      console.error(`protocol handler failed for ${url}:`, error)
      return null
    })
    if (response === null) return fail('Failed')
    const received = await this.session.hooks.headersReceived.ask({ ...details, ...response.described })
    if (received.cancel) return fail('BlockedByClient')
    return target.send('Fetch.fulfillRequest', {
      requestId,
      responseCode: response.status,
      responseHeaders: this.#headers(received.responseHeaders ?? response.described.responseHeaders),
      body: response.body.toString('base64'),
    })
  }

  /** @param {any} paused */
  #details(paused) {
    this.lastId += 1
    const isMainFrame = paused.frameId === this.contents.frameId
    const documentType = isMainFrame ? 'mainFrame' : 'subFrame'
    return {
      id: this.lastId,
      url: this.schemeMap.toMain(paused.request.url),
      method: paused.request.method,
      resourceType:
        paused.resourceType === 'Document' ? documentType : (RESOURCE_TYPES[paused.resourceType] ?? 'other'),
      referrer: this.schemeMap.toMain(paused.request.headers.Referer ?? ''),
      timestamp: Date.now(),
      webContentsId: this.contents.id,
      webContents: this.contents,
    }
  }

  /**
   * @param {import('./protocol.cjs').SchemeHandler} handler
   * @param {string} url
   * @param {any} asked
   */
  async #respond(handler, url, asked) {
    const headers = new Headers(asked.headers)
    for (const name of ['origin', 'referer']) {
      const value = headers.get(name)
      if (value !== null) headers.set(name, this.schemeMap.toMain(value))
    }
    const posted = asked.postDataEntries
      ? Buffer.concat(asked.postDataEntries.map(postedBytes))
      : asked.postData
    const withBody = asked.method !== 'GET' && asked.method !== 'HEAD' && posted !== undefined
    const response = await handler(
      new Request(url, { method: asked.method, headers, ...(withBody ? { body: posted } : {}) }),
    )
    /** @type {Record<string, string[]>} */
    const responseHeaders = {}
    for (const [name, value] of response.headers)
      responseHeaders[name] = [...(responseHeaders[name] ?? []), value]
    const statusLine = `HTTP/1.1 ${response.status} ${response.statusText}`.trim()
    const body = Buffer.from(await response.arrayBuffer())
    return {
      status: response.status,
      body,
      described: { statusCode: response.status, statusLine, responseHeaders },
    }
  }

  /** @param {Record<string, string | string[]>} headers */
  #headers(headers) {
    return Object.entries(headers).flatMap(([name, values]) =>
      [values].flat().map((value) => ({
        name,
        value: name.toLowerCase().startsWith('content-security-policy')
          ? this.schemeMap.policyToPage(value)
          : value,
      })),
    )
  }
}

/** @param {{ bytes?: string }} entry */
function postedBytes(entry) {
  return Buffer.from(entry.bytes ?? '', 'base64')
}

module.exports = { RequestGate }
