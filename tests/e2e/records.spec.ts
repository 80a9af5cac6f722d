import type { Locator, Page } from '@playwright/test'
import { expect, launchApp, test } from './launch.ts'
import { ImportPage } from './pages/import.ts'
import { goToScreen, SetupPage } from './pages/setup.ts'
import { look, SCREEN } from './screen-checks.ts'

const FIRM = '平江县样例海原新能源材料股份有限公司'
const FIRM_CODE = '91430626EX1000012P'
const TWIN = '海原新能源公司'

async function startSampleCounty(userData: string) {
  const { app, page } = await launchApp({ userData })
  await page.setViewportSize(SCREEN)
  await new SetupPage(page).trySampleCounty()
  return { app, page }
}

async function showTab(page: Page, title: string): Promise<void> {
  await page.getByRole('main').getByText(title, { exact: true }).click()
}

async function voidWith(page: Page, reason: string): Promise<void> {
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: reason }).click()
  await dialog.getByRole('button', { name: '作废', exact: true }).click()
  await expect(dialog).toHaveCount(0)
}

const tick = (page: Page, row: string): Promise<void> =>
  page.getByRole('checkbox', { name: `选择 ${row}`, exact: true }).check()

test('two records of one firm become one by a choice, and 撤销 parts them', async ({ userData }) => {
  const { app, page } = await startSampleCounty(userData)
  await page.getByRole('button', { name: '新增企业' }).click()
  const adding = page.getByRole('dialog', { name: '新增企业' })
  await adding.getByLabel('企业名称').fill(TWIN)
  await page.keyboard.press('Escape')
  await expect(adding.getByLabel('企业名称')).toHaveValue(TWIN)
  await adding.getByRole('button', { name: '新增', exact: true }).click()
  const panel = page.getByRole('complementary', { name: TWIN })
  await panel.getByRole('textbox', { name: '统一社会信用代码' }).fill(FIRM_CODE)
  await page.keyboard.press('Enter')
  await panel.getByRole('textbox', { name: '主导产品' }).fill('负极材料')
  await page.keyboard.press('Enter')

  await expect(panel.getByText(`与“${FIRM}”代码相同`)).toBeVisible()
  await panel.getByRole('button', { name: '合并…' }).click()
  const dialog = page.getByRole('dialog', { name: '合并企业' })
  await expect(dialog.getByRole('status')).toContainText('还有 2 处没有选定')
  await expect(dialog.getByRole('button', { name: '合并', exact: true })).toBeDisabled()
  await look(page, '18-合并企业')
  await sideButton(dialog, 1).click()
  await dialog.getByRole('radio', { name: '负极材料', exact: true }).check()
  await dialog.getByRole('button', { name: '合并', exact: true }).click()

  await expect(page.getByText('共 120 条')).toBeVisible()
  const merged = page.getByRole('complementary', { name: FIRM })
  await expect(merged.getByRole('textbox', { name: '主导产品' })).toHaveValue('负极材料')
  await expect(merged).toContainText(TWIN)
  await page.getByRole('button', { name: /^撤销：合并企业/ }).click()
  await expect(page.getByText('共 121 条')).toBeVisible()
  await app.close()
})

const sideButton = (dialog: Locator, side: number): Locator =>
  dialog.getByRole('button', { name: '都用这一边的' }).nth(side)

test('what was 作废 by mistake is found again and restored: list, activities, own columns', async ({
  userData,
}) => {
  const { app, page } = await startSampleCounty(userData)
  await showTab(page, '年度名单')
  await tick(page, FIRM)
  await page.getByRole('button', { name: '作废', exact: true }).click()
  await voidWith(page, '录入错误')
  await expect(page.getByText('计入 119 家')).toBeVisible()
  await page.getByRole('button', { name: '已作废 1' }).click()
  await expect(page.getByRole('row', { name: FIRM })).toContainText('录入错误')
  await tick(page, FIRM)
  await look(page, '19-年度名单-已作废')
  await page.getByRole('button', { name: '恢复 1 家' }).click()
  await page.getByRole('button', { name: '显示全部' }).click()
  await expect(page.getByText('计入 120 家')).toBeVisible()

  await showTab(page, '企业名录')
  await page.getByRole('button', { name: '自定义列', exact: true }).click()
  const columns = page.getByRole('dialog', { name: '自定义列' })
  await columns.getByLabel('新列名').fill('内部编号')
  await columns.getByRole('button', { name: '添加' }).click()
  await columns.getByRole('button', { name: '作废列 内部编号' }).click()
  await columns.getByRole('button', { name: '恢复列 内部编号' }).click()
  await expect(columns.getByLabel('列名 内部编号')).toHaveValue('内部编号')
  await page.keyboard.press('Escape')

  await goToScreen(page, '服务活动')
  await page.getByRole('grid').getByRole('row').nth(1).getByRole('checkbox').check()
  await page.getByRole('button', { name: '作废', exact: true }).click()
  await voidWith(page, '重复登记')
  await expect(page.getByText('共 299 条')).toBeVisible()
  await page.getByRole('button', { name: '已作废 1' }).click()
  await page.getByRole('grid').getByRole('row').nth(1).getByRole('checkbox').check()
  await look(page, '29-服务活动-已作废')
  await page.getByRole('button', { name: '恢复 1 条' }).click()
  await page.getByRole('button', { name: '显示全部' }).click()
  await expect(page.getByText('共 300 条')).toBeVisible()
  await app.close()
})

test('a list imported as 拟报 is raised by the same list imported as 已审定, and the year is remembered', async ({
  userData,
}) => {
  const first = await launchApp({ userData })
  await first.page.setViewportSize(SCREEN)
  await new SetupPage(first.page).beginCounty()
  await first.page.getByRole('button', { name: '导入企业名单' }).click()
  const workbooks = new ImportPage(first.page)
  await workbooks.chooseFile('enterprises-clean-120.xlsx')
  await expect(first.page.getByText('请先回答名单是否已审定')).toBeVisible()
  await first.page.getByRole('radio', { name: '还没有' }).check()
  await workbooks.confirm()
  await first.page.getByRole('button', { name: '再导入一个文件' }).click()
  await workbooks.chooseFile('enterprises-clean-120.xlsx')
  await workbooks.answerListIsApproved()
  await first.page.getByRole('tab', { name: /可导入/ }).click()
  const row = first.page.getByRole('list', { name: '文件中的行' }).getByRole('listitem').first()
  await row.getByRole('button').click()
  await expect(row.getByRole('row').filter({ hasText: '名单状态' })).toContainText('按上方选择拟报县级审定')
  expect(await workbooks.confirm()).toContain('新增 0 行，更新 120 行')
  await first.app.close()

  const second = await launchApp({ userData })
  await expect(second.page.getByRole('combobox', { name: '工作年度' })).toHaveValue('2021')
  await showTab(second.page, '年度名单')
  await expect(second.page.getByText('计入 120 家')).toBeVisible()
  await second.app.close()
})
