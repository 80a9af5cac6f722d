import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { ElectronApplication, Page } from '@playwright/test'
import { descendants, killProcesses } from '#tests/support/process-tree.ts'
import { expect, launchApp, test } from '../e2e/launch.ts'
import { gridCell } from '../e2e/pages/grid.ts'
import { SetupPage } from '../e2e/pages/setup.ts'
import { BridgeClerk } from './bridge-clerk.ts'
import { KeptBackups } from './kept-backups.ts'
import { randomFrom } from './random.ts'
import type { Tally } from './tally.ts'
import { Told } from './told.ts'
import { WindowClerk, wrongCells } from './window-clerk.ts'

const ROUNDS = Number(process.env.PBZ_PROGRAM_ROUNDS ?? '6')
/** The script of a round is decided by it; when the kill falls is not. */
const SEED = Number(process.env.PBZ_SEED ?? '2021')
const FIRMS = 4
/** How long a clerk works before the kill. */
const LONGEST_MS = 1500
/** What outlives the other when one is killed may do what it likes for so long. */
const OUTLIVES_MS = 300

const VICTIMS = ['browser', 'main', 'both'] as const

test('a clerk works, browser, main or both are killed, and everything that was called saved is there again', async ({
  userData,
}) => {
  const tally: Tally = { rounds: 0, saved: 0, losses: [] }
  const told = new Told()
  const backups = new KeptBackups(join(userData, 'data'))
  let { app, page } = await launchApp({ userData })
  await new SetupPage(page).trySampleCounty()
  const firms = await firstFirms(page)
  for (let round = 0; round < ROUNDS; round += 1) {
    const victim = VICTIMS[round % VICTIMS.length] ?? 'both'
    const before = told.count
    const killed = { yet: false }
    const work = workUntilKilled(page, { told, firms, round }).catch((error: unknown) => {
      if (!killed.yet) tally.losses.push(`program round ${round + 1}: the clerk could not go on: ${error}`)
    })
    await sleep(150 + Math.random() * LONGEST_MS)
    killed.yet = true
    await kill(app, victim)
    await work
    tally.saved += told.count - before
    const half = await backups.problems(told.backups)
    ;({ app, page } = await launchApp({ userData }))
    await expect(gridCell(page, firms[0] ?? '', 'product')).toBeVisible()
    tally.rounds += 1
    const problems = [
      ...half,
      ...(await told.missing(page, round === ROUNDS - 1)),
      ...(await wrongCells(page, told)),
    ]
    tally.losses.push(...problems.map((what) => `program round ${tally.rounds} (${victim}): ${what}`))
  }
  await app.close()
  if (process.env.PBZ_TALLY) await writeFile(process.env.PBZ_TALLY, JSON.stringify(tally))
  expect(tally.losses).toEqual([])
  if (ROUNDS >= VICTIMS.length * 2) expect(backups.proved).toBeGreaterThan(0)
})

/** Three rounds in the window, three through the bridge, where far more happens in the same time. */
async function workUntilKilled(
  page: Page,
  { told, firms, round }: { readonly told: Told; readonly firms: readonly string[]; readonly round: number },
): Promise<void> {
  const random = randomFrom(SEED + round)
  const inWindow = Math.floor(round / VICTIMS.length) % 2 === 0
  if (inWindow) await new WindowClerk(page, told, random).workUntilKilled(firms, String(round))
  else await new BridgeClerk(page, told, random).workUntilKilled()
}

async function firstFirms(page: Page): Promise<readonly string[]> {
  const rows = page
    .getByRole('grid')
    .getByRole('row')
    .filter({ has: page.locator('[data-column="product"]') })
  await expect(rows.nth(FIRMS)).toBeVisible()
  const names: string[] = []
  for (const row of (await rows.all()).slice(0, FIRMS + 1))
    names.push((await row.getAttribute('aria-label')) ?? '')
  return names.filter((name) => name !== '').slice(0, FIRMS)
}

async function kill(app: ElectronApplication, victim: (typeof VICTIMS)[number]): Promise<void> {
  const main = app.process().pid
  if (main === undefined) throw new Error('the program has no process')
  const others = descendants(main)
  if (others.length === 0) throw new Error('there is no browser to kill')
  if (victim === 'browser') await killProcesses(others)
  if (victim === 'main') await killProcesses([main])
  // What outlives the other is gone before the next start.
  if (victim !== 'both') await sleep(OUTLIVES_MS)
  await killProcesses([main, ...others])
}
