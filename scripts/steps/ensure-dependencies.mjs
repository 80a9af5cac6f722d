import { existsSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fail, ROOT, run } from './run.mjs'

/** Standard output belongs to the command that needed the packages. */
const TO_STDERR = { output: 'stderr' }

/** True when `npm ci` has to run: never installed, interrupted, or the lockfile is newer than what is installed. */
export function needsInstall(root = ROOT) {
  const marker = join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(marker)) return true
  return statSync(marker).mtimeMs < statSync(join(root, 'package-lock.json')).mtimeMs
}

/** npm's own JavaScript entry: `npm.cmd` cannot be started without a shell on Windows. */
function npmEntry() {
  const fromNpm = process.env.npm_execpath
  if (fromNpm?.endsWith('npm-cli.js')) return fromNpm
  const beside = [
    join(dirname(process.execPath), 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    join(dirname(process.execPath), '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
  ]
  return beside.find((path) => existsSync(path)) ?? null
}

/** Installs the packages of the lockfile when they are missing or outdated. */
export async function ensureDependencies() {
  if (!needsInstall()) return
  console.error('Installing packages (npm ci) …')
  const entry = npmEntry()
  const args = ['ci', '--no-audit', '--no-fund']
  const code =
    entry === null
      ? await run('npm', args, TO_STDERR)
      : await run(process.execPath, [entry, ...args], TO_STDERR)
  if (code !== 0) {
    fail(
      'npm ci failed: the packages could not be installed. Check the connection to the npm registry and run it again.',
    )
  }
}
