import path from 'node:path'
import type { Page } from '@playwright/test'
import { expect, launchApp, test } from './launch.ts'
import { chooseYear, SetupPage } from './pages/setup.ts'

const WORKBOOKS = path.resolve(import.meta.dirname, '../fixtures/workbooks')

async function startWithUnit(page: Page): Promise<void> {
  const setup = new SetupPage(page)
  await setup.chooseUnit('平江县')
  await setup.field('填报人').fill('示例员')
  await setup.finish()
  await expect(page.getByText('名录还是空的')).toBeVisible()
  await chooseYear(page, 2021)
}

/** Chooses a workbook on the import screen; returns the counts of the four piles and the announced total. */
async function openWorkbook(page: Page, name: string): Promise<{ counts: number[]; total: string }> {
  await page.locator('main input[type=file]').setInputFiles(path.join(WORKBOOKS, name))
  const tabs = page.getByRole('tablist', { name: '四类行' }).getByRole('tab')
  await expect(tabs).toHaveCount(4, { timeout: 30_000 })
  const texts = await tabs.allInnerTexts()
  const total = await page.getByText(/^共 \d+ 行$/).innerText()
  return { counts: texts.map((text) => Number(/\d+$/.exec(text.trim())?.[0])), total }
}

async function takeCleanList(page: Page): Promise<void> {
  await page.getByRole('button', { name: '导入企业名单' }).click()
  expect(await openWorkbook(page, 'enterprises-clean-120.xlsx')).toEqual({
    counts: [120, 0, 0, 1],
    total: '共 121 行',
  })
  const take = page.getByRole('button', { name: '导入 120 家企业' })
  await expect(take).toBeDisabled()
  await page.getByRole('radio', { name: '已审定' }).check()
  await take.click()
  await expect(page.getByText('新增 120 行，更新 0 行，无变化 0 行，不导入 0 行')).toBeVisible()
}

test('a clean list of 120 firms is taken in and put on the list of the year, undo takes it back', async ({
  userData,
}) => {
  const { app, page } = await launchApp({ userData })
  await startWithUnit(page)
  await takeCleanList(page)

  await page.getByRole('button', { name: '查看年度名单' }).click()
  await expect(page.getByText('计入 120 家')).toBeVisible()
  await page.getByText('企业名录', { exact: true }).click()
  await expect(page.getByText('共 120 条')).toBeVisible()
  await page.getByRole('button', { name: '撤销' }).click()
  await expect(page.getByText('名录还是空的')).toBeVisible()
  await app.close()
})

test('a messy list shows every row in one of four piles and what would become of it', async ({
  userData,
}) => {
  const { app, page } = await launchApp({ userData })
  await startWithUnit(page)
  await takeCleanList(page)

  await page.getByRole('button', { name: '再导入一个文件' }).click()
  const { counts, total } = await openWorkbook(page, 'enterprises-messy.xlsx')
  expect(total).toBe(`共 ${counts.reduce((sum, count) => sum + count, 0)} 行`)
  // The sample announces 80 data rows; the 13 others are title, header, group, total and signature rows.
  expect([counts[0], (counts[1] ?? 0) + (counts[2] ?? 0), counts[3], total]).toEqual([0, 80, 13, '共 93 行'])
  await expect(page.getByText(/工作表“旧版”不导入/)).toBeVisible()
  await expect(page.getByText(/列“内部编号”不导入/)).toBeVisible()

  const rows = page.getByRole('list', { name: '文件中的行' })
  const wrongCode = rows.getByRole('listitem').filter({ hasText: '湖南样例铭罗生物科技股份有限公司' })
  await wrongCode.getByRole('button').click()
  await expect(wrongCode.getByRole('row').filter({ hasText: 'C12' })).toContainText(
    '91430626EX10000710不导入这一格',
  )
  await wrongCode.getByRole('checkbox').check()
  await expect(wrongCode).toContainText('按名称暂存')

  await page.getByRole('radio', { name: '已审定' }).check()
  await page.getByRole('button', { name: /^导入 \d+ 家企业$/ }).click()
  await page.getByRole('button', { name: '撤销这次导入' }).click()
  await expect(page.getByText('已撤销', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: '查看企业' }).click()
  await expect(page.getByText('共 120 条')).toBeVisible()
  await app.close()
})

test('an imported firm is found by its initials, leaves the list with a reason and stays counted', async ({
  userData,
}) => {
  const { app, page } = await launchApp({ userData })
  await startWithUnit(page)
  await takeCleanList(page)

  await page.getByRole('button', { name: '查看企业' }).click()
  await page.getByRole('textbox', { name: '名称、代码或拼音首字母' }).fill('pjxslzx')
  await expect(page.getByRole('row', { name: '平江县示例智星电气有限责任公司' })).toBeVisible()
  await expect(page.getByText(/筛选后 1 条/)).toBeVisible()

  await page.getByText('年度名单', { exact: true }).click()
  await page.getByRole('checkbox', { name: '选择 平江县示例智星电气有限责任公司' }).check()
  await page.getByRole('button', { name: '退出名单' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('退出日期').fill('2021.9.31')
  await dialog.getByRole('button', { name: '企业注销' }).click()
  await dialog.getByRole('button', { name: '退出名单' }).click()
  await expect(dialog.getByText(/31/)).toBeVisible()
  await dialog.getByLabel('退出日期').fill('2021.9.30')
  await dialog.getByRole('button', { name: '退出名单' }).click()
  await expect(page.getByText('退出 1')).toBeVisible()
  await expect(page.getByText('计入 120 家')).toBeVisible()
  await expect(page.getByRole('row', { name: '平江县示例智星电气有限责任公司' })).toContainText('已退出')
  await app.close()
})
