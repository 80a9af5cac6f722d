import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT, run, runNode } from './run.mjs'

const ELECTRON = join(ROOT, 'node_modules', 'electron')
const FETCH_LIMIT_MS = 60_000

/** Folder of the stand-in, for ELECTRON_OVERRIDE_DIST_PATH. */
export const STAND_IN = join(ROOT, 'tests', 'shell')

/** Path of Electron's own binary, null when it is not installed. */
export function electronBinary() {
  const pathFile = join(ELECTRON, 'path.txt')
  if (!existsSync(pathFile)) return null
  const binary = join(ELECTRON, 'dist', readFileSync(pathFile, 'utf8').trim())
  return existsSync(binary) ? binary : null
}

/**
 * Electron's binary, fetched when it is missing (ELECTRON_MIRROR is respected by its installer); null when that
 * fails or takes more than a minute. On CI nothing is fetched.
 */
export async function fetchedElectronBinary() {
  const present = electronBinary()
  if (present !== null || process.env.CI === 'true') return present
  console.log('Fetching Electron (at most one minute) …')
  await runNode('node_modules/electron/install.js', [], { timeoutMs: FETCH_LIMIT_MS, output: 'nowhere' })
  return electronBinary()
}

/**
 * Environment under which `electron` means the stand-in.
 * @param {boolean} isHeaded whether its windows are to be seen
 */
export const standInEnv = (isHeaded) => ({
  ELECTRON_OVERRIDE_DIST_PATH: STAND_IN,
  STANDIN_HEADED: isHeaded ? '1' : undefined,
})

/** Runs the built program on the stand-in, in a visible window; answers its exit code. */
export const runOnStandIn = () =>
  run(process.execPath, [join(STAND_IN, 'electron'), '.'], { env: standInEnv(true) })
