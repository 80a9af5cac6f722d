import { parseArgs } from 'node:util'
import { fetchedElectronBinary, runOnStandIn } from './steps/electron-runtime.mjs'
import { ensureDependencies } from './steps/ensure-dependencies.mjs'
import { ensureSystemPackages } from './steps/ensure-system-packages.mjs'
import { fail, run, runNode } from './steps/run.mjs'

/** Installs and builds what is missing, then opens the program; without any display it runs the demo. */
const { values } = parseArgs({ options: { 'stand-in': { type: 'boolean' } }, strict: false })

const hasDisplay =
  process.platform !== 'linux' || Boolean(process.env.DISPLAY) || Boolean(process.env.WAYLAND_DISPLAY)

await ensureDependencies()
if (!hasDisplay) {
  console.log('No display (neither DISPLAY nor WAYLAND_DISPLAY is set): running the demo without a window.')
  process.exit((await runNode('scripts/demo.mjs')) ?? 1)
}

if ((await runNode('scripts/build.mjs')) !== 0) process.exit(1)
const binary = values['stand-in'] ? null : await fetchedElectronBinary()
if (binary !== null) {
  const isRoot = process.platform === 'linux' && process.getuid?.() === 0
  process.exit((await run(binary, isRoot ? ['--no-sandbox', '.'] : ['.'])) ?? 1)
}

const missing = await ensureSystemPackages(['chromium', 'fonts-noto-cjk'])
if (missing.includes('chromium')) {
  fail(
    'Neither Electron nor Chromium is here. Install one of them (apt-get install chromium) and run it again.',
  )
}
console.log('Electron is not available: opening on the stand-in with the system Chromium.')
process.exit((await runOnStandIn()) ?? 1)
