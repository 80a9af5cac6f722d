import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './run.mjs'

/** What the running program reads from disk; the installed program holds only out/. */
const FOLDERS = ['sample-county', 'packs']

/** Brings out/assets in step with assets/. */
export function copyAssets() {
  const target = join(ROOT, 'out', 'assets')
  rmSync(target, { recursive: true, force: true })
  for (const folder of FOLDERS)
    cpSync(join(ROOT, 'assets', folder), join(target, folder), { recursive: true })
}
