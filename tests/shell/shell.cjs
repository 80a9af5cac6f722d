'use strict'
const { spawn } = require('node:child_process')
const path = require('node:path')

/** Opens folders with the desktop's own opener when somebody is looking; in tests nothing is opened. */
function createShell() {
  const open = (/** @type {string} */ target) => {
    if (process.env.STANDIN_HEADED !== '1') return
    spawn('xdg-open', [target], { stdio: 'ignore', detached: true })
      .on('error', () => {})
      .unref()
  }
  return {
    showItemInFolder: (/** @type {string} */ file) => open(path.dirname(file)),
    async openPath(/** @type {string} */ target) {
      open(target)
      return ''
    },
    async openExternal() {
      throw new Error('The stand-in opens nothing outside the program.')
    },
    async trashItem() {
      throw new Error('The stand-in has no trash.')
    },
    beep() {},
  }
}

module.exports = { createShell }
