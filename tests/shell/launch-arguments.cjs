'use strict'

/**
 * @typedef {object} Launch
 * @property {string} appPath absolute folder or file of the program
 * @property {string[]} requires modules to load first (`-r`)
 * @property {number | null} inspectPort of Node's inspector; 0 lets the system choose
 * @property {Map<string, string>} switches every `--name[=value]`, before and after the app path
 */

/**
 * Reads Electron's command line: `[-r module] [--switch] <app> [arguments]`.
 * @param {readonly string[]} given without the executable itself
 * @param {string} cwd
 * @returns {Launch}
 */
function parseLaunchArguments(given, cwd) {
  /** @type {Launch} */
  const launch = { appPath: '', requires: [], inspectPort: null, switches: new Map() }
  for (let i = 0; i < given.length; i += 1) {
    const argument = given[i] ?? ''
    const beforeApp = launch.appPath === ''
    if (beforeApp && (argument === '-r' || argument === '--require')) {
      i += 1
      launch.requires.push(given[i] ?? '')
    } else if (beforeApp && /^--inspect(-brk)?(=|$)/.test(argument)) {
      launch.inspectPort = Number(argument.split('=')[1]?.split(':').pop() ?? 9229)
    } else if (argument.startsWith('--')) {
      const [, name = '', value = ''] = /^--([^=]*)=?(.*)$/s.exec(argument) ?? []
      if (!launch.switches.has(name)) launch.switches.set(name, value)
    } else if (beforeApp) {
      launch.appPath = require('node:path').resolve(cwd, argument)
    }
  }
  if (launch.appPath === '') launch.appPath = cwd
  return launch
}

module.exports = { parseLaunchArguments }
