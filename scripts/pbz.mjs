import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { staleTargets } from './steps/build-stale-targets.mjs'
import { ensureDependencies } from './steps/ensure-dependencies.mjs'
import { fail, ROOT, runNode } from './steps/run.mjs'

/** The command line. Building reports on standard error, so that `--json` stays one JSON object. */
const PROGRAM = join(ROOT, 'out', 'cli', 'pbz.mjs')

await ensureDependencies()
if (staleTargets().some((target) => target.kind === 'cli')) {
  if ((await runNode('scripts/build.mjs', ['--only=cli'], { output: 'stderr' })) !== 0) process.exit(1)
}
if (!existsSync(PROGRAM)) fail('The command line is not part of this build (out/cli/pbz.mjs is missing).')
// npm starts scripts in the repository; file names on the command line mean the folder the user is in.
if (process.env.INIT_CWD !== undefined) process.chdir(process.env.INIT_CWD)
process.argv[1] = PROGRAM
await import(pathToFileURL(PROGRAM).href)
