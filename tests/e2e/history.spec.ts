import type { Page } from '@playwright/test'
import { expect, launchApp, test } from './launch.ts'
import { gridCell } from './pages/grid.ts'
import { ImportPage } from './pages/import.ts'
import { goToScreen, SetupPage } from './pages/setup.ts'
import { look, SCREEN } from './screen-checks.ts'

const FIRM = '平江县样例海原新能源材料股份有限公司'

async function openFirm(page: Page): Promise<void> {
  const row = page.getByRole('row', { name: FIRM, exact: true })
  await row.hover()
  await row.getByRole('button', { name: '打开' }).click()
}

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
  await openFirm(page)
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

test('an import is taken back from 操作记录 after a restart, later cells stay, and it is brought again', async ({
  userData,
}) => {
  const first = await launchApp({ userData })
  await first.page.setViewportSize(SCREEN)
  await new SetupPage(first.page).beginCounty()
  await first.page.getByRole('button', { name: '导入企业名单' }).click()
  const workbooks = new ImportPage(first.page)
  await workbooks.chooseFile('enterprises-clean-120.xlsx')
  await workbooks.answerListIsApproved()
  await workbooks.confirm()
  await goToScreen(first.page, '企业')
  await openFirm(first.page)
  await typeProduct(first.page, '负极材料')
  await first.app.close()

  const { app, page } = await launchApp({ userData })
  await page.setViewportSize(SCREEN)
  await goToScreen(page, '操作记录')
  await look(page, '53-操作记录')
  await page.getByText('只看导入', { exact: true }).click()
  const row = page.getByRole('grid').getByRole('row').nth(1)
  await row.hover()
  await row.getByRole('button', { name: '打开' }).click()
  const panel = page.getByRole('complementary')
  await expect(panel).toContainText('保留1处：之后又改过，不受影响。')
  await look(page, '54-操作记录-撤销这次')
  await panel.getByRole('button', { name: '撤销这次' }).click()
  await expect(page.getByRole('alert').filter({ hasText: '保留1处' })).toBeVisible()
  await expect(panel).toContainText('已撤销')
  await goToScreen(page, '企业')
  await expect(page.getByText('共 1 条')).toBeVisible()
  await goToScreen(page, '操作记录')
  await page.getByRole('textbox', { name: '搜索操作、操作人或文件' }).fill('enterprises-clean')
  const undone = page.getByRole('grid').getByRole('row').nth(1)
  await expect(undone).toContainText('已撤销')
  await undone.hover()
  await undone.getByRole('button', { name: '打开' }).click()
  await look(page, '55-操作记录-重做')
  await page.getByRole('complementary').getByRole('button', { name: '重做' }).click()
  await expect(undone).toContainText('有效')
  await goToScreen(page, '企业')
  await expect(page.getByText('共 120 条')).toBeVisible()
  const cell = gridCell(page, FIRM, 'product')
  await expect(cell).toHaveText('负极材料')
  await cell.click()
  await page.keyboard.press('Control+h')
  await expect(page.getByRole('dialog', { name: `历史：${FIRM} 的主导产品` })).toContainText('负极材料')
  await app.close()
})

test('撤销 of an import tells before and after what points at its firms, and 重做 brings all of it back', async ({
  userData,
}) => {
  const { app, page } = await launchApp({ userData })
  await page.setViewportSize(SCREEN)
  await new SetupPage(page).trySampleCounty()
  await goToScreen(page, '操作记录')
  const row = page.getByRole('row', { name: '导入 120 家企业', exact: true })
  await row.hover()
  await row.getByRole('button', { name: '打开' }).click()
  const panel = page.getByRole('complementary')
  const pointing = /另有\d+条记录用到去掉的企业：.*发明专利\d+条在“专利”中标为“专利权人不在名录”；/
  await expect(panel).toContainText(pointing)
  await expect(panel).toContainText(
    /企业数据\d+条不再显示，也不计入；服务活动\d+条在“服务活动”中按名录外企业记。/,
  )
  await look(page, '60-操作记录-用到去掉的企业')
  await panel.getByRole('button', { name: '撤销这次' }).click()
  await expect(page.getByRole('alert').filter({ hasText: pointing })).toBeVisible()
  await look(page, '61-操作记录-已撤销')
  await panel.getByRole('button', { name: '重做' }).click()
  await goToScreen(page, '企业')
  await expect(page.getByText('共 120 条')).toBeVisible()
  await app.close()
})

test('撤销 and 重做 are named in words and survive a restart each', async ({ userData }) => {
  const first = await launchApp({ userData })
  await new SetupPage(first.page).trySampleCounty()
  const before = await gridCell(first.page, FIRM, 'product').innerText()
  await openFirm(first.page)
  await typeProduct(first.page, '负极材料')
  await first.app.close()

  const second = await launchApp({ userData })
  const undo = second.page.getByRole('banner').getByRole('button', { name: /^撤销/ })
  await expect(undo).toHaveAccessibleName(`撤销：修改 ${FIRM} 的主导产品（Ctrl+Z）`)
  await undo.click()
  await expect(second.page.getByRole('alert')).toContainText(`已撤销：修改 ${FIRM} 的主导产品`)
  await expect(gridCell(second.page, FIRM, 'product')).toHaveText(before)
  await second.app.close()

  const { app, page } = await launchApp({ userData })
  const redo = page.getByRole('banner').getByRole('button', { name: /^重做/ })
  await expect(redo).toHaveAccessibleName(`重做：修改 ${FIRM} 的主导产品（Ctrl+Y）`)
  await redo.click()
  await expect(gridCell(page, FIRM, 'product')).toHaveText('负极材料')
  await app.close()
})
