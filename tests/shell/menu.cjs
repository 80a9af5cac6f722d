'use strict'
const { EventEmitter } = require('node:events')

class MenuItem {
  /** @param {any} options */
  constructor(options) {
    const { submenu, type, click } = options
    Object.assign(this, { enabled: true, visible: true, checked: false, label: '' }, options)
    this.type = type ?? (submenu ? 'submenu' : 'normal')
    this.submenu = Array.isArray(submenu) ? Menu.buildFromTemplate(submenu) : submenu
    /** Callable by tests: no menu is drawn. */
    this.click = (/** @type {unknown[]} */ ...args) => click?.(this, ...args)
  }
}

/** Menus are kept, not drawn; accelerators are not registered. */
class Menu extends EventEmitter {
  /** @type {Menu | null} */
  static #application = null
  /** @type {MenuItem[]} */
  items = []

  static setApplicationMenu(/** @type {Menu | null} */ menu) {
    Menu.#application = menu
  }

  static getApplicationMenu() {
    return Menu.#application
  }

  static buildFromTemplate(/** @type {any[]} */ template) {
    const menu = new Menu()
    for (const item of template) menu.append(item)
    return menu
  }

  append(/** @type {any} */ item) {
    this.items.push(item instanceof MenuItem ? item : new MenuItem(item))
  }

  /** @param {string} id @returns {MenuItem | null} */
  getMenuItemById(id) {
    for (const item of this.items) {
      const found = /** @type {any} */ (item).id === id ? item : item.submenu?.getMenuItemById(id)
      if (found) return found
    }
    return null
  }

  popup() {}
  closePopup() {}
}

module.exports = { Menu, MenuItem }
