import type { Page } from '@playwright/test'
import { expect, launchApp, test } from './launch.ts'
import { SetupPage } from './pages/setup.ts'
import { look, SCREEN } from './screen-checks.ts'

const FIRM = '平江县样例海原新能源材料股份有限公司'

async function typeProduct(page: Page, value: string): Promise<void> {
  const field = page.getByRole('complementary', { name: FIRM }).getByRole('textbox', { name: '主导产品' })
  await field.fill(value)
  await page.keyboard.press('Enter')
  await expect(field).toHaveValue(value)
}

test('a cell changed twice shows its 历史, and the first value is taken again', async ({ userData }) => {
  const { app, page } = await launchApp({ userData })
  await page.setViewportSize(SCREEN)
  await new SetupPage(page).trySampleCounty()
  const row = page.getByRole('row', { name: FIRM, exact: true })
  await row.hover()
  await row.getByRole('button', { name: '打开' }).click()
  const panel = page.getByRole('complementary', { name: FIRM })
  const product = panel.getByRole('textbox', { name: '主导产品' })
  const first = await product.inputValue()
  await typeProduct(page, '负极材料')
  await typeProduct(page, '储能电池')

  await product.press('Control+h')
  const history = page.getByRole('dialog', { name: `历史：${FIRM} 的主导产品` })
  await expect(history.getByRole('listitem')).toHaveCount(3)
  await expect(history.getByRole('listitem').first()).toContainText('储能电池现值')
  await look(page, '50-历史-一格')
  await history.getByRole('button', { name: `用回这个值：主导产品 ${first}` }).click()
  await expect(history.getByRole('listitem').first()).toContainText('恢复')
  await expect(history.getByRole('listitem').first()).toContainText(`${first}现值`)
  await history.getByRole('button', { name: '查看整条记录的历史' }).click()
  await expect(page.getByRole('dialog', { name: `历史：${FIRM}`, exact: true })).toContainText('企业名称')
  await look(page, '51-历史-整条记录')
  await page.keyboard.press('Escape')
  await expect(product).toHaveValue(first)
  await product.focus()
  await look(page, '52-企业-字段历史')
  await panel.getByRole('button', { name: '主导产品的历史' }).click()
  await expect(history).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: `撤销：恢复 ${FIRM} 的 主导产品` })).toBeEnabled()
  await app.close()
})
