import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { ElectronApplication, Locator, Page } from '@playwright/test'
import { expect, launchApp, test } from './launch.ts'
import { answerWithFolder } from './pages/dialogs.ts'
import { ImportPage } from './pages/import.ts'
import { ReportSteps } from './pages/report-steps.ts'
import { goToScreen, SetupPage } from './pages/setup.ts'
import { foreignWords, look, SCREEN } from './screen-checks.ts'

const BUNDLES = path.resolve(import.meta.dirname, '../fixtures/bundles')
const PASSPHRASE = '一句容易记住的话二〇二一'

async function startSampleCounty(userData: string): Promise<{ app: ElectronApplication; page: Page }> {
  const { app, page } = await launchApp({ userData })
  await page.setViewportSize(SCREEN)
  await new SetupPage(page).trySampleCounty()
  return { app, page }
}

const main = (page: Page): Locator => page.getByRole('main')
const firstRow = (page: Page): Locator => page.getByRole('grid').getByRole('row').nth(1)

async function openFirstRow(page: Page): Promise<void> {
  await firstRow(page).hover()
  await firstRow(page).getByRole('button', { name: '打开' }).click()
  await expect(page.getByRole('complementary')).toBeVisible()
}

async function showThirdQuarter(page: Page): Promise<void> {
  await page.getByRole('radiogroup', { name: '季度' }).getByText('三季度').click()
}

test('a word of the program is told from file names, codes and keys', () => {
  const fine = '导出 PDF(Ctrl+K)YY-430626_2021Q3_0001.pbz.json C38 支持 .xlsx、.et 的 WPS 表格'
  expect(foreignWords(`${fine} Loading undefined`)).toEqual(['Loading', 'undefined'])
})

test('首次设置 fits the screen', async ({ userData }) => {
  const { app, page } = await launchApp({ userData })
  await page.setViewportSize(SCREEN)
  const setup = new SetupPage(page)
  await expect(setup.heading).toBeVisible()
  await look(page, '01-首次设置-单位')
  await setup.chooseUnit('平江县')
  await look(page, '02-首次设置-档案')
  await app.close()
})

test('企业，专利，企业数据，服务活动，实施方案 fit the screen', async ({ userData }) => {
  const { app, page } = await startSampleCounty(userData)
  await expect(page.getByText('共 120 条')).toBeVisible()
  await look(page, '10-企业名录')
  await openFirstRow(page)
  await look(page, '11-企业-侧栏')
  await main(page).getByText('年度名单', { exact: true }).click()
  await expect(page.getByText('计入 120 家')).toBeVisible()
  await look(page, '12-年度名单')
  await openFirstRow(page)
  await look(page, '13-年度名单-侧栏')

  await main(page).getByRole('button', { name: '导入', exact: true }).click()
  await look(page, '14-导入')
  await new ImportPage(page).chooseFile('enterprises-messy.xlsx')
  await look(page, '15-导入预览-需处理')
  await page.getByRole('tab', { name: /已自动规范/ }).click()
  await look(page, '16-导入预览-已规范')
  await page.getByRole('button', { name: '列对应', exact: true }).click()
  await look(page, '17-导入预览-列对应')

  for (const [number, screen] of [
    ['20', '专利'],
    ['22', '企业数据'],
    ['24', '服务活动'],
  ] as const) {
    await goToScreen(page, screen)
    await expect(firstRow(page)).toBeVisible()
    await look(page, `${number}-${screen}`)
    await openFirstRow(page)
    await look(page, `${Number(number) + 1}-${screen}-侧栏`)
  }
  await goToScreen(page, '实施方案')
  await expect(page.getByRole('grid').or(main(page).getByRole('heading')).first()).toBeVisible()
  await look(page, '26-实施方案-方案')
  const parts = await page.getByRole('radiogroup', { name: '方案内容' }).locator('label').allInnerTexts()
  for (const part of parts.slice(1)) {
    await page.getByRole('radiogroup', { name: '方案内容' }).getByText(part, { exact: true }).click()
    await look(page, `27-实施方案-${part}`)
  }
  await app.close()
})

test('进度，打印，设置，记一笔，Ctrl+K and the dark colours fit the screen', async ({ userData }) => {
  const { app, page } = await startSampleCounty(userData)
  await goToScreen(page, '进度')
  await showThirdQuarter(page)
  await look(page, '30-进度')
  await page.getByRole('button', { name: /^实现破零企业 累计/ }).click()
  await look(page, '31-进度-原因')
  await page.getByRole('button', { name: '手工填列…' }).click()
  const stating = page.getByRole('form', { name: '手工填列' })
  await stating.getByLabel('填列数（家）').fill('6')
  await stating.getByLabel('填列理由').fill('另有一家的佐证为纸质件')
  await look(page, '31-进度-手工填列')
  await stating.getByRole('button', { name: '填列', exact: true }).click()
  await expect(page.getByRole('button', { name: '实现破零企业 累计 6' })).toBeVisible()
  await expect(page.getByText('另有一家的佐证为纸质件。系统测算为')).toBeVisible()
  await look(page, '31-进度-已填列')
  await page.getByRole('button', { name: '恢复系统测算' }).click()
  await expect(page.getByRole('button', { name: '实现破零企业 累计 6' })).toHaveCount(0)

  await goToScreen(page, '打印')
  await showThirdQuarter(page)
  const forms = page.getByRole('group', { name: '要打印的表' })
  for (const wanted of ['表1', '表5', '表8']) {
    for (const form of ['表1', '表5', '表8']) {
      await forms.getByRole('checkbox', { name: new RegExp(`^${form}`) }).setChecked(form === wanted)
    }
    await expect(page.getByText(/第 1 页，共 \d+ 页/)).toBeVisible()
    await look(page, `32-打印-${wanted}`)
  }

  await goToScreen(page, '设置')
  await look(page, '40-设置')
  await goToScreen(page, '企业')
  await page.keyboard.press('Control+j')
  const box = page.getByRole('form', { name: '记一笔' })
  await expect(box.getByLabel('服务对象', { exact: true })).toBeFocused()
  await page.keyboard.type('湖南')
  await expect(box.getByRole('option').first()).toBeVisible()
  await look(page, '41-记一笔-服务对象')
  // Nothing half-written may be left, or closing the program asks about it.
  await box.getByLabel('服务对象', { exact: true }).fill('')
  await box.getByLabel('做了什么').focus()
  await look(page, '41-记一笔')
  await page.keyboard.press('Escape')
  await expect(box).toHaveCount(0)
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('combobox', { name: '查找功能、企业、操作' })).toBeFocused()
  await page.keyboard.type('pj')
  await expect(page.getByRole('listbox', { name: '查找结果' }).getByRole('option')).toHaveCount(12)
  await look(page, '42-查找')
  await page.keyboard.press('Escape')

  await goToScreen(page, '设置')
  await page.getByRole('radiogroup', { name: '颜色' }).getByText('深色').click()
  await look(page, '50-深色-设置')
  await goToScreen(page, '企业')
  await expect(firstRow(page)).toBeVisible()
  await openFirstRow(page)
  await look(page, '51-深色-企业')
  await goToScreen(page, '进度')
  await showThirdQuarter(page)
  await look(page, '52-深色-进度')
  await app.close()
})

test('报送 step by step and 验证 of good and bad files fit the screen', async ({ userData }) => {
  const { app, page } = await startSampleCounty(userData)
  await goToScreen(page, '报送')
  const steps = new ReportSteps(page)
  await showThirdQuarter(page)
  await look(page, '60-报送-检查清单')
  await steps.explainEverything('企业未报，已催报')
  await look(page, '61-报送-检查清单-已说明')
  await steps.step('送审稿').click()
  await expect(page.getByText(/第 1 页，共 \d+ 页/)).toBeVisible()
  await look(page, '62-报送-送审稿')
  await steps.step('定稿签名').click()
  await look(page, '63-报送-建密钥')
  await steps.makePreparerKey(PASSPHRASE)
  await steps.makeReviewerKey(PASSPHRASE)
  await look(page, '64-报送-定稿签名')
  await steps.sign(PASSPHRASE)
  await look(page, '65-报送-审核签名')
  await steps.countersign(PASSPHRASE)
  await look(page, '66-报送-两人已签')
  await steps.step('输出报送材料').click()
  await look(page, '67-报送-输出')
  await answerWithFolder(app, path.join(userData, 'U盘'))
  await page.getByRole('button', { name: '选择位置并输出…' }).click()
  await expect(page.getByRole('region', { name: '已写入' })).toBeVisible({ timeout: 60_000 })
  await look(page, '68-报送-已输出')
  await page.getByRole('button', { name: '下一步：报送登记' }).click()
  await look(page, '69-报送-登记')
  await page.getByRole('button', { name: '登记', exact: true }).click()
  await expect(steps.step('报送登记')).toContainText('已登记')
  await look(page, '70-报送-已登记')
  await steps.step('以往报送').click()
  await look(page, '71-报送-以往报送')
  await page.getByRole('row').getByRole('button', { name: '验证' }).click()
  await expect(page.getByRole('region', { name: '逐项检查' })).toBeVisible()
  await look(page, '73-验证-本机文件')

  await goToScreen(page, '验证')
  await look(page, '72-验证')
  const good = await readFile(path.join(BUNDLES, 'report-two-signatures.pbz.json'))
  const bad = Buffer.from(good)
  bad[bad.length >> 1] = (bad[bad.length >> 1] ?? 0) ^ 1
  for (const [name, buffer] of [
    ['74-验证-未登记', good],
    ['75-验证-被改动', bad],
  ] as const) {
    await goToScreen(page, '验证')
    const file = { name: 'YY-430626_2021Q3_0007.pbz.json', mimeType: 'application/json', buffer }
    await main(page).locator('input[type=file]').first().setInputFiles(file)
    await expect(page.getByRole('region', { name: '逐项检查' }).or(page.getByRole('alert'))).toBeVisible()
    await look(page, name)
  }
  await app.close()
})
