'use strict'
const { EventEmitter } = require('node:events')

/** One conversation with a target (or, without an id, with the browser itself). */
class CdpSession extends EventEmitter {
  /** @param {CdpConnection} connection @param {string} [id] */
  constructor(connection, id) {
    super()
    this.connection = connection
    this.id = id
    this.setMaxListeners(0)
  }

  /**
   * @param {string} method
   * @param {object} [params]
   * @returns {Promise<any>} rejects with the browser's message, or when the browser is gone
   */
  send(method, params = {}) {
    return this.connection.send(method, params, this.id)
  }
}

/** Chrome DevTools Protocol over a pair of pipes: JSON messages, each ended by a NUL byte. */
class CdpConnection {
  /** @param {import('node:stream').Writable} output @param {import('node:stream').Readable} input */
  constructor(output, input) {
    this.output = output
    this.lastId = 0
    this.closed = false
    /** @type {Map<number, { method: string, resolve: (result: unknown) => void, reject: (error: Error) => void }>} */
    this.pending = new Map()
    /** @type {Map<string, CdpSession>} */
    this.sessions = new Map()
    this.browser = new CdpSession(this)
    output.on('error', () => this.close())
    input.on('error', () => this.close())
    this.#read(input)
  }

  /** @param {string} method @param {object} params @param {string} [sessionId] */
  send(method, params, sessionId) {
    return new Promise((resolve, reject) => {
      if (this.closed) return reject(new Error(`${method}: the browser is gone`))
      this.lastId += 1
      this.pending.set(this.lastId, { method, resolve, reject })
      this.output.write(`${JSON.stringify({ id: this.lastId, method, params, sessionId })}\0`)
    })
  }

  /** @param {string} id @returns {CdpSession} */
  session(id) {
    let session = this.sessions.get(id)
    if (session === undefined) {
      session = new CdpSession(this, id)
      this.sessions.set(id, session)
    }
    return session
  }

  close() {
    this.closed = true
    for (const { method, reject } of this.pending.values())
      reject(new Error(`${method}: the browser is gone`))
    this.pending.clear()
  }

  /** @param {import('node:stream').Readable} input */
  #read(input) {
    /** @type {Buffer[]} */
    let parts = []
    input.on('data', (/** @type {Buffer} */ bytes) => {
      let rest = bytes
      for (let end = rest.indexOf(0); end >= 0; end = rest.indexOf(0)) {
        parts.push(rest.subarray(0, end))
        rest = rest.subarray(end + 1)
        const text = Buffer.concat(parts).toString('utf8')
        parts = []
        this.#receive(JSON.parse(text))
      }
      if (rest.length > 0) parts.push(rest)
    })
  }

  /** @param {any} message */
  #receive(message) {
    if (message.id === undefined) {
      const session = message.sessionId ? this.session(message.sessionId) : this.browser
      session.emit(message.method, message.params)
      if (message.method === 'Target.detachedFromTarget') this.sessions.delete(message.params.sessionId)
      return
    }
    const waiting = this.pending.get(message.id)
    this.pending.delete(message.id)
    if (message.error) waiting?.reject(new Error(`${waiting.method}: ${message.error.message}`))
    else waiting?.resolve(message.result)
  }
}

module.exports = { CdpConnection, CdpSession }
