import { readdir } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from '@playwright/test'
import type { Desktop } from '#shared/ipc/contract.ts'
import { expect, launchApp, test } from './launch.ts'
import { answerWithFile, answerWithFolder } from './pages/dialogs.ts'
import { goToScreen } from './pages/setup.ts'
import { look, SCREEN } from './screen-checks.ts'
import { seedCounty } from './seeded-county.ts'

const OFFICE = '移交人自己知道的一句话'
const REVIEWER = '审核人自己的一句话二〇二一'

async function start(userData: string) {
  const { app, page } = await launchApp({ userData })
  await page.setViewportSize(SCREEN)
  return { app, page }
}

async function goToSuccession(page: Page): Promise<void> {
  await goToScreen(page, '设置')
  await page.getByRole('button', { name: '办理移交或接任' }).click()
}

/** Passphrases as the 备份 screen sets them. */
async function protect(page: Page): Promise<void> {
  const passphrases = { office: OFFICE, reviewer: REVIEWER, current: null }
  const done = await page.evaluate(
    (sent) => (window as unknown as { readonly desktop: Desktop }).desktop.call('backup:protect', sent),
    passphrases,
  )
  if (!done.ok) throw new Error(`backup:protect: ${done.error.code}`)
}

test('a clerk leaves with a 移交包 and a 移交清单; the successor goes on without the leaver’s passphrase', async ({
  userData,
}) => {
  const first = await start(userData)
  await seedCounty(first.page)
  await goToSuccession(first.page)
  const preview = first.page.getByRole('region', { name: '预览' })
  await expect(preview).toContainText('120家')
  await expect(first.page.getByRole('region', { name: '移交包' })).toContainText('移交包不加密')
  await protect(first.page)
  await goToScreen(first.page, '企业')
  await goToSuccession(first.page)
  await first.page.getByLabel('接交人').fill('示例丁')
  await expect(preview).toContainText('接交人：示例丁')
  await expect(first.page.getByRole('region', { name: '待办事项' })).toContainText('未定稿报送')
  const stick = path.join(userData, '移动盘')
  await answerWithFolder(first.app, stick)
  await first.page.getByRole('button', { name: '生成移交包…' }).click()
  await expect(first.page.getByRole('region', { name: '移交包' })).toContainText('已生成，已核对')
  await expect(preview).toContainText('_succession_')
  await look(first.page, '73-移交与接任')
  await first.page.getByText('整页', { exact: true }).click()
  await look(first.page, '74-移交清单-整页')
  await first.app.close()

  const [name = ''] = await readdir(stick)
  const { app, page } = await start(path.join(userData, 'new-pc'))
  await page.getByRole('button', { name: '从备份恢复' }).click()
  await answerWithFile(app, path.join(stick, name))
  await page.getByRole('button', { name: '选择备份文件' }).click()
  const form = page.getByRole('form', { name: '打开备份' })
  await form.getByText('审核人口令', { exact: true }).click()
  await form.getByRole('textbox', { name: '审核人口令' }).fill(REVIEWER)
  await form.getByRole('button', { name: '打开' }).click()
  await page.getByRole('button', { name: '确认恢复' }).click()
  await page.getByRole('button', { name: '打开台账' }).click()
  await page.getByRole('dialog', { name: '接上报送次序' }).getByRole('button', { name: '从未报送过' }).click()

  await goToSuccession(page)
  await page.getByRole('button', { name: '接任…' }).click()
  const dialog = page.getByRole('dialog', { name: '接任' })
  await dialog.getByLabel('接任人姓名').fill('示例丁')
  await dialog.getByRole('textbox', { name: '审核人口令' }).fill('猜一个口令试试看')
  await dialog.getByRole('button', { name: '接任', exact: true }).click()
  await expect(dialog.getByRole('alert')).toContainText('不对')
  await look(page, '75-接任')
  await dialog.getByRole('textbox', { name: '审核人口令' }).fill(REVIEWER)
  await dialog.getByRole('button', { name: '接任', exact: true }).click()
  await expect(page.getByRole('region', { name: '接任', exact: true })).toContainText('示例丁已接任')
  await look(page, '76-已接任')
  await goToScreen(page, '操作记录')
  await expect(page.getByRole('grid').getByRole('row').nth(1)).toContainText(
    '接任：示例丁接替样例填报人（审核人口令授权）',
  )
  await expect(page.getByRole('grid').getByRole('row').nth(1)).toContainText('示例丁')
  await look(page, '77-操作记录-接任')
  await app.close()
})

test('a forgotten 锁屏口令: the 审核人 opens the screen, and the lock is gone', async ({ userData }) => {
  const first = await start(userData)
  await seedCounty(first.page)
  await protect(first.page)
  const set = await first.page.evaluate(() =>
    (window as unknown as { readonly desktop: Desktop }).desktop.call('lock:set', {
      current: null,
      passphrase: '没人记得',
      minutes: 10,
    }),
  )
  expect(set.ok).toBe(true)
  await first.app.close()

  const { app, page } = await start(userData)
  const screen = page.getByRole('dialog', { name: '屏幕已锁定' })
  await screen.getByRole('button', { name: '忘记锁屏口令' }).click()
  const form = screen.getByRole('form', { name: '忘记锁屏口令' })
  await form.getByRole('textbox', { name: '审核人口令' }).fill('猜一个口令试试看')
  await form.getByRole('button', { name: '解锁并停用屏幕锁' }).click()
  await expect(form.getByRole('alert')).toContainText('不对')
  await look(page, '78-忘记锁屏口令')
  await form.getByRole('textbox', { name: '审核人口令' }).fill(REVIEWER)
  await form.getByRole('button', { name: '解锁并停用屏幕锁' }).click()
  await expect(page.getByText('共 120 条')).toBeVisible()
  await app.close()
})
