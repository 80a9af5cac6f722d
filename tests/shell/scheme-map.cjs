'use strict'

/**
 * Chromium cannot be taught a custom scheme from outside, so `app://bundle/x` lives in the page as
 * `https://bundle.app.localhost/x`: a secure context with lasting storage that no name server resolves.
 * The main process sees only the custom scheme.
 */
class SchemeMap {
  constructor() {
    /** @type {Set<string>} */
    this.schemes = new Set()
  }

  /** @param {string} url */
  toPage(url) {
    const [, scheme = '', host = '', rest = ''] = /^([a-z][a-z0-9+-]*):\/\/([^/?#]*)(.*)$/is.exec(url) ?? []
    if (!this.schemes.has(scheme.toLowerCase())) return url
    return `https://${host}.${scheme.toLowerCase()}.localhost${rest === '' ? '/' : rest}`
  }

  /** @param {string} url */
  toMain(url) {
    const [, host, scheme = '', rest] =
      /^https:\/\/([^/?#]*)\.([a-z][a-z0-9+-]*)\.localhost((?:[/?#].*)?)$/is.exec(url) ?? []
    return this.schemes.has(scheme) ? `${scheme}://${host}${rest}` : url
  }

  /** @param {string} url as the main process sees it */
  origin(url) {
    if (!URL.canParse(url)) return 'null'
    const { protocol, host, origin } = new URL(url)
    return this.schemes.has(protocol.slice(0, -1)) ? `${protocol}//${host}` : origin
  }

  /** @param {string} policy a Content-Security-Policy; a bare `app:` means every host of that scheme */
  policyToPage(policy) {
    let translated = policy
    for (const scheme of this.schemes) {
      translated = translated.replace(
        new RegExp(`(^|[\\s;])${scheme}:(//[^\\s;]*)?(?=[\\s;,]|$)`, 'g'),
        (_, before, host) =>
          `${before}${host ? this.toPage(`${scheme}:${host}`).replace(/\/$/, '') : `https://*.${scheme}.localhost`}`,
      )
    }
    return translated
  }
}

module.exports = { SchemeMap }
