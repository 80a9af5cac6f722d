import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ensureDependencies } from './steps/ensure-dependencies.mjs'
import { fail, ROOT, runNode } from './steps/run.mjs'

/** Builds, then runs the benchmarks; with --json only their table is printed on standard output. */
const ENTRY = 'tests/bench/run.mjs'
const isJson = process.argv.includes('--json')

await ensureDependencies()
if ((await runNode('scripts/build.mjs', [], { stdout: isJson ? 'stderr' : 'inherit' })) !== 0) process.exit(1)
if (!existsSync(join(ROOT, ENTRY))) fail(`There are no benchmarks yet (${ENTRY} is missing).`)
process.exit((await runNode(ENTRY, process.argv.slice(2))) ?? 1)
