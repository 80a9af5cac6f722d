import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './run.mjs'

const at = (...parts) => join(ROOT, ...parts)

/** What every target depends on besides its own folders. */
export const BUILD_INPUTS = ['package.json', 'package-lock.json', 'scripts'].map((path) => at(path))

/**
 * A target of the build: entry files that exist, the folders it is made from, and where it goes.
 * @typedef {{ name: string, kind: 'main' | 'preload' | 'renderer' | 'cli' | 'bench', entries: Record<string, string>,
 *   inputs: string[], outDir: string }} Target
 */

/** @type {readonly Target[]} */
const ALL = [
  {
    name: 'main process',
    kind: 'main',
    entries: { main: at('src-main', 'main.ts'), reader: at('src-main', 'spreadsheet', 'reader-process.ts') },
    inputs: [at('src-main'), at('src-shared'), at('assets')],
    outDir: at('out', 'main'),
  },
  {
    name: 'preload',
    kind: 'preload',
    entries: { preload: at('src-main', 'preload.ts') },
    inputs: [at('src-main', 'preload.ts'), at('src-shared', 'ipc')],
    outDir: at('out', 'preload'),
  },
  {
    name: 'window',
    kind: 'renderer',
    entries: { index: at('src-renderer', 'index.html'), print: at('src-renderer', 'print.html') },
    inputs: [at('src-renderer'), at('src-shared'), at('assets')],
    outDir: at('out', 'renderer'),
  },
  {
    name: 'command line',
    kind: 'cli',
    entries: {
      pbz: at('src-main', 'cli', 'main.ts'),
      demo: at('src-main', 'cli', 'demo.ts'),
      reader: at('src-main', 'spreadsheet', 'reader-process.ts'),
    },
    inputs: [at('src-main'), at('src-shared'), at('assets')],
    outDir: at('out', 'cli'),
  },
  {
    name: 'benchmarks',
    kind: 'bench',
    entries: { bench: at('tests', 'bench', 'main.ts') },
    inputs: [at('tests', 'bench'), at('src-main'), at('src-renderer'), at('src-shared')],
    outDir: at('out', 'bench'),
  },
  {
    name: 'fault rounds',
    kind: 'bench',
    entries: { main: at('tests', 'faults', 'main.ts'), worker: at('tests', 'faults', 'worker.ts') },
    inputs: [at('tests', 'faults'), at('tests', 'support'), at('src-main'), at('src-shared')],
    outDir: at('out', 'faults'),
  },
]

/** The targets whose first entry exists, each with the entries that exist. */
export function targetsPresent() {
  return ALL.filter((target) => existsSync(Object.values(target.entries)[0])).map((target) => ({
    ...target,
    entries: Object.fromEntries(Object.entries(target.entries).filter(([, file]) => existsSync(file))),
  }))
}
