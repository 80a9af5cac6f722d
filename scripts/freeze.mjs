import { ensureDependencies } from './steps/ensure-dependencies.mjs'
import { runNode } from './steps/run.mjs'

/**
 * Writes down what was added to the data dictionary since the last release: new fields, new migration steps, and data of
 * today's number when there is none yet. What was changed or taken away is refused; it needs a step.
 */
await ensureDependencies()
const tests = 'tests/unit/src-shared/migration/frozen-dictionary.test.ts'
const code = await runNode('node_modules/vitest/vitest.mjs', ['run', '--project', 'unit', tests], {
  env: { PBZ_FREEZE: '1' },
})
process.exit(code)
