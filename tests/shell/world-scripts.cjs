'use strict'
const fs = require('node:fs')
const path = require('node:path')

const WORLD_NAME = 'Electron Isolated Context'
const BINDING_NAME = '__standInSend'

const source = (/** @type {string} */ name) => fs.readFileSync(path.join(__dirname, 'world', name), 'utf8')

/**
 * The two scripts that run before any script of a document: one in the page's world, one in the preload's.
 * @param {{ secret: string, preload: string | undefined, asksBeforeClosing: boolean }} options
 */
function worldScripts({ secret, preload, asksBeforeClosing }) {
  const { electron, chrome, node } = process.versions
  const settings = {
    secret,
    bindingName: BINDING_NAME,
    asksBeforeClosing,
    versions: { electron, chrome, node },
  }
  const preloadText = preload === undefined ? '' : fs.readFileSync(preload, 'utf8')
  return {
    page: onlyInTopDocument(`
${source('context-bridge.js')}
${source('page-world.js')}
startPageWorld(${JSON.stringify(secret)})`),
    isolated: onlyInTopDocument(`
${source('value-codec.js')}
${source('text-pieces.js')}
${source('context-bridge.js')}
${source('isolated-world.js')}
startIsolatedWorld(${JSON.stringify(settings)}, function preload(require, module, exports, process) {
${preloadText}
})`),
  }
}

/** @param {string} code */
function onlyInTopDocument(code) {
  // No file here may see `module`: the sources export only where it exists.
  return `(() => {
if (window !== window.top || location.href === 'about:blank') return
const module = undefined
${code}
})()`
}

module.exports = { worldScripts, WORLD_NAME, BINDING_NAME }
