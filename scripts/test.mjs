import { join } from 'node:path'
import { electronBinary, standInEnv } from './steps/electron-runtime.mjs'
import { ensureDependencies } from './steps/ensure-dependencies.mjs'
import { ensureSystemPackages, onPath } from './steps/ensure-system-packages.mjs'
import { ROOT, run, runNode, secondsSince } from './steps/run.mjs'

/** Installs what is missing, then every check in turn; all are run, so that one report shows everything. */
const UNVERIFIED_WITHOUT_ELECTRON =
  'native menus and dialogs, fuses and asar of the packed program, real printers, BoringSSL in place of OpenSSL'

const VITEST = 'node_modules/vitest/vitest.mjs'
const results = []

async function step(name, work) {
  console.log(`\n== ${name} …`)
  const since = performance.now()
  const isGood = (await work()) === 0
  results.push({ name, isGood, seconds: secondsSince(since) })
  console.log(`== ${name}: ${isGood ? 'good' : 'FAILED'} (${results.at(-1).seconds})`)
  return isGood
}

/** Electron needs a display; on Linux without one it gets a virtual one. */
function runEndToEnd(binary) {
  const cli = 'node_modules/@playwright/test/cli.js'
  if (binary === null) return runNode(cli, ['test'], { env: standInEnv(false) })
  const hasDisplay = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY
  if (hasDisplay || onPath('xvfb-run') === null) return runNode(cli, ['test'])
  return run('xvfb-run', ['-a', process.execPath, join(ROOT, cli), 'test'])
}

await ensureDependencies()
const missing = await ensureSystemPackages(['chromium', 'fonts-noto-cjk', 'poppler-utils', 'xvfb', 'xauth'])
if (missing.length > 0) console.log(`Not installed, tests that need them will fail: ${missing.join(' ')}`)

await step('types', async () => {
  const tsc = 'node_modules/typescript/bin/tsc'
  // The stand-in is CommonJS with types in comments and emits nothing: no project the others could refer to.
  const code = await runNode(tsc, ['-b'])
  return code === 0 ? runNode(tsc, ['-p', 'tests/shell']) : code
})
await step('lint', () =>
  runNode('node_modules/@biomejs/biome/bin/biome', ['check', '--error-on-warnings', '.']),
)
const isBuilt = await step('build', () => runNode('scripts/build.mjs'))
await step('unit tests', () => runNode(VITEST, ['run', '--project', 'unit']))
await step('property tests', () => runNode(VITEST, ['run', '--project', 'property']))
if (isBuilt)
  await step('faults', () =>
    runNode('scripts/faults.mjs', [], { env: { PBZ_ROUNDS: process.env.PBZ_ROUNDS ?? '20' } }),
  )
const binary = electronBinary()
const runtime = binary === null ? 'the stand-in (tests/shell) with the system Chromium' : 'Electron'
if (isBuilt)
  await step(`end to end on ${binary === null ? 'the stand-in' : 'Electron'}`, () => runEndToEnd(binary))

console.log('\nSummary')
for (const { name, isGood, seconds } of results)
  console.log(`  ${isGood ? 'good  ' : 'FAILED'}  ${name}  ${seconds}`)
console.log(
  isBuilt ? `End-to-end tests ran on ${runtime}.` : 'End-to-end tests did not run: the build failed.',
)
if (binary === null) console.log(`Not verified without real Electron: ${UNVERIFIED_WITHOUT_ELECTRON}.`)
process.exit(isBuilt && results.every((result) => result.isGood) ? 0 : 1)
