'use strict'
// Runs inside the forked child: gives the module `process.parentPort`, then loads it.
const { EventEmitter } = require('node:events')
const { pathToFileURL } = require('node:url')
const { electronVersion } = require('./app-package.cjs')

/** Messages wait until somebody listens, as in Electron. */
class ParentPort extends EventEmitter {
  /** @type {unknown[]} */
  #queue = []

  constructor() {
    super()
    process.on('message', (data) => {
      if (this.listenerCount('message') === 0) this.#queue.push(data)
      else this.emit('message', { data, ports: [] })
    })
    this.on('newListener', (name) => {
      if (name === 'message') setImmediate(() => this.#flush())
    })
  }

  #flush() {
    for (const data of this.#queue.splice(0)) this.emit('message', { data, ports: [] })
  }

  /** @param {any} message */
  postMessage(message) {
    process.send?.(message)
  }

  start() {}
}

Object.defineProperty(process, 'parentPort', { value: new ParentPort(), enumerable: true })
Object.defineProperty(process, 'type', { value: 'utility' })
Object.defineProperty(process.versions, 'electron', { value: electronVersion(), enumerable: true })
process.on('disconnect', () => process.exit(0))

const [modulePath = ''] = process.argv.splice(2, 1)
process.argv[1] = modulePath
import(pathToFileURL(modulePath).href).catch((error) => {
  console.error(error)
  process.exit(1)
})
