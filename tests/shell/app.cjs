'use strict'
const { EventEmitter } = require('node:events')
const { AppPaths } = require('./app-paths.cjs')
const { CommandLine } = require('./command-line.cjs')
const { PreventableEvent } = require('./preventable-event.cjs')
const { claimSingleInstance } = require('./single-instance.cjs')

class App extends EventEmitter {
  /** @param {import('./electron-module.cjs').LaunchedApp} launched @param {import('./types.cjs').Runtime} runtime */
  constructor(launched, runtime) {
    super()
    this.launched = launched
    this.runtime = runtime
    this.name = launched.appPackage.name
    this.isPackaged = false
    this.commandLine = new CommandLine(launched.switches)
    const userDataSwitch = launched.switches.get('user-data-dir')
    this.paths = new AppPaths({ userDataSwitch, executable: launched.executable, name: () => this.name })
    /** @type {import('node:net').Server | null} */
    this.instanceLock = null
    this.quitting = false
    this.exiting = false
  }

  getName() {
    return this.name
  }

  setName(/** @type {string} */ name) {
    this.name = name
  }

  getVersion() {
    return this.launched.appPackage.version
  }

  getAppPath() {
    return this.launched.appPackage.folder
  }

  getPath(/** @type {string} */ name) {
    return this.paths.get(name)
  }

  setPath(/** @type {string} */ name, /** @type {string} */ value) {
    this.paths.set(name, value)
  }

  setAppLogsPath(/** @type {string} */ folder) {
    this.paths.set('logs', folder)
  }

  getLocale() {
    return 'zh-CN'
  }

  getSystemLocale() {
    return 'zh-CN'
  }

  getPreferredSystemLanguages() {
    return ['zh-CN']
  }

  isReady() {
    return this.runtime.isReady
  }

  whenReady() {
    return this.runtime.ready
  }

  /** @param {unknown} [additional] handed to the first process @returns {boolean} true in the first process */
  requestSingleInstanceLock(additional) {
    if (this.instanceLock) return true
    const launch = { argv: process.argv, workingDirectory: process.cwd(), additional }
    this.instanceLock = claimSingleInstance(this.getPath('userData'), launch, (second) => {
      const deliver = () =>
        this.emit(
          'second-instance',
          new PreventableEvent(),
          second.argv,
          second.workingDirectory,
          second.additional,
        )
      this.whenReady().then(deliver)
    })
    return this.instanceLock !== null
  }

  hasSingleInstanceLock() {
    return this.instanceLock !== null
  }

  releaseSingleInstanceLock() {
    this.instanceLock?.close()
    this.instanceLock = null
  }

  /** Any window may refuse, and then the program goes on. */
  quit() {
    if (this.quitting || this.exiting) return
    const before = new PreventableEvent()
    this.emit('before-quit', before)
    if (before.defaultPrevented) return
    this.quitting = true
    for (const window of this.runtime.windows()) window.close()
    if (this.runtime.windows().length > 0) this.quitting = false
    else this.finishQuit()
  }

  finishQuit() {
    if (this.exiting) return
    const will = new PreventableEvent()
    this.emit('will-quit', will)
    if (will.defaultPrevented) this.quitting = false
    else this.exit(0)
  }

  /** Ends without asking anybody; Chromium is closed first so that its storage is written out. */
  exit(code = 0) {
    if (this.exiting) return
    this.exiting = true
    this.emit('quit', new PreventableEvent(), code)
    this.runtime.closeBrowser().then(() => process.exit(code))
  }

  relaunch() {}
  focus() {}
  hide() {}
  show() {}
  setAppUserModelId() {}
  setAboutPanelOptions() {}
  disableHardwareAcceleration() {}
  disableDomainBlockingFor3DAPIs() {}
  enableSandbox() {}
  setAccessibilitySupportEnabled() {}
  configureHostResolver() {}
  addRecentDocument() {}
  clearRecentDocuments() {}

  setAsDefaultProtocolClient() {
    return false
  }

  isAccessibilitySupportEnabled() {
    return false
  }

  getAppMetrics() {
    return []
  }

  getGPUFeatureStatus() {
    return {}
  }
}

module.exports = { App }
