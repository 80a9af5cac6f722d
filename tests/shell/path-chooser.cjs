'use strict'
const { execFile } = require('node:child_process')
const fs = require('node:fs')
const path = require('node:path')
const readline = require('node:readline/promises')

/** @typedef {{ title: string, defaultPath: string, folder: boolean, multiple: boolean, save: boolean }} Choice */

/**
 * @param {string} way `cancel`, `zenity`, `terminal`, or `ask` (zenity where it is installed, else the terminal)
 * @param {Choice} choice
 * @returns {Promise<string[]>} absolute paths, empty when cancelled
 */
async function choosePaths(way, choice) {
  if (way === 'cancel') return []
  if (way === 'zenity' || (way === 'ask' && fs.existsSync('/usr/bin/zenity'))) return zenityPaths(choice)
  return process.stdin.isTTY ? terminalPaths(choice) : []
}

/** @param {Choice} choice @returns {Promise<string[]>} */
function zenityPaths({ title, defaultPath, folder, multiple, save }) {
  const args = ['--file-selection', `--title=${title}`, '--separator=\n']
  if (defaultPath) args.push(`--filename=${defaultPath}`)
  if (folder) args.push('--directory')
  if (multiple) args.push('--multiple')
  if (save) args.push('--save')
  return new Promise((resolve) => {
    execFile('zenity', args, (error, stdout) =>
      resolve(error ? [] : stdout.split('\n').filter((line) => line !== '')),
    )
  })
}

/** @param {Choice} choice @returns {Promise<string[]>} */
async function terminalPaths({ title, defaultPath, folder, multiple, save }) {
  const prompt = readline.createInterface({ input: process.stdin, output: process.stderr })
  const kind = folder ? '文件夹' : '文件'
  const hint = save && defaultPath ? `(回车 = ${defaultPath})` : '(回车 = 取消)'
  const line = (
    await prompt.question(`[${title}] 请输入${kind}路径${multiple ? ',多个用分号隔开' : ''} ${hint}: `)
  ).trim()
  prompt.close()
  const typed = line === '' && save ? defaultPath : line
  if (typed === '') return []
  const names = multiple ? typed.split(/[;;]/) : [typed]
  return names.map((name) => path.resolve(name.trim())).filter((file) => save || fs.existsSync(file))
}

module.exports = { choosePaths }
