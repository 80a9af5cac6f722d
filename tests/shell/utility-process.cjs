'use strict'
const { fork } = require('node:child_process')
const { EventEmitter } = require('node:events')
const os = require('node:os')
const path = require('node:path')

/** A child with a message port to its parent: here a forked Node process with structured clone on its channel. */
class UtilityProcess extends EventEmitter {
  /** @param {string} modulePath @param {string[]} args @param {any} options */
  constructor(modulePath, args, { env, execArgv = [], cwd, stdio = 'inherit' }) {
    super()
    const [, out, err] = Array.isArray(stdio) ? stdio : ['ignore', stdio, stdio]
    this.child = fork(path.join(__dirname, 'utility-child.cjs'), [path.resolve(modulePath), ...args], {
      env: env ?? process.env,
      execArgv,
      cwd,
      serialization: 'advanced',
      stdio: ['ignore', out ?? 'inherit', err ?? 'inherit', 'ipc'],
    })
    /** @type {number | undefined} undefined before `spawn` and after `exit` */
    this.pid = undefined
    this.stdout = this.child.stdout
    this.stderr = this.child.stderr
    this.child.once('spawn', () => {
      this.pid = this.child.pid
      this.emit('spawn')
    })
    this.child.on('message', (message) => this.emit('message', message))
    this.child.on('error', () => undefined) // a child that cannot start still exits
    this.child.once('exit', (code, signal) => {
      this.pid = undefined
      this.emit('exit', code ?? (signal ? os.constants.signals[signal] : 1))
    })
  }

  /** @param {unknown} message @param {unknown[]} [transfer] */
  postMessage(message, transfer = []) {
    if (transfer.length > 0) throw new Error('The stand-in carries no MessagePorts.')
    if (this.child.connected) this.child.send(/** @type {any} */ (message), () => undefined)
  }

  /** @returns {boolean} whether the child was told to end */
  kill() {
    return this.child.kill('SIGTERM')
  }
}

/** @param {import('./types.cjs').Runtime} runtime */
function createUtilityProcess(runtime) {
  return {
    fork(
      /** @type {string} */ modulePath,
      /** @type {string[]} */ args = [],
      /** @type {any} */ options = {},
    ) {
      if (!runtime.isReady) throw new Error('utilityProcess cannot be created before app is ready.')
      return new UtilityProcess(modulePath, args, options)
    },
  }
}

module.exports = { createUtilityProcess }
