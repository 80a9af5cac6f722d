import { cp, mkdir, readdir } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from './launch.ts'
import { answerWithFile, answerWithFolder } from './pages/dialogs.ts'
import { addFirm, launchPc, namePc } from './pages/pc.ts'
import { goToScreen, SetupPage } from './pages/setup.ts'
import { look } from './screen-checks.ts'

const FIRM = '样例精密轴承有限公司'

async function typeProduct(page: Page, value: string): Promise<void> {
  await goToScreen(page, '企业')
  const row = page.getByRole('row', { name: FIRM, exact: true })
  await row.hover()
  await row.getByRole('button', { name: '打开' }).click()
  const field = page.getByRole('complementary', { name: FIRM }).getByRole('textbox', { name: '主导产品' })
  await field.fill(value)
  await page.keyboard.press('Enter')
  await expect(field).toHaveValue(value)
}

const syncNow = (page: Page) => page.getByRole('button', { name: '立即同步' }).click()

test('two PCs and a shared folder: compared once, then both ways by itself, and a conflict is shown', async ({
  userData,
}) => {
  const share = path.join(userData, '共享台账')
  await mkdir(share, { recursive: true })
  const one = await launchPc(userData, 'one')
  await new SetupPage(one.page).beginCounty()
  await goToScreen(one.page, '同步')
  await expect(one.page.getByText('只有这台电脑在用')).toBeVisible()
  await look(one.page, '70-同步-空')
  await namePc(one.page, '科室一号机')
  await addFirm(one.page, FIRM)
  await goToScreen(one.page, '同步')
  await answerWithFolder(one.app, share)
  await one.page.getByRole('button', { name: '选择共享文件夹…' }).click()
  await expect(one.page.getByRole('region', { name: '共享文件夹' })).toContainText('正常')
  const code = await one.page.getByText(/^(\d{5} ){5}\d{5}$/).innerText()

  const two = await launchPc(userData, 'two')
  await new SetupPage(two.page).beginCounty()
  await namePc(two.page, '科室二号机')
  await two.page.getByRole('textbox', { name: '本机操作人' }).fill('王某')
  await two.page.keyboard.press('Enter')
  await answerWithFolder(two.app, share)
  await two.page.getByRole('button', { name: '选择共享文件夹…' }).click()
  await expect(two.page.getByRole('row', { name: /科室一号机/ })).toContainText('第一次送来，待核对校验码')
  await look(two.page, '71-同步-第一次')
  await two.page.getByRole('button', { name: '核对并接收…' }).click()
  const accept = two.page.getByRole('dialog', { name: '接收“科室一号机”的修改' })
  await expect(accept).toContainText(code)
  await expect(accept).toContainText(`新增企业 1 条：${FIRM}`)
  await expect(accept.getByRole('button', { name: '接收并合并' })).toBeDisabled()
  await look(two.page, '72-同步-核对')
  await accept.getByLabel('已核对，数字完全一致').check()
  await accept.getByRole('button', { name: '接收并合并' }).click()
  await expect(two.page.getByRole('region', { name: '最近合并' })).toContainText('已合并来自“科室一号机”的')

  // The other way: this PC has entered its own 单位档案, so one has something to compare as well.
  await goToScreen(one.page, '同步')
  await syncNow(one.page)
  await one.page.getByRole('button', { name: '核对并接收…' }).click()
  await one.page.getByLabel('已核对，数字完全一致').check()
  await one.page.getByRole('button', { name: '接收并合并' }).click()
  await expect(one.page.getByRole('row', { name: /科室二号机/ })).toContainText('已同步')

  // By itself, without a click on either side.
  await typeProduct(two.page, '精密轴承')
  await goToScreen(one.page, '企业')
  await expect(one.page.getByRole('grid')).toContainText('精密轴承', { timeout: 60_000 })

  // Both change one cell before hearing of each other.
  await goToScreen(one.page, '同步')
  await one.page.getByLabel(/^合并前先看/).click()
  await expect(one.page.getByLabel(/^合并前先看/)).toBeChecked()
  await typeProduct(one.page, '滚珠轴承')
  await typeProduct(two.page, '滑动轴承')
  await goToScreen(two.page, '同步')
  await syncNow(two.page)
  await goToScreen(one.page, '同步')
  await syncNow(one.page)
  await expect(one.page.getByRole('row', { name: /科室二号机/ })).toContainText('待查看')
  await one.page.getByRole('button', { name: '查看并合并…' }).click()
  const preview = one.page.getByRole('dialog', { name: '“科室二号机”送来的修改' })
  await expect(preview).toContainText('1 处两台电脑填得不一样')
  await look(one.page, '73-同步-预览')
  await preview.getByRole('button', { name: '合并', exact: true }).click()
  await expect(one.page.getByRole('region', { name: '最近合并' })).toContainText('1 处待核对')
  await look(one.page, '74-同步-已合并')
  await one.page.getByRole('button', { name: '去待核对' }).first().click()
  await expect(one.page.getByRole('region', { name: '待核对' })).toContainText(/“科室二号机” .*王某/)
  await two.app.close()
  await one.app.close()
})

test('files on a stick: exported here, imported there, what is no such file is refused in words', async ({
  userData,
}) => {
  const stick = path.join(userData, 'U盘')
  const one = await launchPc(userData, 'one')
  await new SetupPage(one.page).beginCounty()
  await addFirm(one.page, FIRM)
  await namePc(one.page, '科室一号机')
  await answerWithFolder(one.app, stick)
  await one.page.getByRole('button', { name: '导出同步文件…' }).click()
  const dialog = one.page.getByRole('dialog', { name: '导出同步文件' })
  await look(one.page, '75-同步-导出')
  await dialog.getByRole('button', { name: '选择位置并导出…' }).click()
  await expect(one.page.getByRole('alert').filter({ hasText: '同步文件已导出' })).toBeVisible()
  await one.app.close()

  const [name = ''] = await readdir(stick)
  expect(name).toMatch(/^YY-430626_exchange_[0-9a-f]{12}_0001\.pbz\.json$/)
  const two = await launchPc(userData, 'two')
  await new SetupPage(two.page).beginCounty()
  await goToScreen(two.page, '同步')
  await answerWithFile(
    two.app,
    path.join(import.meta.dirname, '../fixtures/bundles/report-one-signature.pbz.json'),
  )
  await two.page.getByRole('button', { name: '导入同步文件…' }).click()
  await expect(two.page.getByRole('alert')).toContainText('不是电脑之间的同步文件')
  await answerWithFile(two.app, path.join(stick, name))
  await two.page.getByRole('button', { name: '导入同步文件…' }).click()
  await two.page.getByRole('button', { name: '核对并接收…' }).click()
  await two.page.getByLabel('已核对，数字完全一致').check()
  await two.page.getByRole('button', { name: '接收并合并' }).click()
  await goToScreen(two.page, '企业')
  await expect(two.page.getByRole('row', { name: FIRM, exact: true })).toBeVisible()
  await two.app.close()
})

test('a data folder copied to another PC and both used: told at the start, and nothing of either is lost', async ({
  userData,
}) => {
  const share = path.join(userData, '共享台账')
  await mkdir(share, { recursive: true })
  const first = await launchPc(userData, 'one')
  await new SetupPage(first.page).beginCounty()
  await addFirm(first.page, FIRM)
  await first.app.close()
  await mkdir(path.join(userData, 'two'), { recursive: true })
  await cp(path.join(userData, 'one', 'data'), path.join(userData, 'two', 'data'), { recursive: true })

  const one = await launchPc(userData, 'one')
  const two = await launchPc(userData, 'two')
  const told = two.page.getByRole('alert').filter({ hasText: '数据文件夹换了电脑或位置' })
  await expect(told).toContainText('如果原来那台电脑还在用，请在两台电脑的“同步”里互相接收')
  await addFirm(one.page, '原来一台新增的企业')
  await addFirm(two.page, '复制一台新增的企业')
  for (const [pc, name] of [
    [one, '科室一号机'],
    [two, '科室二号机'],
  ] as const) {
    await namePc(pc.page, name)
    await answerWithFolder(pc.app, share)
    await pc.page.getByRole('button', { name: '选择共享文件夹…' }).click()
    await expect(pc.page.getByRole('region', { name: '共享文件夹' })).toContainText('正常')
  }
  for (const { page } of [one, two]) {
    await syncNow(page)
    await page.getByRole('button', { name: '核对并接收…' }).click()
    await page.getByLabel('已核对，数字完全一致').check()
    await page.getByRole('button', { name: '接收并合并' }).click()
    await expect(page.getByRole('region', { name: '最近合并' })).toContainText('的 1 项修改')
    await goToScreen(page, '企业')
    for (const name of [FIRM, '原来一台新增的企业', '复制一台新增的企业'])
      await expect(page.getByRole('row', { name, exact: true })).toBeVisible()
  }
  await two.app.close()
  await one.app.close()
})
