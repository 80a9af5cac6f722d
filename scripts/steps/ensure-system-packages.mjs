import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { run } from './run.mjs'

/** Debian package, and a file that proves it is there. */
const PACKAGES = {
  chromium: () => chromiumPath() !== null,
  'fonts-noto-cjk': () => existsSync('/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc'),
  'poppler-utils': () => onPath('pdftotext') !== null,
  xvfb: () => onPath('Xvfb') !== null,
  xauth: () => onPath('xauth') !== null,
}

/** @param {string} program @returns {string | null} */
export function onPath(program) {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const path = join(folder, program)
    try {
      accessSync(path, constants.X_OK)
      return path
    } catch {
      // not in this folder
    }
  }
  return null
}

/** The system's Chromium, or what STANDIN_CHROMIUM names. */
export function chromiumPath() {
  const named = process.env.STANDIN_CHROMIUM
  if (named !== undefined && existsSync(named)) return named
  return onPath('chromium') ?? onPath('chromium-browser') ?? onPath('google-chrome')
}

/**
 * Installs missing Debian packages when this is Debian and we are root; answers the names still missing.
 * @param {readonly (keyof typeof PACKAGES)[]} wanted
 * @returns {Promise<string[]>}
 */
export async function ensureSystemPackages(wanted) {
  const missing = wanted.filter((name) => !PACKAGES[name]())
  if (missing.length === 0 || process.platform !== 'linux') return missing
  const isRoot = process.getuid?.() === 0
  if (!isRoot || onPath('apt-get') === null) return missing
  console.log(`Installing Debian packages: ${missing.join(' ')} …`)
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  await run('apt-get', ['update', '-qq'], { env })
  await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...missing], { env })
  return missing.filter((name) => !PACKAGES[name]())
}
