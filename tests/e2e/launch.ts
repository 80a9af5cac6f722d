import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { _electron, test as base, type ElectronApplication, type Page } from '@playwright/test'
import { killProcessTree } from '#tests/support/process-tree.ts'

const root = path.resolve(import.meta.dirname, '../..')
const hasElectron = existsSync(path.join(root, 'node_modules/electron/path.txt'))

/** What the specs run on: Electron where its binary is installed, unless E2E_RUNTIME=stand-in. */
export const runtime: 'electron' | 'stand-in' =
  hasElectron && process.env.E2E_RUNTIME !== 'stand-in' ? 'electron' : 'stand-in'

export interface LaunchOptions {
  /** Folder of everything the program keeps; launch twice with the same one to test a restart. */
  readonly userData: string
  readonly args?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
}

export interface RunningApp {
  readonly app: ElectronApplication
  /** The first window's page. On the stand-in its address is `https://bundle.app.localhost/…`. */
  readonly page: Page
}

/** Programs still open: a failed test closes nothing itself. */
const running = new Set<ElectronApplication>()

/** Starts the built program (out/) and waits until its first window has loaded. */
export async function launchApp({ userData, args = [], env = {} }: LaunchOptions): Promise<RunningApp> {
  // Playwright finds the executable through electron/index.js, which reads this variable in our process.
  if (runtime === 'stand-in') process.env.ELECTRON_OVERRIDE_DIST_PATH = path.join(root, 'tests/shell')
  const app = await _electron.launch({
    args: ['.', `--user-data-dir=${userData}`, ...args],
    cwd: root,
    env: { ...definedEnvironment(), ...env },
    locale: 'zh-CN',
  })
  running.add(app)
  app.on('close', () => running.delete(app))
  const page = await app.firstWindow()
  // A window is announced while it is still empty.
  await page.waitForURL(/\/\/bundle[./]/)
  return { app, page }
}

/** Ends the program as a power cut of the process would: main and browser at once, nothing is told. */
export async function killApp(app: ElectronApplication): Promise<void> {
  const { pid } = app.process()
  if (pid !== undefined) await killProcessTree(pid)
}

function definedEnvironment(): Record<string, string> {
  const entries = Object.entries(process.env)
  return Object.fromEntries(entries.filter((entry): entry is [string, string] => entry[1] !== undefined))
}

/** `test` with a data folder of its own that is gone afterwards, on both runtimes. */
export const test = base.extend<{ userData: string }>({
  // Playwright insists on a destructured first parameter; nothing of it is needed.
  userData: async ({ locale: _locale }, use, testInfo) => {
    testInfo.annotations.push({ type: 'runtime', description: runtime })
    const folder = await mkdtemp(path.join(os.tmpdir(), 'pbz-e2e-'))
    await use(folder)
    await Promise.all([...running].map(killApp))
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  },
})

export { expect } from '@playwright/test'
