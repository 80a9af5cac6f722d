import { execFileSync } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { expect, killApp, launchApp, test } from './launch.ts'
import { answerSavingTo, answerWithFolder } from './pages/dialogs.ts'
import { cellEditor, gridCell, InputMethod } from './pages/grid.ts'
import { ImportPage } from './pages/import.ts'
import { ReportSteps } from './pages/report-steps.ts'
import { chooseYear, goToScreen, SetupPage } from './pages/setup.ts'
import { policyViolations, watchPolicy } from './policy-violations.ts'

const FIRM = '平江县样例海原新能源材料股份有限公司'
const PRODUCT = '石墨负极材料和回收利用'
const ACTIVITY = '上门了解新产品研发'
const FILE = 'YY-430626_2021Q3_0001.pbz.json'
const PASSPHRASES = { preparer: '填报人的一句够长的口令', reviewer: '审核人的另一句长口令' }

/** Title of 表1, quarter, cumulative: tests/fixtures/workbooks/expected-2021Q3.json. */
const EXPECTED = [
  ['实现破零企业', '3', '16'],
  ['发明专利授权量', '11', '52'],
] as const
const SPENT_ON_RESEARCH = '32658.19'

test('one quarter from empty workbooks to a registered report, and a power cut after it', async ({
  userData,
}) => {
  test.setTimeout(240_000)
  const stick = path.join(userData, 'U盘')
  const first = await launchApp({ userData })
  await watchPolicy(first.page)
  await test.step('首次设置', () => setUp(first.page))
  await test.step('四次导入', () => importFour(first.page))
  await test.step('输入法改一格', () => editByInputMethod(first.page))
  await test.step('记一笔', () => logActivity(first.page))
  await test.step('进度', () => readProgress(first.page))
  await test.step('报送', () => report(first.app, first.page, stick))
  await test.step('验证', () => verify(first.page, stick))
  await test.step('表1', () => printFirstForm(first.app, first.page, path.join(userData, '表1.pdf')))
  expect(await policyViolations(first.page)).toEqual([])
  await killApp(first.app)

  const second = await launchApp({ userData })
  await test.step('断电以后', () => findEverything(second.page))
  await second.app.close()
})

async function setUp(page: Page): Promise<void> {
  const setup = new SetupPage(page)
  await setup.chooseUnit('平江县')
  await setup.field('填报人').fill('李示例')
  await setup.field('审核人').fill('王示例')
  await setup.field('办公电话').fill('0730-0000000')
  await setup.finish()
  await expect(page.getByText('名录还是空的')).toBeVisible()
  await chooseYear(page, 2021)
}

async function importFour(page: Page): Promise<void> {
  const open = page.getByRole('main').getByRole('button', { name: '导入', exact: true })
  const workbooks = new ImportPage(page)
  await page.getByRole('button', { name: '导入企业名单' }).click()
  await workbooks.chooseFile('enterprises-clean-120.xlsx')
  await workbooks.answerListIsApproved()
  expect(await workbooks.confirm()).toContain('新增 120 行，更新 0 行，无变化 0 行，不导入 0 行')

  for (const [screen, workbook, taken] of [
    ['专利', 'patents-2021.xlsx', '件专利'],
    ['企业数据', 'figures-2021Q3.xlsx', '条企业数据'],
    ['服务活动', 'service-log-2021.xlsx', '次服务活动'],
  ] as const) {
    await goToScreen(page, screen)
    const invitation = page
      .getByRole('main')
      .getByRole('button', { name: /^导入(发明专利台账|活动台账|服务活动台账)$/ })
    await open.or(invitation).first().click()
    await workbooks.chooseFile(workbook)
    const done = await workbooks.confirm()
    expect(done).toContain(taken)
    expect(done).toContain('不导入 0 行')
  }
}

/** The first letter must not be lost, and Enter that ends a composition must not store the cell. */
async function editByInputMethod(page: Page): Promise<void> {
  await goToScreen(page, '企业')
  const cell = gridCell(page, FIRM, 'product')
  await cell.click()
  const input = await InputMethod.of(page)
  await input.compose('shimo')
  await expect(cellEditor(page)).toHaveValue('shimo')
  await input.pressEnterWhileComposing()
  await expect(cellEditor(page)).toHaveValue('shimo')
  await expect(cell).toContainText('石墨负极材料')
  await input.choose(PRODUCT)
  await expect(cellEditor(page)).toHaveValue(PRODUCT)
  await page.keyboard.press('Enter')
  await expect(cell).toHaveText(PRODUCT)
  await expect(undo(page)).toHaveAccessibleName(`撤销：修改 ${FIRM} 的主导产品（Ctrl+Z）`)
}

async function showThirdQuarter(page: Page): Promise<void> {
  await page.getByRole('radiogroup', { name: '季度' }).getByText('三季度').click()
}

const undo = (page: Page) => page.getByRole('banner').getByRole('button', { name: /撤销/ })

async function logActivity(page: Page): Promise<void> {
  await page.keyboard.press('Control+j')
  const box = page.getByRole('form', { name: '记一笔' })
  await expect(box.getByLabel('服务对象', { exact: true })).toBeFocused()
  await page.keyboard.type('pjxylhyxny')
  await expect(box.getByRole('option').first()).toContainText(FIRM)
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await expect(box.getByLabel('做了什么')).toBeFocused()
  await page.keyboard.type(ACTIVITY)
  // After the quarter, so that the numbers of the sample stay as they were announced.
  await box.getByLabel('活动日期').fill('2021.10.8')
  await page.keyboard.press('Enter')
  await expect(box.getByRole('status')).toHaveText(`已记下：2021-10-08 ${ACTIVITY}`)
  await page.keyboard.press('Escape')
}

async function readProgress(page: Page): Promise<void> {
  await goToScreen(page, '进度')
  await showThirdQuarter(page)
  for (const [title, quarter, cumulative] of EXPECTED) {
    await expect(page.getByRole('button', { name: `${title} 本季 ${quarter}`, exact: true })).toBeVisible()
    await expect(page.getByRole('button', { name: `${title} 累计 ${cumulative}`, exact: true })).toBeVisible()
  }
  await expect(page.getByRole('button', { name: `研发投入 累计 ${SPENT_ON_RESEARCH}` })).toBeVisible()
  const zeroBreakers = page.getByRole('row').filter({ hasText: '实现破零企业' })
  await expect(zeroBreakers.getByRole('button', { name: '待核实 2' })).toBeVisible()

  await page.getByRole('button', { name: '实现破零企业 累计 16' }).click()
  const panel = page.getByRole('complementary', { name: '实现破零企业：16 家' })
  await expect(panel.getByRole('tab', { name: /^计入/ })).toHaveText('计入 16')
  await expect(panel.getByRole('listitem')).toHaveCount(16)
  await expect(panel.getByRole('listitem').first()).toContainText('2021')
  await panel.getByRole('tab', { name: /^待核实/ }).click()
  await expect(panel.getByRole('listitem')).toHaveCount(2)
  await expect(panel.getByRole('listitem').first()).toContainText('未查')
}

async function report(app: ElectronApplication, page: Page, stick: string): Promise<void> {
  await goToScreen(page, '报送')
  const steps = new ReportSteps(page)
  await showThirdQuarter(page)
  await steps.explainEverything('企业未报，已催报')
  await expect(steps.step('检查清单')).toContainText('可以报送')
  await steps.step('送审稿').click()
  await expect(page.getByRole('region', { name: '预览' })).toContainText('送审稿')

  await steps.step('定稿签名').click()
  await steps.makePreparerKey(PASSPHRASES.preparer)
  await steps.makeReviewerKey(PASSPHRASES.reviewer)
  await steps.sign(PASSPHRASES.preparer)
  await steps.countersign(PASSPHRASES.reviewer)

  await answerWithFolder(app, stick)
  await steps.step('输出报送材料').click()
  await page.getByRole('button', { name: '选择位置并输出…' }).click()
  const written = page.getByRole('region', { name: '已写入' })
  await expect(written).toContainText('共 6 个文件', { timeout: 60_000 })
  await expect(page.getByRole('region', { name: '邮件文字' })).toContainText('2021年三季度')
  const [folder = ''] = await readdir(stick)
  expect(folder).toBe('平江县_2021年三季度_报送材料')
  expect((await readdir(path.join(stick, folder))).toSorted()).toEqual([
    FILE,
    ...['报表.pdf', '报表.xlsx', '报送交接单.pdf', '报送交接单.xlsx', '邮件文字.txt']
      .map((each) => `平江县_2021年三季度_${each}`)
      .toSorted(),
  ])

  await page.getByRole('button', { name: '下一步：报送登记' }).click()
  await page.getByLabel('接收人').fill('赵示例')
  await page.getByRole('button', { name: '登记', exact: true }).click()
  await expect(steps.step('报送登记')).toContainText('已登记')
}

async function verify(page: Page, stick: string): Promise<void> {
  const [folder = ''] = await readdir(stick)
  const buffer = await readFile(path.join(stick, folder, FILE))
  await goToScreen(page, '验证')
  const file = { name: '改过的文件名.json', mimeType: 'application/json', buffer }
  await page.locator('main input[type=file]').setInputFiles(file)
  const checks = page.getByRole('region', { name: '逐项检查' })
  await expect(checks.getByRole('row').filter({ hasText: '李示例' })).toContainText(/填报人.*有效/)
  await expect(checks.getByRole('row').filter({ hasText: '王示例' })).toContainText(/审核人.*有效/)
  await expect(page.getByRole('main')).toContainText(
    '平江县2021年三季度报送第 1 号文件，内容完整，没有被改动，签名人身份相符。',
  )

  const cover = await readFile(path.join(stick, folder, '平江县_2021年三季度_邮件文字.txt'), 'utf8')
  const code = await page.getByRole('region', { name: '文件内容' }).innerText()
  const digits = /\d{5}(?: \d{5}){5}/u.exec(code)?.[0]
  expect(digits).toBeDefined()
  expect(cover).toContain(digits)
}

async function printFirstForm(app: ElectronApplication, page: Page, target: string): Promise<void> {
  await goToScreen(page, '打印')
  await showThirdQuarter(page)
  const picker = page.getByRole('group', { name: '要打印的表' })
  for (const form of await picker.getByRole('checkbox').all()) {
    await form.setChecked(false)
  }
  await picker.getByRole('checkbox', { name: /^表1/ }).check()
  await answerSavingTo(app, target)
  await page.getByRole('button', { name: '导出 PDF' }).click()
  await expect(page.getByText('表1.pdf')).toBeVisible({ timeout: 60_000 })
  const paper = execFileSync('pdftotext', ['-layout', target, '-'], { encoding: 'utf8' })
  for (const [title, quarter, cumulative] of EXPECTED) {
    const line = paper.split('\n').find((each) => each.includes(title)) ?? ''
    expect(line.split(/\s+/u)).toEqual(expect.arrayContaining([quarter, cumulative]))
  }
  expect(paper.split('\n').find((each) => each.includes('研发投入'))).toContain(SPENT_ON_RESEARCH)
}

async function findEverything(page: Page): Promise<void> {
  await expect(page.getByRole('banner')).toContainText('平江县科技和工业信息化局')
  await expect(undo(page)).toHaveAccessibleName(`撤销：报送登记 ${FILE}（Ctrl+Z）`)
  await expect(page.getByText('共 120 条')).toBeVisible()
  await expect(gridCell(page, FIRM, 'product')).toHaveText(PRODUCT)

  await goToScreen(page, '服务活动')
  await page.getByLabel('搜索活动、企业或拼音首字母').fill(ACTIVITY)
  await expect(page.getByRole('row', { name: ACTIVITY })).toContainText('2021-10-08')

  await goToScreen(page, '报送')
  await showThirdQuarter(page)
  const steps = new ReportSteps(page)
  await expect(steps.step('报送登记')).toContainText('已登记')
  await steps.step('以往报送').click()
  const sent = page.getByRole('row').filter({ hasText: FILE })
  await expect(sent).toContainText('已报送')
  await expect(sent).toContainText('赵示例')
}
