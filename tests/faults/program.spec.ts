import { writeFile } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import type { ElectronApplication, Page } from '@playwright/test'
import { descendants, killProcesses } from '#tests/support/process-tree.ts'
import { expect, launchApp, test } from '../e2e/launch.ts'
import { gridCell } from '../e2e/pages/grid.ts'
import { SetupPage } from '../e2e/pages/setup.ts'
import type { Tally } from './tally.ts'

const ROUNDS = Number(process.env.PBZ_PROGRAM_ROUNDS ?? '2')
const FIRMS = 4
/** How long a clerk types before the kill. */
const LONGEST_MS = 2500

const VICTIMS = ['browser', 'main', 'both'] as const

/** What the clerk was told is saved, by firm; `typed` is what was on its way when the power went. */
interface Told {
  readonly saved: Map<string, string>
  typed: readonly [firm: string, text: string] | null
}

test('a clerk types into the grid, browser, main or both are killed, and what was 已保存 is there again', async ({
  userData,
}) => {
  const tally: Tally = { rounds: 0, saved: 0, losses: [] }
  const told: Told = { saved: new Map(), typed: null }
  let { app, page } = await launchApp({ userData })
  await new SetupPage(page).trySampleCounty()
  const firms = await firstFirms(page)
  for (let round = 0; round < ROUNDS; round += 1) {
    const victim = VICTIMS[round % VICTIMS.length] ?? 'both'
    const typing = typeUntilKilled(page, firms, round, told)
    await sleep(300 + Math.random() * LONGEST_MS)
    await kill(app, victim)
    tally.saved += await typing
    ;({ app, page } = await launchApp({ userData }))
    await expect(gridCell(page, firms[0] ?? '', 'product')).toBeVisible()
    tally.rounds += 1
    const lost = await missing(page, told)
    tally.losses.push(...lost.map((what) => `program round ${tally.rounds} (${victim}): ${what}`))
  }
  await app.close()
  if (process.env.PBZ_TALLY) await writeFile(process.env.PBZ_TALLY, JSON.stringify(tally))
  expect(tally.losses).toEqual([])
})

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

/** Returns how many edits the title bar had called taken, once the page is gone. */
async function typeUntilKilled(
  page: Page,
  firms: readonly string[],
  round: number,
  told: Told,
): Promise<number> {
  let saved = 0
  try {
    for (let n = 0; ; n += 1) {
      const firm = firms[n % firms.length] ?? ''
      const text = `产品${round}之${n}`
      await gridCell(page, firm, 'product').click({ timeout: 5000 })
      told.typed = [firm, text]
      await page.keyboard.type(text)
      await page.keyboard.press('Enter')
      await page
        .getByRole('banner')
        .getByRole('button', { name: `撤销：修改 ${firm} 的主导产品` })
        .waitFor({ timeout: 5000 })
      told.saved.set(firm, text)
      told.typed = null
      saved += 1
    }
  } catch {
    return saved
  }
}

async function kill(app: ElectronApplication, victim: (typeof VICTIMS)[number]): Promise<void> {
  const main = app.process().pid
  if (main === undefined) throw new Error('the program has no process')
  const others = descendants(main)
  if (others.length === 0) throw new Error('there is no browser to kill')
  if (victim === 'browser') await killProcesses(others)
  if (victim === 'main') await killProcesses([main])
  // What outlives the other: it may do what it likes for a moment, and is gone before the next start.
  if (victim !== 'both') await sleep(1000)
  await killProcesses([main, ...others])
}

/** A cell holds what was saved last, or the text that was on its way. */
async function missing(page: Page, told: Told): Promise<readonly string[]> {
  const lost: string[] = []
  for (const [firm, text] of told.saved) {
    const shown = (await gridCell(page, firm, 'product').innerText()).trim()
    const onItsWay = told.typed?.[0] === firm ? told.typed[1] : null
    if (shown !== text && shown !== onItsWay) lost.push(`${firm}: ${text}, shown ${shown}`)
    else told.saved.set(firm, shown)
  }
  told.typed = null
  return lost
}
