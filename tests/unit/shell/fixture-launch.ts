import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { _electron, type ElectronApplication, type Page } from '@playwright/test'
import { expect } from 'vitest'

const shell = path.resolve(import.meta.dirname, '../../shell')
export const fixtureFolder = path.join(shell, 'fixture-app')
export const standIn = path.join(shell, 'electron')

/** Starting Chromium on a busy machine takes longer than vitest's ten seconds for a hook. */
export const START_MS = 60_000

/** For what the main process learns a moment after the page has acted. */
export function patiently<T>(read: () => T): ReturnType<typeof expect.poll<T>> {
  return expect.poll(read, { timeout: 15_000 })
}

export interface RunningFixture {
  readonly app: ElectronApplication
  readonly page: Page
}

/** Starts tests/shell/fixture-app on the stand-in, always, and waits until its page has run. */
export async function launchFixture(userData: string, args: readonly string[] = []): Promise<RunningFixture> {
  process.env.ELECTRON_OVERRIDE_DIST_PATH = shell
  const app = await _electron.launch({
    args: [fixtureFolder, `--user-data-dir=${userData}`, ...args],
    cwd: fixtureFolder,
  })
  const page = await app.firstWindow()
  await page.waitForFunction(() => Boolean(document.querySelector('#place')?.textContent))
  return { app, page }
}

export function temporaryFolder(): Promise<string> {
  return mkdtemp(path.join(os.tmpdir(), 'pbz-shell-'))
}

export function removeFolder(folder: string): Promise<void> {
  return rm(folder, { recursive: true, force: true, maxRetries: 5 })
}

/** What fixture-app/main.cjs saw, read from the main process. */
export interface Seen {
  readonly blocked: string[]
  readonly senders: { readonly url: string; readonly origin: string }[]
  readonly secondLaunches: { readonly argv: string[]; readonly cwd: string }[]
  readonly windowOpens: string[]
  readonly permissions: string[]
  readonly navigations: string[]
  readonly notes: string[]
}

export function readSeen(app: ElectronApplication): Promise<Seen> {
  return app.evaluate(() => Reflect.get(globalThis, 'seen') as Seen)
}

/** What fixture-app/preload.cjs exposes. */
export interface FixtureApi {
  call(channel: string, value?: unknown): Promise<unknown>
  note(text: string): void
  onNoted(listener: (payload: { text: string }) => void): () => void
  readonly counters: { calls: number; list: number[] }
  readCounters(): { calls: number; list: number[] }
  fill(record: Record<string, unknown>): Record<string, unknown>
  describe(value: Uint8Array): string
  fail(): void
  joined(parts: string[]): string
  readonly ipc: object
  readonly world: object
}

declare global {
  interface Window {
    fixture: FixtureApi
  }
}
