import { ensureDependencies } from './steps/ensure-dependencies.mjs'
import { runNode, secondsSince } from './steps/run.mjs'

/** The laws of edits (src-shared/edits/RULES.md) on many more random histories than `npm test` has time for. */
const RUNS = process.env.PBZ_RUNS ?? '10000'

await ensureDependencies()
const since = performance.now()
const args = ['run', '--project', 'property', '--testTimeout', '3600000', 'tests/property/edits']
const code = await runNode('node_modules/vitest/vitest.mjs', args, { env: { PBZ_RUNS: RUNS } })
console.log(
  `laws: ${RUNS} random histories per law, ${code === 0 ? 'all hold' : 'BROKEN'}, ${secondsSince(since)}`,
)
process.exit(code ?? 1)
