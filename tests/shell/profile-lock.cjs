'use strict'
const fs = require('node:fs')
const path = require('node:path')
const { setTimeout: sleep } = require('node:timers/promises')

/**
 * A killed main process leaves a Chromium that is still shutting down, or its lock. A second Chromium would hand over
 * to the first and exit, so the old one is waited for, then ended; a lock of another machine is dropped.
 * @param {string} profile
 * @param {number} [patienceMs] how long the old one may take to close by itself
 */
async function clearStaleProfileLock(profile, patienceMs = 3000) {
  const lock = path.join(profile, 'SingletonLock')
  const pid = lockOwner(lock)
  const deadline = Date.now() + patienceMs
  while (pid !== null && usesProfile(pid, profile)) {
    if (Date.now() > deadline) process.kill(pid, 'SIGKILL')
    await sleep(50)
  }
  for (const name of ['SingletonLock', 'SingletonSocket', 'SingletonCookie']) {
    fs.rmSync(path.join(profile, name), { force: true })
  }
}

/** @param {string} lock a symbolic link to `<host>-<pid>` @returns {number | null} */
function lockOwner(lock) {
  try {
    return Number(fs.readlinkSync(lock).split('-').pop())
  } catch {
    return null
  }
}

/** @param {number} pid @param {string} profile; guards against a process number used again by something else */
function usesProfile(pid, profile) {
  try {
    return fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(`--user-data-dir=${profile}`)
  } catch {
    return false
  }
}

module.exports = { clearStaleProfileLock }
