'use strict'

/** app.commandLine over the switches the program was started with. */
class CommandLine {
  /** @param {Map<string, string>} switches */
  constructor(switches) {
    this.switches = switches
  }

  appendSwitch(/** @type {string} */ name, value = '') {
    this.switches.set(name, value)
  }

  appendArgument() {}

  hasSwitch(/** @type {string} */ name) {
    return this.switches.has(name)
  }

  getSwitchValue(/** @type {string} */ name) {
    return this.switches.get(name) ?? ''
  }

  removeSwitch(/** @type {string} */ name) {
    this.switches.delete(name)
  }
}

module.exports = { CommandLine }
