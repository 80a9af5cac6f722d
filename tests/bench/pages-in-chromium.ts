import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { z } from 'zod'
import type { BenchRow } from './bench-row.ts'

const Rows = z.array(
  z.object({
    name: z.string(),
    ours: z.number(),
    anchor: z.number(),
    unit: z.literal('ms'),
    ratio: z.number(),
    goal: z.number(),
  }),
)

/** Rows of pages.bench.ts, run by scripts/steps/bench-pages.mjs in the system's Chromium. */
export function pagesInChromium(root: string): Promise<readonly BenchRow[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(root, 'scripts', 'steps', 'bench-pages.mjs')], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let text = ''
    child.stdout.on('data', (part: Buffer) => {
      text += part.toString('utf8')
    })
    child.once('error', reject)
    child.once('exit', (code) => {
      if (code === 0) resolve(Rows.parse(JSON.parse(text)))
      else reject(new Error(`bench-pages.mjs ended with ${code}`))
    })
  })
}
