import type { Page } from '@playwright/test'
import { expect, launchApp, test } from './launch.ts'
import { goToScreen, SetupPage } from './pages/setup.ts'
import { look, SCREEN } from './screen-checks.ts'

const FIRM = '平江县样例海原新能源材料股份有限公司'
const PASSPHRASE = '桂花2021'

async function unlock(page: Page, passphrase: string): Promise<void> {
  const screen = page.getByRole('dialog', { name: '屏幕已锁定' })
  await screen.getByLabel('锁屏口令', { exact: true }).fill(passphrase)
  await screen.getByRole('button', { name: '解锁' }).click()
}

test('a locked screen keeps what is being typed, opens only with the 口令, and is locked again after a start', async ({
  userData,
}) => {
  const first = await launchApp({ userData })
  const { page } = first
  await page.setViewportSize(SCREEN)
  await new SetupPage(page).trySampleCounty()
  await goToScreen(page, '设置')
  const section = page.getByRole('region', { name: '屏幕锁' })
  await expect(section).toContainText('未启用')
  await section.getByRole('button', { name: '启用屏幕锁' }).click()
  const dialog = page.getByRole('dialog', { name: '启用屏幕锁' })
  await dialog.getByLabel('锁屏口令（至少 4 个字符）').fill(PASSPHRASE)
  await dialog.getByLabel('再输一次').fill('桂花')
  await dialog.getByRole('button', { name: '启用', exact: true }).click()
  await expect(dialog).toContainText('两次输入的口令不一样')
  await dialog.getByLabel('再输一次').fill(PASSPHRASE)
  await look(page, '70-启用屏幕锁')
  await dialog.getByRole('button', { name: '启用', exact: true }).click()
  await expect(section).toContainText('离开 10 分钟自动锁定')
  await look(page, '71-设置-屏幕锁')

  await goToScreen(page, '企业')
  const row = page.getByRole('row', { name: FIRM, exact: true })
  await row.hover()
  await row.getByRole('button', { name: '打开' }).click()
  const product = page.getByRole('complementary', { name: FIRM }).getByRole('textbox', { name: '主导产品' })
  await product.fill('负极材料')
  await page.keyboard.press('Control+l')
  const screen = page.getByRole('dialog', { name: '屏幕已锁定' })
  await expect(screen).toBeVisible()
  for (const key of ['Escape', 'Escape', 'Escape']) await page.keyboard.press(key)
  // The shortcuts of the screens behind, with the focus on a button of the lock.
  await screen.getByRole('button', { name: '忘记锁屏口令' }).focus()
  for (const key of ['Control+z', 'Control+j', 'Control+k']) await page.keyboard.press(key)
  await expect(screen).toBeVisible()
  await unlock(page, '不是口令')
  await expect(screen).toContainText('锁屏口令不对')
  await look(page, '72-屏幕已锁定')
  await unlock(page, PASSPHRASE)
  await expect(screen).toHaveCount(0)
  await expect(product).toHaveValue('负极材料')
  await expect(page.getByRole('button', { name: `撤销：修改 ${FIRM} 的主导产品（Ctrl+Z）` })).toBeVisible()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await first.app.close()

  const second = await launchApp({ userData })
  await second.page.setViewportSize(SCREEN)
  await expect(second.page.getByRole('dialog', { name: '屏幕已锁定' })).toBeVisible()
  await expect(second.page.getByText(FIRM)).toHaveCount(0)
  await unlock(second.page, PASSPHRASE)
  await expect(second.page.getByRole('row', { name: FIRM, exact: true })).toBeVisible()
  await second.page.clock.install()
  await second.page.reload()
  await unlock(second.page, PASSPHRASE)
  await expect(second.page.getByRole('row', { name: FIRM, exact: true })).toBeVisible()
  await second.page.clock.fastForward('09:30')
  await expect(second.page.getByRole('dialog', { name: '屏幕已锁定' })).toHaveCount(0)
  await second.page.clock.fastForward('00:40')
  await expect(second.page.getByRole('dialog', { name: '屏幕已锁定' })).toBeVisible()
  await unlock(second.page, PASSPHRASE)
  await goToScreen(second.page, '设置')
  await second.page.getByRole('button', { name: '停用', exact: true }).click()
  const removal = second.page.getByRole('dialog', { name: '停用屏幕锁' })
  await removal.getByLabel('锁屏口令', { exact: true }).fill(PASSPHRASE)
  await removal.getByRole('button', { name: '停用' }).click()
  await expect(second.page.getByRole('region', { name: '屏幕锁' })).toContainText('未启用')
  await second.app.close()
})
