'use strict'
const { choosePaths } = require('./path-chooser.cjs')

/**
 * Tests replace these functions through Playwright's `app.evaluate`. Otherwise a person is asked when the window is
 * headed, and headless every dialog is cancelled. STANDIN_DIALOG=cancel|zenity|terminal overrides.
 * @param {boolean} headed
 */
function createDialog(headed) {
  const way = process.env.STANDIN_DIALOG ?? (headed ? 'ask' : 'cancel')
  const optionsOf = (/** @type {any[]} */ args) => (args.length > 1 ? args[1] : args[0]) ?? {}
  return {
    async showOpenDialog(/** @type {any[]} */ ...args) {
      const { properties = ['openFile'], title = '打开', defaultPath = '' } = optionsOf(args)
      const folder = properties.includes('openDirectory')
      const multiple = properties.includes('multiSelections')
      const filePaths = await choosePaths(way, { title, defaultPath, folder, multiple, save: false })
      return { canceled: filePaths.length === 0, filePaths }
    },
    async showSaveDialog(/** @type {any[]} */ ...args) {
      const { title = '保存', defaultPath = '' } = optionsOf(args)
      const [filePath = ''] = await choosePaths(way, {
        title,
        defaultPath,
        folder: false,
        multiple: false,
        save: true,
      })
      return { canceled: filePath === '', filePath }
    },
    async showMessageBox(/** @type {any[]} */ ...args) {
      return {
        response: messageAnswer(optionsOf(args)),
        checkboxChecked: optionsOf(args).checkboxChecked ?? false,
      }
    },
    showMessageBoxSync: (/** @type {any[]} */ ...args) => messageAnswer(optionsOf(args)),
    showErrorBox: (/** @type {string} */ title, /** @type {string} */ content) =>
      console.error(`${title}: ${content}`),
  }
}

/** The button Escape would press. @param {{ message?: string, buttons?: string[], cancelId?: number }} options */
function messageAnswer({ message = '', buttons = [], cancelId }) {
  console.error(`message box: ${message}`)
  const named = buttons.findIndex((label) => /^(cancel|no|取消|否)$/i.test(label))
  return cancelId ?? Math.max(named, 0)
}

module.exports = { createDialog }
