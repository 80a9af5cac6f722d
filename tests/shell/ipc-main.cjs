'use strict'
const { EventEmitter } = require('node:events')

/** @typedef {(event: any, ...args: any[]) => unknown} InvokeHandler */

class IpcMain extends EventEmitter {
  /** @type {Map<string, InvokeHandler>} */
  #handlers = new Map()

  /** @param {string} channel @param {InvokeHandler} handler */
  handle(channel, handler) {
    if (this.#handlers.has(channel))
      throw new Error(`Attempted to register a second handler for '${channel}'`)
    this.#handlers.set(channel, handler)
  }

  /** @param {string} channel @param {InvokeHandler} handler */
  handleOnce(channel, handler) {
    this.handle(channel, (...args) => {
      this.removeHandler(channel)
      return handler(...args)
    })
  }

  /** @param {string} channel */
  removeHandler(channel) {
    this.#handlers.delete(channel)
  }

  /** @param {string} channel @param {object} event @param {unknown[]} args */
  async answerInvoke(channel, event, args) {
    try {
      const handler = this.#handlers.get(channel)
      if (!handler) throw new Error(`No handler registered for '${channel}'`)
      return { error: null, value: await handler(event, ...args) }
    } catch (error) {
      return { error: `Error invoking remote method '${channel}': ${error}`, value: undefined }
    }
  }
}

module.exports = { IpcMain }
