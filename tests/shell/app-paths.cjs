'use strict'
const os = require('node:os')
const path = require('node:path')

/** app.getPath and app.setPath on Linux. */
class AppPaths {
  /** @type {Map<string, string>} */
  #chosen = new Map()

  /** @param {{ userDataSwitch: string | undefined, executable: string, name: () => string }} options */
  constructor({ userDataSwitch, executable, name }) {
    this.name = name
    this.executable = executable
    if (userDataSwitch) this.#chosen.set('userData', path.resolve(userDataSwitch))
  }

  /** @param {string} name @returns {string} */
  get(name) {
    const chosen = this.#chosen.get(name)
    if (chosen !== undefined) return chosen
    const home = os.homedir()
    switch (name) {
      case 'home':
        return home
      case 'appData':
        return process.env.XDG_CONFIG_HOME ?? path.join(home, '.config')
      case 'userData':
        return path.join(this.get('appData'), this.name())
      case 'sessionData':
        return this.get('userData')
      case 'logs':
        return path.join(this.get('userData'), 'logs')
      case 'crashDumps':
        return path.join(this.get('userData'), 'Crashpad')
      case 'temp':
        return os.tmpdir()
      case 'exe':
      case 'module':
        return this.executable
      case 'desktop':
      case 'documents':
      case 'downloads':
      case 'music':
      case 'pictures':
      case 'videos':
        return path.join(home, name[0]?.toUpperCase() + name.slice(1))
      default:
        throw new Error(`Failed to get '${name}' path`)
    }
  }

  /** @param {string} name @param {string} value */
  set(name, value) {
    if (!path.isAbsolute(value)) throw new Error('Path must be absolute')
    this.#chosen.set(name, value)
  }
}

module.exports = { AppPaths }
