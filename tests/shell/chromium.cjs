'use strict'
const { spawn } = require('node:child_process')
const fs = require('node:fs')
const path = require('node:path')
const { CdpConnection } = require('./cdp-connection.cjs')
const { clearStaleProfileLock } = require('./profile-lock.cjs')

const CANDIDATES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** @returns {string} path of the system's Chromium; throws one plain sentence when there is none */
function findChromium() {
  const chosen = process.env.STANDIN_CHROMIUM
  if (chosen) {
    if (fs.existsSync(chosen)) return chosen
    throw new Error(`STANDIN_CHROMIUM names a file that does not exist: ${chosen}`)
  }
  const found = CANDIDATES.find((file) => fs.existsSync(file))
  if (found) return found
  throw new Error(
    `No Chromium found (looked for ${CANDIDATES.join(', ')}). ` +
      'Install it (Debian: apt-get install chromium) or set STANDIN_CHROMIUM to its path.',
  )
}

/** @param {{ profile: string, headed: boolean, sandbox: boolean, debuggingPort: string }} options */
function chromiumArguments({ profile, headed, sandbox, debuggingPort }) {
  return [
    `--user-data-dir=${profile}`,
    '--remote-debugging-pipe',
    `--remote-debugging-port=${debuggingPort}`,
    ...(headed
      ? ['--app=data:text/html,']
      : ['--headless=new', '--no-startup-window', '--screen-info={1920x1080}']),
    ...(sandbox ? [] : ['--no-sandbox']),
    // Nothing leaves the machine, even if the program's own request guard were broken.
    '--host-resolver-rules=MAP * ~NOTFOUND',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-extensions',
    '--disable-default-apps',
    '--disable-breakpad',
    '--disable-dev-shm-usage',
    '--disable-infobars',
    '--disable-search-engine-choice-screen',
    '--disable-session-crashed-bubble',
    '--hide-crash-restore-bubble',
    '--disable-background-timer-throttling',
    '--disable-backgrounding-occluded-windows',
    '--disable-renderer-backgrounding',
    '--disable-features=HttpsUpgrades,HttpsFirstBalancedModeAutoEnable,Translate,MediaRouter,OptimizationHints,PaintHolding',
    '--metrics-recording-only',
    '--no-first-run',
    '--no-default-browser-check',
    '--password-store=basic',
    '--force-color-profile=srgb',
    '--lang=zh-CN',
    '--accept-lang=zh-CN',
  ]
}

/**
 * Starts Chromium on a profile of its own and speaks with it over pipes.
 * @param {{ profile: string, headed: boolean, sandbox: boolean, debuggingPort: string, onLine: (line: string) => void, onExit: () => void }} options
 */
async function launchChromium(options) {
  const executable = findChromium()
  fs.mkdirSync(options.profile, { recursive: true })
  await clearStaleProfileLock(options.profile)
  const child = spawn(executable, chromiumArguments(options), {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
    env: { ...process.env, LANG: 'zh_CN.UTF-8', GOOGLE_API_KEY: 'no' },
  })
  const [, , stderr, output, input] = child.stdio
  const connection = new CdpConnection(
    /** @type {import('node:stream').Writable} */ (output),
    /** @type {import('node:stream').Readable} */ (input),
  )
  require('node:readline')
    .createInterface({ input: /** @type {import('node:stream').Readable} */ (stderr) })
    .on('line', options.onLine)
  child.on('error', (error) => options.onLine(`cannot start ${executable}: ${error.message}`))
  child.on('close', () => {
    connection.close()
    options.onExit()
  })
  return {
    connection,
    pid: child.pid,
    kill: () => child.kill('SIGKILL'),
    profile: path.resolve(options.profile),
  }
}

module.exports = { launchChromium, findChromium }
