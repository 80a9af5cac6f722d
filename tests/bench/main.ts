import { cpus, totalmem } from 'node:os'
import type { BenchRow } from './bench-row.ts'
import { importToPreview } from './import.bench.ts'
import { journalAppend } from './journal.bench.ts'
import { journalOpening } from './open-journal.bench.ts'
import { pagesInChromium } from './pages-in-chromium.ts'
import { verifyReport } from './report.bench.ts'
import { stateGrowth } from './state.bench.ts'

/**
 * `npm run bench [-- --json] [-- --only=<word>]`: ratios against an anchor measured in turn on the same machine.
 * Progress goes to standard error, the table (or the JSON array) to standard output.
 */
const root = process.cwd()
const only = process.argv.find((word) => word.startsWith('--only='))?.slice('--only='.length)

const BENCHES: readonly (readonly [name: string, run: () => Promise<readonly BenchRow[]>])[] = [
  ['journal', () => journalAppend()],
  ['open', () => journalOpening()],
  ['import', () => importToPreview(root)],
  ['report', () => verifyReport()],
  ['pages', () => pagesInChromium(root)],
  ['state', () => stateGrowth()],
]

function table(measured: readonly BenchRow[]): string {
  const cells = measured.map(({ name, ours, anchor, unit, ratio, goal }) => [
    name,
    `${Math.round(ours)} ${unit}`,
    `${Math.round(anchor)} ${unit}`,
    ratio.toFixed(3),
    String(goal),
    ratio <= goal ? 'met' : 'MISSED',
  ])
  const lines = [['measured / anchor', 'ours', 'anchor', 'ratio', 'goal', ''], ...cells]
  const widths = lines[0]?.map((_, at) => Math.max(...lines.map((line) => line[at]?.length ?? 0))) ?? []
  const text = lines.map((line) =>
    line
      .map((cell, at) => pad(cell, widths[at] ?? 0, at))
      .join('  ')
      .trimEnd(),
  )
  return [machine(), '', ...text].join('\n')
}

const pad = (cell: string, width: number, at: number): string =>
  at === 0 ? cell.padEnd(width) : cell.padStart(width)

function machine(): string {
  const model = cpus()[0]?.model ?? 'unknown processor'
  const memory = Math.round(totalmem() / 1024 ** 3)
  return `${cpus().length} × ${model}, ${memory} GB, ${process.platform} ${process.arch}, Node ${process.versions.node}`
}

const rows: BenchRow[] = []
for (const [name, run] of BENCHES) {
  if (only !== undefined && only !== name) continue
  console.error(`bench: ${name} …`)
  rows.push(...(await run()))
}
console.log(process.argv.includes('--json') ? JSON.stringify(rows) : table(rows))
