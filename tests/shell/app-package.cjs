'use strict'
const fs = require('node:fs')
const path = require('node:path')

/** @typedef {{ folder: string, main: string, name: string, version: string }} AppPackage */

/**
 * What Electron takes from the program's package.json; a bare .cjs file is a program of its own.
 * @param {string} appPath
 * @returns {AppPackage}
 */
function readPackage(appPath) {
  if (/\.[cm]?js$/.test(appPath)) {
    return { folder: path.dirname(appPath), main: appPath, name: 'Electron', version: '0.0.0' }
  }
  const text = fs.readFileSync(path.join(appPath, 'package.json'), 'utf8')
  const read = JSON.parse(text)
  return {
    folder: appPath,
    main: path.resolve(appPath, read.main ?? 'index.js'),
    name: read.productName ?? read.name ?? 'Electron',
    version: read.version ?? '0.0.0',
  }
}

/** The version of the installed electron package with the mark by which the program knows the stand-in. */
function electronVersion() {
  const file = path.join(__dirname, '../../node_modules/electron/package.json')
  return `${JSON.parse(fs.readFileSync(file, 'utf8')).version}-standin`
}

module.exports = { readPackage, electronVersion }
