'use strict'
const fs = require('node:fs')
const path = require('node:path')
const { fileURLToPath } = require('node:url')

/** @type {Record<string, string>} */
const MIME_TYPES = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.map': 'application/json',
  '.mjs': 'text/javascript',
  '.otf': 'font/otf',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
}

/** @param {import('./types.cjs').Protocol} protocol */
function createNet(protocol) {
  return {
    /** @param {string | Request} input @param {RequestInit} [init] */
    async fetch(input, init) {
      const url = typeof input === 'string' ? input : input.url
      if (url.startsWith('file:')) return fetchFile(url)
      const handler = protocol.handlers.get(new URL(url).protocol.slice(0, -1))
      if (handler) return handler(new Request(input, init))
      throw new Error('net::ERR_INTERNET_DISCONNECTED')
    },
    isOnline: () => false,
    online: false,
  }
}

/** @param {string} url */
async function fetchFile(url) {
  const file = fileURLToPath(url)
  const bytes = await fs.promises.readFile(file).catch(() => {
    throw new Error('net::ERR_FILE_NOT_FOUND')
  })
  const type = MIME_TYPES[path.extname(file).toLowerCase()] ?? 'application/octet-stream'
  return new Response(bytes, { headers: { 'content-type': type } })
}

module.exports = { createNet }
