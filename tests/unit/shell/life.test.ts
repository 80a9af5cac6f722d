import { execFileSync, spawnSync } from 'node:child_process'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { descendants, killProcessTree } from '#tests/support/process-tree.ts'
import {
  fixtureFolder,
  launchFixture,
  patiently,
  readSeen,
  removeFolder,
  standIn,
  temporaryFolder,
} from './fixture-launch.ts'

let userData: string
beforeEach(async () => {
  userData = await temporaryFolder()
})
afterEach(() => removeFolder(userData))

/** Writes one row to IndexedDB and waits for the transaction, or reads how many there are. */
function storeRow(page: Page): Promise<void> {
  return page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('rows', 1)
        opening.onupgradeneeded = () => opening.result.createObjectStore('rows', { autoIncrement: true })
        opening.onsuccess = () => {
          const writing = opening.result.transaction('rows', 'readwrite', { durability: 'strict' })
          writing.objectStore('rows').add('一行')
          writing.oncomplete = () => resolve()
          writing.onerror = () => reject(writing.error)
        }
      }),
  )
}

function countRows(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const opening = indexedDB.open('rows', 1)
        opening.onsuccess = () => {
          const counting = opening.result.transaction('rows').objectStore('rows').count()
          counting.onsuccess = () => resolve(counting.result)
        }
      }),
  )
}

describe('one instance', () => {
  it('a second start hands its arguments and folder to the first and ends with 0', async () => {
    const { app } = await launchFixture(userData)
    const second = spawnSync(standIn, [fixtureFolder, `--user-data-dir=${userData}`, '--open=甲.xlsx'], {
      cwd: path.dirname(fixtureFolder),
    })
    expect(second.status).toBe(0)
    await patiently(async () => (await readSeen(app)).secondLaunches).toEqual([
      {
        argv: [standIn, fixtureFolder, `--user-data-dir=${userData}`, '--open=甲.xlsx'],
        cwd: path.dirname(fixtureFolder),
      },
    ])
    await app.close()
  })

  it('after kill -9 of main and browser the next start is the first again and the rows are there', async () => {
    const killed = await launchFixture(userData)
    await storeRow(killed.page)
    const { pid = 0 } = killed.app.process()
    expect(descendants(pid).length).toBeGreaterThan(0)
    await killProcessTree(pid)
    const next = await launchFixture(userData)
    expect(await countRows(next.page)).toBe(1)
    await next.app.close()
  })

  it('after kill -9 of main alone the orphaned browser does not stop the next start', async () => {
    const killed = await launchFixture(userData)
    await storeRow(killed.page)
    const { pid = 0 } = killed.app.process()
    process.kill(pid, 'SIGKILL')
    const next = await launchFixture(userData)
    expect(await countRows(next.page)).toBe(1)
    await next.app.close()
  })
})

it('a killed browser ends the program, as in Electron where both are one process', async () => {
  const { app } = await launchFixture(userData)
  const ended = new Promise((resolve) => app.process().once('exit', resolve))
  const [browser = 0] = descendants(app.process().pid ?? 0)
  process.kill(browser, 'SIGKILL')
  expect(await ended).toBe(1)
})

it('the program knows its name, version, paths and arguments', async () => {
  const { app } = await launchFixture(userData, ['--unit=YY-430626'])
  const known = await app.evaluate(({ app: electronApp }) => ({
    name: electronApp.getName(),
    version: electronApp.getVersion(),
    userData: electronApp.getPath('userData'),
    logs: electronApp.getPath('logs'),
    isPackaged: electronApp.isPackaged,
    unit: electronApp.commandLine.getSwitchValue('unit'),
    runtime: process.versions.electron,
    argv: process.argv.slice(1),
  }))
  await app.close()
  expect(known).toEqual({
    name: '夹具程序',
    version: '3.2.1',
    userData,
    logs: path.join(userData, 'own-logs'),
    isPackaged: false,
    unit: 'YY-430626',
    runtime: expect.stringMatching(/-standin$/),
    argv: [fixtureFolder, `--user-data-dir=${userData}`, '--unit=YY-430626'],
  })
})

it('a machine without Chromium is told so in one sentence', () => {
  const started = spawnSync(standIn, [fixtureFolder, `--user-data-dir=${userData}`], {
    env: { ...process.env, STANDIN_CHROMIUM: '/nowhere/chromium' },
    encoding: 'utf8',
  })
  expect([started.status, started.stderr]).toEqual([
    1,
    'stand-in: STANDIN_CHROMIUM names a file that does not exist: /nowhere/chromium\n',
  ])
})

it('is found as the electron executable through ELECTRON_OVERRIDE_DIST_PATH', () => {
  const resolved = execFileSync(process.execPath, ['-p', "require('electron')"], {
    env: { ...process.env, ELECTRON_OVERRIDE_DIST_PATH: path.dirname(standIn) },
    encoding: 'utf8',
  })
  expect(resolved.trim()).toBe(standIn)
})
