import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ensureDependencies } from './steps/ensure-dependencies.mjs'
import { ensureSystemPackages } from './steps/ensure-system-packages.mjs'
import { fail, ROOT, runNode } from './steps/run.mjs'

/** The sample county's quarter-end job without a window; results in out/demo/. */
await ensureDependencies()
// Only the PDF forms need Chromium; the demo says so when it is missing.
await ensureSystemPackages(['chromium', 'fonts-noto-cjk'])
if ((await runNode('scripts/build.mjs')) !== 0) process.exit(1)
if (!existsSync(join(ROOT, 'out', 'cli', 'demo.mjs')))
  fail('The demo is not part of this build (out/cli/demo.mjs is missing).')
process.exit((await runNode('out/cli/demo.mjs', process.argv.slice(2))) ?? 1)
