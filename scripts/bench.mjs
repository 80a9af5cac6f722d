import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ensureDependencies } from './steps/ensure-dependencies.mjs'
import { fail, ROOT, runNode } from './steps/run.mjs'

/** Builds, then measures; building reports on standard error, so that `--json` prints the table alone. */
const PROGRAM = join('out', 'bench', 'bench.mjs')

await ensureDependencies()
if ((await runNode('scripts/build.mjs', [], { output: 'stderr' })) !== 0) process.exit(1)
if (!existsSync(join(ROOT, PROGRAM)))
  fail('There are no benchmarks in this build (tests/bench/main.ts is missing).')
process.exit((await runNode(PROGRAM, process.argv.slice(2))) ?? 1)
