'use strict'
const { spawnSync } = require('node:child_process')
const crypto = require('node:crypto')
const fs = require('node:fs')
const net = require('node:net')
const path = require('node:path')

/** @typedef {{ argv: string[], workingDirectory: string, additional: unknown }} SecondLaunch */

/**
 * The lock is an abstract Unix socket named after the userData folder: the kernel gives it to one process and takes
 * it back when that process dies, however it dies, so there is never a stale lock to judge.
 * @param {string} userData
 * @param {SecondLaunch} launch delivered to the first process when it exists
 * @param {(launch: SecondLaunch) => void} onSecondLaunch
 * @returns {import('node:net').Server | null} null when another process holds the lock
 */
function claimSingleInstance(userData, launch, onSecondLaunch) {
  fs.mkdirSync(userData, { recursive: true })
  const digest = crypto.createHash('sha256').update(fs.realpathSync(userData)).digest('hex').slice(0, 40)
  const name = `\0stand-in-${digest}`
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const server = listen(name, onSecondLaunch)
    if (server) return server
    if (deliver(name, launch)) return null
  }
  throw new Error('The single instance lock is held by a process that does not answer.')
}

/** @param {string} name @param {(launch: SecondLaunch) => void} onSecondLaunch */
function listen(name, onSecondLaunch) {
  const server = net.createServer({ allowHalfOpen: true }, (socket) => {
    let text = ''
    socket.setEncoding('utf8').on('data', (part) => {
      text += part
    })
    socket.on('error', () => socket.destroy())
    socket.on('end', () => {
      socket.end('received')
      onSecondLaunch(JSON.parse(text))
    })
  })
  server.on('error', () => server.close())
  server.listen(name)
  server.unref()
  // Binding happens inside listen(); only its events come later.
  return server.listening ? server : null
}

/** Electron's call is synchronous, Node's sockets are not: a short-lived child does the sending. */
function deliver(/** @type {string} */ name, /** @type {SecondLaunch} */ launch) {
  const child = spawnSync(
    process.execPath,
    [path.join(__dirname, 'single-instance-sender.cjs'), name.slice(1)],
    {
      input: JSON.stringify(launch),
      env: { PATH: process.env.PATH ?? '' },
      timeout: 10_000,
    },
  )
  return child.status === 0
}

module.exports = { claimSingleInstance }
