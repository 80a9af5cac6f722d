'use strict'

/** A clipboard of the program's own: the desktop's is never touched by a test. */
function createClipboard() {
  let text = ''
  return {
    readText: () => text,
    writeText(/** @type {string} */ value) {
      text = String(value)
    },
    clear() {
      text = ''
    },
    availableFormats: () => (text === '' ? [] : ['text/plain']),
  }
}

module.exports = { createClipboard }
