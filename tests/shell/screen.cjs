'use strict'
const { EventEmitter } = require('node:events')

/** One display of the size headless Chromium is started with. */
function createScreen() {
  const area = { x: 0, y: 0, width: 1920, height: 1080 }
  const display = {
    id: 1,
    label: 'stand-in',
    bounds: area,
    workArea: area,
    size: { width: area.width, height: area.height },
    workAreaSize: { width: area.width, height: area.height },
    scaleFactor: 1,
    rotation: 0,
    internal: true,
  }
  return Object.assign(new EventEmitter(), {
    getPrimaryDisplay: () => structuredClone(display),
    getAllDisplays: () => [structuredClone(display)],
    getDisplayMatching: () => structuredClone(display),
    getDisplayNearestPoint: () => structuredClone(display),
    getCursorScreenPoint: () => ({ x: 0, y: 0 }),
  })
}

module.exports = { createScreen }
