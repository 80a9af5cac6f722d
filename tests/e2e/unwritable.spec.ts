import { mkdir, rename, symlink, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, launchApp, test } from './launch.ts'
import { gridCell } from './pages/grid.ts'
import { goToScreen, SetupPage } from './pages/setup.ts'
import { look, SCREEN } from './screen-checks.ts'

const FIRM = '平江县样例海原新能源材料股份有限公司'

test('what is typed while the data folder is gone stays on screen, says so, and is saved once it is back', async ({
  userData,
}) => {
  const folder = path.join(userData, '台账')
  const journal = path.join(folder, 'journal')
  await mkdir(folder)
  // A junction, as Windows lets no folder go while one of its files is open: the way to it goes, the file stays open.
  await mkdir(path.join(userData, '另一块磁盘'))
  await symlink(path.join(userData, '另一块磁盘'), journal, 'junction')
  await writeFile(path.join(userData, 'settings.json'), JSON.stringify({ dataFolder: folder }))
  const { app, page } = await launchApp({ userData })
  await page.setViewportSize(SCREEN)
  await new SetupPage(page).trySampleCounty()
  const others = page.getByRole('row').filter({ has: page.locator('[data-column="product"]') })
  const other = (await others.nth(2).getAttribute('aria-label')) ?? ''
  const mark = page.getByRole('status', { name: '保存状态' })

  await gridCell(page, FIRM, 'product').click()
  await page.keyboard.press('Control+Enter')
  const panel = page.getByRole('complementary', { name: FIRM })
  const product = panel.getByRole('textbox', { name: '主导产品' })
  await product.fill('石墨负极')
  await rename(journal, `${journal}-away`)
  await page.keyboard.press('Enter')
  await expect(panel.getByRole('alert')).toContainText('没有保存：数据文件夹“台账”不在原来的位置')
  await expect(product).toHaveValue('石墨负极')
  await expect(mark).toHaveText('1 处没有保存')
  await look(page, '41-没有保存-表单')

  // Closed and gone elsewhere, the text is still there, and so is its reason.
  await panel.getByRole('button', { name: '关闭' }).click()
  await goToScreen(page, '专利')
  await goToScreen(page, '企业')
  await gridCell(page, FIRM, 'product').click()
  await page.keyboard.press('Control+Enter')
  await expect(product).toHaveValue('石墨负极')
  await expect(panel.getByRole('alert')).toContainText('没有保存')
  await panel.getByRole('button', { name: '关闭' }).click()

  await gridCell(page, other, 'product').click()
  await page.keyboard.type('茶油')
  await page.keyboard.press('Enter')
  await expect(gridCell(page, other, 'product')).toHaveText('茶油')
  await expect(page.getByText('1 处没有保存，点开单元格看原因')).toBeVisible()
  await expect(mark).toHaveText('2 处没有保存')

  await page.keyboard.press('Control+j')
  const note = page.getByRole('form', { name: '记一笔' })
  await note.getByLabel('做了什么').fill('上门了解原料来源')
  await page.keyboard.press('Enter')
  await expect(note.getByRole('alert')).toContainText('没有保存')
  await expect(note.getByLabel('做了什么')).toHaveValue('上门了解原料来源')
  await look(page, '42-没有保存-记一笔')

  await rename(`${journal}-away`, journal)
  await note.getByLabel('做了什么').press('Enter')
  await expect(note.getByRole('status')).toContainText('已记下')
  await page.keyboard.press('Escape')
  await gridCell(page, other, 'product').click()
  await page.keyboard.press('F2')
  await page.keyboard.press('Enter')
  await expect(mark).toHaveText('1 处没有保存')
  await gridCell(page, FIRM, 'product').click()
  await page.keyboard.press('Control+Enter')
  await product.focus()
  await page.keyboard.press('Enter')
  await expect(mark).toHaveText('已保存')
  await expect(panel.getByRole('alert')).toHaveCount(0)
  await app.close()

  const again = await launchApp({ userData })
  await expect(gridCell(again.page, FIRM, 'product')).toHaveText('石墨负极')
  await expect(gridCell(again.page, other, 'product')).toHaveText('茶油')
  await again.app.close()
})
