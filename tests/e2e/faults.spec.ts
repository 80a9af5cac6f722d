import { randomUUID } from 'node:crypto'
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { machineId } from '#main/app/machine-id.ts'
import { openJournal } from '#main/journal/journal.ts'
import { nodeJournalFiles } from '#main/journal/node-journal-files.ts'
import { nodeMarkerStore } from '#main/journal/node-marker-store.ts'
import type { Edit } from '#shared/edits/edit.ts'
import type { Desktop } from '#shared/ipc/contract.ts'
import { expect, launchApp, test } from './launch.ts'
import { gridCell } from './pages/grid.ts'
import { goToScreen, SetupPage } from './pages/setup.ts'
import { look, SCREEN } from './screen-checks.ts'

const FIRM = '平江县样例海原新能源材料股份有限公司'

async function start(userData: string) {
  const running = await launchApp({ userData })
  await running.page.setViewportSize(SCREEN)
  return running
}

/** Types into the grid; returns once the title bar calls it saved. */
async function typeProduct(page: Page, text: string, firm = FIRM): Promise<void> {
  await gridCell(page, firm, 'product').click()
  await page.keyboard.type(text)
  await page.keyboard.press('Enter')
  await expect(undo(page)).toHaveAccessibleName(`撤销：修改 ${firm} 的主导产品（Ctrl+Z）`)
  await expect(gridCell(page, firm, 'product')).toHaveText(text)
}

const undo = (page: Page) => page.getByRole('banner').getByRole('button', { name: /^撤销/ })

/** Folders of this name anywhere under the program's own. */
async function foldersNamed(root: string, name: string): Promise<readonly string[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isDirectory() && entry.name === name)
    .map((entry) => path.join(entry.parentPath, entry.name))
}

async function filesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name))
}

const WRECKS: readonly (readonly [string, (folder: string) => Promise<unknown>])[] = [
  ['deleted', (folder) => rm(folder, { recursive: true })],
  [
    'emptied',
    async (folder) => {
      await rm(folder, { recursive: true })
      await mkdir(folder)
    },
  ],
  [
    'overwritten with noise',
    async (folder) => {
      for (const file of await filesIn(folder)) await writeFile(file, noise(await readFile(file)))
    },
  ],
]

function noise(bytes: Buffer): Buffer {
  return bytes.map((_, at) => (at * 167 + 13) % 256) as Buffer
}

test('the browser database deleted, emptied, overwritten with noise: every saved change is there again', async ({
  userData,
}) => {
  let { app, page } = await start(userData)
  await new SetupPage(page).trySampleCounty()
  await typeProduct(page, '负极材料')
  for (const [what, wreck] of WRECKS) {
    await app.close()
    const databases = await foldersNamed(userData, 'IndexedDB')
    expect(databases.length, what).toBeGreaterThan(0)
    for (const folder of databases) await wreck(folder)
    ;({ app, page } = await start(userData))
    await expect(gridCell(page, FIRM, 'product')).toHaveText('负极材料')
    await expect(undo(page)).toHaveAccessibleName(`撤销：修改 ${FIRM} 的主导产品（Ctrl+Z）`)
    await expect(page.getByText('共 120 条')).toBeVisible()
    await goToScreen(page, '操作记录')
    await expect(page.getByRole('grid').getByRole('row').nth(1)).toContainText('的主导产品')
    await goToScreen(page, '企业')
  }
  await app.close()
})

test('the journal deleted: the working copy brings every record back and says so', async ({ userData }) => {
  const first = await start(userData)
  await new SetupPage(first.page).trySampleCounty()
  await typeProduct(first.page, '负极材料')
  await first.app.close()
  for (const folder of await foldersNamed(userData, 'journal')) await rm(folder, { recursive: true })
  const { app, page } = await start(userData)
  await expect(
    page.getByRole('alert').filter({ hasText: '台账日志丢失，已由本机工作副本恢复' }),
  ).toBeVisible()
  await expect(gridCell(page, FIRM, 'product')).toHaveText('负极材料')
  await look(page, '56-日志丢失-已恢复')
  await app.close()
})

test('a byte flipped in the middle of the journal: file and line are named, nothing is overwritten', async ({
  userData,
}) => {
  const first = await start(userData)
  await new SetupPage(first.page).trySampleCounty()
  for (const product of ['负极材料', '储能电池', '石墨']) await typeProduct(first.page, product)
  await first.app.close()
  const [folder = ''] = await foldersNamed(userData, 'journal')
  const file = path.join(folder, 'journal-000001.jsonl')
  const good = await readFile(file)
  const lines = good.toString('utf8').split('\n')
  const at = good.indexOf('储能电池')
  const line = lines.findIndex((text) => text.includes('储能电池')) + 1
  const bad = Buffer.from(good)
  bad[at] = (bad[at] ?? 0) ^ 1
  await writeFile(file, bad)
  // With its checkpoint, opening would read the end alone, and the check in 设置 would find it.
  await rm(path.join(folder, 'checkpoint.json'), { force: true })
  const { app, page } = await start(userData)
  const told = page.getByRole('alert')
  await expect(told).toContainText(`台账日志“journal-000001.jsonl”第 ${line} 行已损坏`)
  await expect(told).toContainText('程序没有打开台账')
  await look(page, '57-日志损坏')
  await page.getByRole('button', { name: '重试' }).click()
  await expect(told).toContainText(`第 ${line} 行已损坏`)
  expect((await readFile(file)).equals(bad)).toBe(true)
  expect(await readdir(folder)).toEqual(['journal-000001.jsonl'])
  await writeFile(file, good)
  await page.getByRole('button', { name: '重试' }).click()
  await expect(gridCell(page, FIRM, 'product')).toHaveText('石墨')
  await app.close()
})

test('检查台账日志 says that all is well, names the line that is not, and leads to the backups', async ({
  userData,
}) => {
  const { app, page } = await start(userData)
  await new SetupPage(page).trySampleCounty()
  await typeProduct(page, '储能电池')
  await goToScreen(page, '设置')
  const section = page.getByRole('region', { name: '台账日志' })
  await section.getByRole('button', { name: '检查台账日志' }).click()
  await expect(section.getByRole('status')).toContainText('台账日志完好')
  await section.scrollIntoViewIfNeeded()
  await look(page, '43-检查台账日志-完好')
  const [folder = ''] = await foldersNamed(userData, 'journal')
  const file = path.join(folder, 'journal-000001.jsonl')
  const bad = await readFile(file)
  const line =
    bad
      .toString('utf8')
      .split('\n')
      .findIndex((text) => text.includes('储能电池')) + 1
  const at = bad.indexOf('储能电池')
  bad[at] = (bad[at] ?? 0) ^ 1
  await writeFile(file, bad)
  await section.getByRole('button', { name: '检查台账日志' }).click()
  await expect(section.getByRole('alert')).toContainText(`台账日志“journal-000001.jsonl”第 ${line} 行已损坏`)
  await look(page, '44-检查台账日志-损坏')
  await section.getByRole('button', { name: '从备份恢复' }).click()
  await expect(page.getByRole('main')).toContainText('备份')
  await app.close()
})

test('a byte flipped in what the checkpoint covers is told a minute after the start', async ({
  userData,
}) => {
  const first = await start(userData)
  await new SetupPage(first.page).trySampleCounty()
  await first.app.close()
  const [folder = ''] = await foldersNamed(userData, 'journal')
  const file = path.join(folder, 'journal-000001.jsonl')
  const bad = await readFile(file)
  const at = Math.floor(bad.length / 2)
  bad[at] = (bad[at] ?? 0) ^ 1
  await writeFile(file, bad)

  const { app, page } = await start(userData)
  await page.clock.install()
  await page.reload()
  await expect(page.getByText('共 120 条')).toBeVisible()
  const told = page.getByRole('alert', { name: '台账日志' })
  await expect(async () => {
    await page.clock.fastForward('01:01')
    await expect(told).toContainText(/台账日志“journal-000001.jsonl”第 \d+ 行已损坏/, { timeout: 1000 })
  }).toPass()
  await look(page, '45-自动核对-损坏')
  await told.getByRole('button', { name: '去“备份”' }).click()
  await expect(page.getByRole('main')).toContainText('备份')
  expect((await readFile(file)).equals(bad)).toBe(true)
  await app.close()
})

test('a clock three years back is told once; the order of edits, undo and history do not go by it', async ({
  userData,
}) => {
  const first = await start(userData)
  await new SetupPage(first.page).trySampleCounty()
  await typeProduct(first.page, '负极材料')
  await first.app.close()
  const { app, page } = await start(userData)
  await expect(gridCell(page, FIRM, 'product')).toHaveText('负极材料')
  const back = Date.now() - 3 * 365 * 86_400_000
  await app.evaluate((_, time) => {
    const now = Date.now()
    const Real = Date
    globalThis.Date = class extends Real {
      constructor(...given: readonly []) {
        if (given.length > 0) super(...given)
        else super(Real.now() - now + time)
      }
    } as DateConstructor
  }, back)
  await page.clock.install({ time: back })
  await page.reload()
  await expect(
    page.getByRole('alert').filter({ hasText: '本机时间早于上次保存的时间，请核对' }),
  ).toBeVisible()
  await look(page, '58-本机时间偏早')
  await typeProduct(page, '储能电池')
  await gridCell(page, FIRM, 'product').click()
  await page.keyboard.press('Control+h')
  const history = page.getByRole('dialog', { name: `历史：${FIRM} 的主导产品` })
  await expect(history.getByRole('listitem').first()).toContainText('储能电池现值')
  await expect(history.getByRole('listitem').nth(1)).toContainText('负极材料已被替换')
  await page.keyboard.press('Escape')
  await undo(page).click()
  await expect(gridCell(page, FIRM, 'product')).toHaveText('负极材料')
  await app.close()
})

/** Every edit of the journal the page has opened. */
async function editsOf(page: Page): Promise<readonly Edit[]> {
  return page.evaluate(async () => {
    const { desktop } = window as unknown as { readonly desktop: Desktop }
    const edits: Edit[] = []
    for (let after = null, done = false; !done; ) {
      const batch = await desktop.call('journal:read', { after })
      if (!batch.ok) throw new Error(batch.error.code)
      edits.push(...batch.value.edits)
      after = batch.value.next as never
      done = batch.value.done
    }
    return edits
  })
}

/** The same once the journal holds what was typed last: the cell shows it before that. */
async function editsUpTo(page: Page, text: string): Promise<readonly Edit[]> {
  let edits: readonly Edit[] = []
  const last = async () => {
    edits = await editsOf(page)
    return JSON.stringify(edits.at(-1)?.ops)
  }
  await expect.poll(last).toContain(text)
  return edits
}

/** What 同步 does once edits were accepted, on a PC whose program is not running. */
async function takeUp(userData: string, folder: string, edits: readonly Edit[]): Promise<void> {
  const journal = await openJournal({
    files: nodeJournalFiles(path.join(folder, 'journal')),
    marker: nodeMarkerStore(path.join(userData, 'stations'), folder),
    machine: await machineId(),
    folder,
    newId: randomUUID,
  })
  if (!journal.ok) throw new Error(journal.error.code)
  const taken = await journal.value.takeUp(edits)
  expect([journal.value.opened().repairs, taken.ok && taken.value.left]).toEqual([[], []])
  await journal.value.close()
}

test.describe('the data folder copied', () => {
  for (const where of ['to another PC', 'to another place on this PC'] as const)
    test(`${where} and both used: another station, and taking up from each other loses nothing`, async ({
      userData,
    }) => {
      const original = await start(userData)
      await new SetupPage(original.page).trySampleCounty()
      await typeProduct(original.page, '负极材料')
      await original.app.close()

      const copied = path.join(userData, `copy-${randomUUID()}`)
      const data = path.dirname((await foldersNamed(userData, 'journal'))[0] ?? '')
      const second = where === 'to another PC' ? path.join(userData, 'second-pc') : userData
      await cp(data, copied, { recursive: true })
      await mkdir(second, { recursive: true })
      await writeFile(path.join(second, 'settings.json'), JSON.stringify({ dataFolder: copied }))

      const copy = await start(second)
      await expect(copy.page.getByRole('alert').filter({ hasText: '数据文件夹换了电脑或位置' })).toBeVisible()
      await expect(gridCell(copy.page, FIRM, 'product')).toHaveText('负极材料')
      await typeProduct(copy.page, '储能电池')
      const theirs = await editsUpTo(copy.page, '储能电池')
      await goToScreen(copy.page, '操作记录')
      await expect(copy.page.getByRole('grid')).toContainText('原数据文件夹')
      await look(copy.page, `59-复制的文件夹-${where === 'to another PC' ? '另一台' : '本机'}`)
      await copy.app.close()

      await writeFile(path.join(userData, 'settings.json'), JSON.stringify({ dataFolder: data }))
      const again = await start(userData)
      await typeProduct(again.page, '石墨')
      const mine = await editsUpTo(again.page, '石墨')
      await again.app.close()
      await takeUp(userData, data, theirs)
      const shown = await start(userData)
      await expect(gridCell(shown.page, FIRM, 'product')).toBeVisible()
      const all = await editsOf(shown.page)
      const stations = new Set(all.map(({ id }) => id.station))
      expect(stations.size).toBe(2)
      const kept = new Set(all.map(({ commit }) => commit))
      expect([...mine, ...theirs].filter(({ commit }) => !kept.has(commit))).toEqual([])
      await expect(gridCell(shown.page, FIRM, 'product')).toHaveAttribute(
        'title',
        /两台电脑填得不一样，待核对。本机：石墨；另一台电脑（\w{4}）：储能电池/,
      )
      await shown.app.close()
    })
})
