import { parseArgs } from 'node:util'
import { ensureDependencies } from './steps/ensure-dependencies.mjs'
import { fail } from './steps/run.mjs'

/** Builds out/ from the sources: what is older than its inputs, everything with --force, one kind with --only=cli. */
const { values } = parseArgs({ options: { force: { type: 'boolean' }, only: { type: 'string' } } })

await ensureDependencies()
try {
  const { buildStaleTargets } = await import('./steps/build-stale-targets.mjs')
  await buildStaleTargets({ force: values.force, only: values.only })
} catch (error) {
  console.error(error)
  fail('The build failed; the message above names the file.')
}
