'use strict'

/** Every page runs sandboxed in a world of its own here; a program that asks for less would only break on Electron. */
const REFUSED = {
  sandbox: false,
  contextIsolation: false,
  nodeIntegration: true,
  nodeIntegrationInWorker: true,
  nodeIntegrationInSubFrames: true,
  webSecurity: false,
  allowRunningInsecureContent: true,
  webviewTag: true,
}

/** @param {Record<string, unknown>} preferences webPreferences of a new window */
function refuseLoosePreferences(preferences) {
  for (const [name, loose] of Object.entries(REFUSED)) {
    if (preferences[name] === loose) throw new Error(`stand-in: webPreferences ${name}: ${loose} is refused`)
  }
}

module.exports = { refuseLoosePreferences }
