import { execFileSync } from 'node:child_process'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { expect as hurried, killApp, launchApp, test } from './launch.ts'
import { answerSavingTo, answerWithFile } from './pages/dialogs.ts'
import { ReportSteps } from './pages/report-steps.ts'
import { chooseYear, goToScreen } from './pages/setup.ts'
import { seedCounty } from './seeded-county.ts'

/** Laying out and carrying files across the bridge takes seconds on a busy machine. */
const expect = hurried.configure({ timeout: 30_000 })

const PASSPHRASE = '填报人的一句很长的口令'
const FOLDER = '平江县_2021年三季度_报送材料'
const SIGNED = (seq: number) => `YY-430626_2021Q3_000${seq}.pbz.json`

test('what goes wrong on the way to the city is told, and nothing half-done is left', async ({
  userData,
}) => {
  const { app, page } = await launchApp({ userData })
  await seedCounty(page)
  const steps = await thirdQuarter(page)
  await steps.explainEverything('企业未报，已催报')

  await test.step('a wrong passphrase signs nothing and keeps what was typed', async () => {
    await steps.step('定稿签名').click()
    await page.getByLabel('设置口令').fill(PASSPHRASE)
    await page.getByLabel('再输一次口令').fill('填报人的另一句口令')
    await page.getByRole('button', { name: '建立密钥' }).click()
    await expect(page.getByText('两次输入的口令不一致')).toBeVisible()
    await steps.makePreparerKey(PASSPHRASE)
    await page.getByLabel('填报人口令').fill('不是这一句口令')
    await page.getByRole('button', { name: '定稿签名', exact: true }).click()
    await expect(page.getByText('口令不对，或密钥文件被改动过')).toBeVisible()
    await expect(page.getByLabel('填报人口令')).toHaveValue('不是这一句口令')
    await expect(steps.step('定稿签名')).toContainText('未定稿')
    await steps.sign(PASSPHRASE)
  })

  const stick = path.join(userData, '拔掉的U盘')
  await test.step('a stick that is gone is told, and 重试 writes once it is back', async () => {
    await steps.step('输出报送材料').click()
    await answerWithFile(app, stick)
    await page.getByRole('button', { name: '选择位置并输出…' }).click()
    await expect(page.getByRole('main').getByRole('alert')).toContainText('拔掉的U盘')
    await mkdir(stick)
    await page.getByRole('button', { name: '重试' }).click()
    await expect(page.getByRole('region', { name: '已写入' })).toContainText(FOLDER)
    expect(await readdir(stick)).toEqual([FOLDER])
  })

  await test.step('报送交接单 and forms are printed with their code', async () => {
    await page.getByRole('button', { name: '打印报表和交接单…' }).click()
    const preview = page.getByRole('region', { name: '预览' })
    await expect(preview.getByRole('region', { name: '第1页' }).first()).toContainText('报送交接单')
    await expect(preview.getByText(/校验码 \d{5} \d{5}/).first()).toBeVisible()
    await page.screenshot({ path: 'test-results/screens/80-报送-打印材料.png' })
    await page.getByRole('button', { name: '返回' }).click()
    await printThirdQuarter(page)
    await expect(page.getByText(`带定稿校验码，与 ${SIGNED(1)} 一致`)).toBeVisible()
    await expect(page.getByRole('region', { name: '预览' })).toContainText(/校验码 \d{5} \d{5}/)
    await page.screenshot({ path: 'test-results/screens/81-打印-带校验码.png' })
    await goToScreen(page, '报送')
  })

  await test.step('a second folder does not overwrite the first', async () => {
    const before = await readFile(path.join(stick, FOLDER, SIGNED(1)))
    await page.getByRole('button', { name: '再输出一份…' }).click()
    await expect(page.getByRole('main').getByRole('alert')).toContainText('已经存在')
    expect(await readFile(path.join(stick, FOLDER, SIGNED(1)))).toEqual(before)
  })

  await test.step('a withdrawn 定稿 keeps its number', async () => {
    await steps.step('定稿签名').click()
    await page.getByRole('button', { name: '撤回定稿' }).click()
    await expect(steps.step('定稿签名')).toContainText('未定稿')
    await steps.sign(PASSPHRASE)
    await expect(page.getByRole('region', { name: '定稿文件' })).toContainText(SIGNED(2))
  })

  await test.step('data changed after 定稿 cannot be handed over as if it were signed', async () => {
    await goToScreen(page, '设置')
    await page.getByLabel('股室').fill('中小企业与创新股')
    await page.getByLabel('股室').press('Enter')
    await expect(page.getByRole('banner').getByRole('button', { name: /撤销：修改本单位档案/ })).toBeVisible()
    await printThirdQuarter(page)
    await expect(page.getByText('数据已变动，与定稿不一致，打印件不带校验码')).toBeVisible()
    await expect(page.getByRole('region', { name: '预览' })).not.toContainText('校验码')
    await goToScreen(page, '报送')
    await expect(page.getByText('报表与定稿不一致，不能显示')).toBeVisible()
    await steps.step('输出报送材料').click()
    const other = path.join(userData, '另一个U盘')
    await mkdir(other)
    await answerWithFile(app, other)
    await page.getByRole('button', { name: '选择位置并输出…' }).click()
    await expect(page.getByRole('main').getByRole('alert')).toContainText('定稿之后数据又有改动')
    expect(await readdir(other)).toEqual([])
    await page
      .getByRole('banner')
      .getByRole('button', { name: /撤销：修改本单位档案/ })
      .click()
    await page.getByRole('button', { name: '选择位置并输出…' }).click()
    await expect(page.getByRole('region', { name: '已写入' })).toContainText(SIGNED(2))
  })

  await test.step('after 报送登记 a new file supersedes the old one', async () => {
    await steps.step('报送登记').click()
    await page.getByLabel('接收人').fill('张示例')
    await page.getByRole('button', { name: '登记', exact: true }).click()
    await expect(steps.step('报送登记')).toContainText('已登记')
    await steps.step('定稿签名').click()
    await page.getByRole('button', { name: '修改重报' }).click()
    await goToScreen(page, '设置')
    await page.getByLabel('股室').fill('中小企业与创新股')
    await page.getByLabel('股室').press('Enter')
    await goToScreen(page, '报送')
    await steps.sign(PASSPHRASE)
    const signed = page.getByRole('region', { name: '已签名的内容' })
    await expect(signed.getByRole('region', { name: '预览' })).toContainText('进展情况统计表')
    await signed.getByText('变动').click()
    await expect(signed).toContainText(`与被替代的文件 ${SIGNED(2)}（2021年三季度）相比`)
    await expect(signed).toContainText('本单位档案（名称、人员、电话）有改动')
    await page.screenshot({ path: 'test-results/screens/82-报送-变动.png' })
    await page.getByRole('button', { name: '以往报送' }).click()
    const rows = page.getByRole('main').getByRole('row')
    await expect(rows.nth(1)).toContainText(`${SIGNED(3)}定稿`)
    await expect(rows.nth(1)).toContainText(SIGNED(2))
    await expect(rows.nth(2)).toContainText('张示例')
    await expect(rows.nth(3)).toContainText('已撤回')
  })
  await app.close()
})

test('a reason that was typed is there after the program was killed', async ({ userData }) => {
  const first = await launchApp({ userData })
  await seedCounty(first.page)
  await thirdQuarter(first.page)
  const reasons = first.page.getByRole('textbox', { name: /的原因$/ })
  await reasons.first().fill('企业未报，已催报')
  await reasons.first().press('Enter')
  await expect(
    first.page.getByRole('banner').getByRole('button', { name: /撤销：填写报送说明/ }),
  ).toBeVisible()
  await killApp(first.app)

  const { app, page } = await launchApp({ userData })
  // The browser had no time to keep the year.
  await chooseYear(page, 2021)
  await thirdQuarter(page)
  await expect(page.getByRole('textbox', { name: /的原因$/ }).first()).toHaveValue('企业未报，已催报')
  await page.getByRole('button', { name: /^其余 \d+ 项用同一原因$/ }).click()
  await expect(new ReportSteps(page).step('检查清单')).toContainText('可以报送')
  await app.close()
})

test('a file is judged in words, and one flipped character refuses it', async ({ userData }) => {
  const { app, page } = await launchApp({ userData })
  await seedCounty(page)
  const steps = await thirdQuarter(page)
  await steps.explainEverything('企业未报，已催报')
  await steps.step('定稿签名').click()
  await steps.makePreparerKey(PASSPHRASE)
  await steps.sign(PASSPHRASE)
  const copy = path.join(userData, 'copy(1).pbz.json')
  await answerSavingTo(app, copy)
  await page.getByRole('button', { name: '以往报送' }).click()
  await page.getByRole('button', { name: '另存副本…' }).click()
  await expect(page.getByText('copy(1).pbz.json')).toBeVisible()

  await goToScreen(page, '验证')
  await page.locator('main input[type=file]').setInputFiles(copy)
  await expect(page.getByText('平江县2021年三季度报送第 1 号文件，内容完整')).toBeVisible()
  await expect(page.getByRole('row').filter({ hasText: '样例填报人' })).toContainText('有效')

  const changed = path.join(userData, '改过.pbz.json')
  await writeFile(changed, (await readFile(copy, 'utf8')).replace('"小型"', '"中型"').replace('小型', '中型'))
  await answerWithFile(app, changed)
  await page.getByRole('button', { name: '验证另一份…' }).click()
  await expect(page.getByRole('listitem').filter({ hasText: '正文' }).last()).toContainText('不通过')
  await expect(page.getByText('请对方重新提供原文件。没有采用其中任何内容。')).toBeVisible()
  await app.close()
})

test('forms of the sample county are marked on every page, whatever is chosen', async ({ userData }) => {
  const { app, page } = await launchApp({ userData })
  await seedCounty(page, 'YY-DEMO')
  await goToScreen(page, '打印')
  await page.getByRole('radiogroup', { name: '季度' }).getByText('三季度').click()
  await page.getByLabel(/^表5/).check()
  await page.getByLabel(/^表8/).check()
  const count = page.getByText(/^第 1 页，共 \d+ 页$/)
  await expect(count).toBeVisible({ timeout: 20_000 })
  const shown = Number(/共 (\d+) 页/.exec((await count.textContent()) ?? '')?.[1])
  const pdf = path.join(userData, '三张表.pdf')
  await answerSavingTo(app, pdf)
  await page.getByRole('button', { name: '导出 PDF' }).click()
  await expect(page.getByText('三张表.pdf')).toBeVisible({ timeout: 60_000 })
  const pages = execFileSync('pdftotext', ['-raw', pdf, '-'], { encoding: 'utf8' }).split('\f').slice(0, -1)
  expect(pages).toHaveLength(shown)
  const firstForm = pages[0] ?? ''
  expect(firstForm).toMatch(/第1页\s*共1页/)
  expect(pages.filter((text) => !/试\s*用\s*数\s*据/.test(text))).toEqual([])
  expect(pages.filter((text) => /^表8/m.test(text) && !text.includes('企业名称'))).toEqual([])
  expect(pages.filter((text) => !text.includes('口径版本：'))).toEqual([])
  expect(pages.filter((text) => text.includes('（续）'))).toHaveLength(shown - 3)
  // Whatever sticks out of a page makes Chromium shrink all of them: the text must reach the right margin.
  const boxes = execFileSync('pdftotext', ['-bbox', '-l', '1', pdf, '-'], { encoding: 'utf8' })
  const right = Math.max(...[...boxes.matchAll(/xMax="([\d.]+)"/g)].map((found) => Number(found[1])))
  expect(right).toBeGreaterThan(((297 - 18 - 3) / 25.4) * 72)
  await app.close()
})

async function printThirdQuarter(page: Page): Promise<void> {
  await goToScreen(page, '打印')
  await page.getByRole('radiogroup', { name: '季度' }).getByText('三季度').click()
}

async function thirdQuarter(page: Page): Promise<ReportSteps> {
  await goToScreen(page, '报送')
  await page.getByRole('radiogroup', { name: '季度' }).getByText('三季度').click()
  return new ReportSteps(page)
}
