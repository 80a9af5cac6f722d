import { cp, mkdir, readdir } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from '@playwright/test'
import type { Reply } from '#shared/ipc/contract.ts'
import type { JournalPosition } from '#shared/ipc/journal-channels.ts'
import { expect, test } from './launch.ts'
import { call } from './pages/bridge.ts'
import { answerWithFile, answerWithFolder } from './pages/dialogs.ts'
import { gridCell } from './pages/grid.ts'
import { addFirm, launchPc, namePc } from './pages/pc.ts'
import { goToScreen, SetupPage } from './pages/setup.ts'
import { look } from './screen-checks.ts'

const FIRM = '样例精密轴承有限公司'

/** Returns once the title bar calls it saved. */
async function typeProduct(page: Page, value: string): Promise<void> {
  await goToScreen(page, '企业')
  await gridCell(page, FIRM, 'product').click()
  await page.keyboard.type(value)
  await page.keyboard.press('Enter')
  await expect(
    page.getByRole('banner').getByRole('button', { name: `撤销：修改 ${FIRM} 的主导产品` }),
  ).toBeVisible()
  await expect(gridCell(page, FIRM, 'product')).toHaveText(value)
}

/** The station a PC writes under, and the commit of every edit in its journal. */
async function journalOf(page: Page): Promise<{ station: string; commits: readonly string[] }> {
  const opened = await call(page, 'journal:open', null)
  if (!opened.ok) throw new Error(opened.error.code)
  const commits: string[] = []
  for (let after: JournalPosition | null = null, done = false; !done; ) {
    const batch: Reply<'journal:read'> = await call(page, 'journal:read', { after })
    if (!batch.ok) throw new Error(batch.error.code)
    commits.push(...batch.value.edits.map(({ commit }) => commit))
    after = batch.value.next
    done = batch.value.done
  }
  return { station: opened.value.station, commits: commits.sort() }
}

async function joinShare(
  pc: { app: Parameters<typeof answerWithFolder>[0]; page: Page },
  name: string,
  share: string,
) {
  await namePc(pc.page, name)
  await answerWithFolder(pc.app, share)
  await pc.page.getByRole('button', { name: '选择共享文件夹…' }).click()
  await expect(pc.page.getByRole('region', { name: '共享文件夹' })).toContainText('正常')
}

test('a backup restored on another PC while the first goes on: both hold everything, and the conflict stands in 待核对', async ({
  userData,
}) => {
  const share = path.join(userData, '共享台账')
  const stick = path.join(userData, 'U盘')
  await Promise.all([share, stick].map((folder) => mkdir(folder)))
  const one = await launchPc(userData, 'one')
  await new SetupPage(one.page).beginCounty()
  await addFirm(one.page, FIRM)
  await goToScreen(one.page, '备份')
  await one.page.getByRole('button', { name: '立即备份' }).click()
  await expect(
    one.page.getByRole('region', { name: '备份列表' }).getByRole('row').filter({ hasText: '立即备份' }),
  ).toHaveCount(1)
  const backups = path.join(userData, 'one', 'data', 'backups')
  const name = (await readdir(backups)).find((each) => each.includes('_manual_')) ?? ''
  await cp(path.join(backups, name), path.join(stick, name))

  const two = await launchPc(userData, 'two')
  await two.page.getByRole('button', { name: '从备份恢复' }).click()
  await answerWithFile(two.app, path.join(stick, name))
  await two.page.getByRole('button', { name: '选择备份文件' }).click()
  await two.page.getByRole('button', { name: '确认恢复' }).click()
  await expect(two.page.getByText('已恢复')).toBeVisible()
  await two.page.getByRole('button', { name: '打开台账' }).click()
  await two.page.getByRole('button', { name: '从未报送过' }).click()

  // Neither has heard of the other: each enters a firm of its own, and both fill in the same cell.
  await addFirm(one.page, '原来一台新增的企业')
  await typeProduct(one.page, '滚珠轴承')
  await goToScreen(two.page, '同步')
  await addFirm(two.page, '恢复一台新增的企业')
  await typeProduct(two.page, '滑动轴承')
  const made = [await journalOf(one.page), await journalOf(two.page)] as const
  expect(made[0].station).not.toBe(made[1].station)
  const union = [...new Set(made.flatMap(({ commits }) => commits))].sort()
  expect(union.length).toBe(made[0].commits.length + 2)

  await joinShare(one, '科室一号机', share)
  await joinShare(two, '科室二号机', share)
  for (const { page } of [one, two]) {
    await goToScreen(page, '同步')
    await page.getByRole('button', { name: '立即同步' }).click()
    await page.getByRole('button', { name: '核对并接收…' }).click()
    await page.getByLabel('已核对，数字完全一致').check()
    await page.getByRole('button', { name: '接收并合并' }).click()
    await expect(page.getByRole('region', { name: '最近合并' })).toContainText('1 处待核对')
  }
  await look(two.page, '76-同步-恢复的电脑')
  for (const [at, { page }] of [one, two].entries()) {
    const now = await journalOf(page)
    expect(now.station).toBe(made[at]?.station)
    expect(now.commits).toEqual(union)
    await goToScreen(page, '企业')
    for (const firm of [FIRM, '原来一台新增的企业', '恢复一台新增的企业'])
      await expect(page.getByRole('row', { name: firm, exact: true })).toBeVisible()
    await goToScreen(page, '待核对')
    const region = page.getByRole('region', { name: '待核对' })
    await expect(region).toContainText('滚珠轴承')
    await expect(region).toContainText('滑动轴承')
  }
  await two.app.close()
  await one.app.close()
})
