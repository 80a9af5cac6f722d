import { mkdirSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { BUILD_INPUTS, targetsPresent } from './build-targets.mjs'
import { copyAssets } from './copy-assets.mjs'
import { newestChange } from './freshness.mjs'
import { secondsSince } from './run.mjs'

/** Written last, so that an interrupted build is never taken for a finished one. */
const STAMP = '.built'

/** Targets that were never finished or are older than something they are made from. */
export function staleTargets() {
  return targetsPresent().filter((target) => {
    const built = statSync(join(target.outDir, STAMP), { throwIfNoEntry: false })?.mtimeMs ?? 0
    return built <= newestChange([...target.inputs, ...BUILD_INPUTS])
  })
}

/**
 * Builds every stale target; all of them with `force`, one kind of them with `only`.
 * @param {{ force?: boolean, only?: string | null }} [options]
 */
export async function buildStaleTargets({ force = false, only = null } = {}) {
  const candidates = force ? targetsPresent() : staleTargets()
  const targets = candidates.filter((target) => only === null || target.kind === only)
  if (targets.length === 0) return console.log('build: everything is up to date')
  const { build } = await import('vite')
  const { viteSettings } = await import('./vite-settings.mjs')
  for (const target of targets) {
    const since = performance.now()
    const started = new Date()
    console.log(`build: ${target.name} …`)
    await build(await viteSettings(target))
    if (target.kind === 'main') copyAssets()
    markBuilt(target.outDir, started)
    console.log(`build: ${target.name} done in ${secondsSince(since)}`)
  }
}

/** The stamp carries the time the build began: what was changed while it ran makes it stale again. */
function markBuilt(outDir, started) {
  const stamp = join(outDir, STAMP)
  mkdirSync(outDir, { recursive: true })
  writeFileSync(stamp, '')
  utimesSync(stamp, started, started)
}
