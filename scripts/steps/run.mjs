import { spawn } from 'node:child_process'
import { resolve } from 'node:path'

/** Repository root; scripts may be started from any folder. */
export const ROOT = resolve(import.meta.dirname, '..', '..')

/** Where a program's output goes; `stderr` keeps our own standard output clean for `--json`. */
const STREAMS = {
  terminal: 'inherit',
  stderr: ['inherit', 2, 'inherit'],
  nowhere: 'ignore',
}

/**
 * Runs a program to its end and answers its exit code (null when it was killed or took longer than `timeoutMs`).
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ env?: Record<string, string | undefined>, timeoutMs?: number, output?: keyof typeof STREAMS }} [options]
 * @returns {Promise<number | null>}
 */
export function run(command, args, options = {}) {
  return new Promise((done) => {
    const child = spawn(command, args, {
      cwd: ROOT,
      stdio: STREAMS[options.output ?? 'terminal'],
      env: { ...process.env, ...options.env },
      timeout: options.timeoutMs,
    })
    child.once('error', () => done(null))
    child.once('exit', (code) => done(code))
  })
}

/**
 * Runs a JavaScript file with this Node, which works the same on Windows and Linux.
 * @param {string} file path from the repository root
 * @param {readonly string[]} args
 * @param {Parameters<typeof run>[2]} [options]
 */
export const runNode = (file, args = [], options = {}) =>
  run(process.execPath, [resolve(ROOT, file), ...args], options)

/** @param {number} since from performance.now() */
export const secondsSince = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`

/**
 * Ends the script with a plain sentence.
 * @param {string} sentence
 * @returns {never}
 */
export function fail(sentence) {
  console.error(sentence)
  process.exit(1)
}
