'use strict'

/** The first argument of Electron's events: carries fields and can be refused. */
class PreventableEvent {
  defaultPrevented = false

  /** @param {object} [fields] */
  constructor(fields) {
    Object.assign(this, fields)
  }

  preventDefault() {
    this.defaultPrevented = true
  }
}

module.exports = { PreventableEvent }
