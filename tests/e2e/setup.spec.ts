import { mkdir, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { expect, launchApp, test } from './launch.ts'
import { goToScreen, SetupPage } from './pages/setup.ts'

const SCREEN = { width: 1366, height: 768 }

/** A screenshot as an artefact, and the proof that the page itself does not scroll sideways or down. */
async function shoot(page: Page, name: string): Promise<void> {
  const overflow = await page.evaluate(() => {
    const { scrollWidth, scrollHeight } = document.documentElement
    return [scrollWidth - window.innerWidth, scrollHeight - window.innerHeight]
  })
  expect(overflow.map((each) => each > 0)).toEqual([false, false])
  await page.screenshot({ path: `test-results/screens/${name}.png` })
}

async function start(userData: string) {
  const { app, page } = await launchApp({ userData })
  await page.setViewportSize(SCREEN)
  return { app, page, setup: new SetupPage(page) }
}

async function answerFolderDialog(app: ElectronApplication, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] })
  }, folder)
}

test('first start leads through unit and profile to an empty register', async ({ userData }) => {
  const { app, page, setup } = await start(userData)
  await shoot(page, 'setup-unit')
  await setup.chooseUnit('平江县')
  await expect(setup.field('单位全称')).toHaveValue('平江县科技和工业信息化局')
  await setup.finish()
  await expect(page.getByText('请填写填报人')).toBeVisible()
  await shoot(page, 'setup-profile')

  await setup.field('填报人').fill('李某')
  await setup.field('单位全称').fill('平江县工信局')
  await page.getByRole('button', { name: '上一步' }).click()
  await setup.chooseUnit('汨罗市')
  await expect(setup.field('填报人')).toHaveValue('李某')
  await expect(setup.field('单位全称')).toHaveValue('平江县工信局')
  await expect(setup.field('文号代字')).toHaveValue('汨工信发')

  await setup.finish()
  await expect(page.getByRole('heading', { name: '企业', exact: true })).toBeVisible()
  await expect(page.getByRole('button', { name: '导入企业名单' })).toBeVisible()
  await expect(page.getByRole('banner')).toContainText('平江县工信局')
  await expect(page.getByRole('banner').getByText('试用', { exact: true })).toHaveCount(0)
  await shoot(page, 'enterprises-empty')
  await app.close()

  const again = await start(userData)
  await expect(again.page.getByRole('banner')).toContainText('平江县工信局')
  await again.app.close()
})

test('another data folder is taken at once, and nothing typed is lost', async ({ userData }) => {
  const { app, page, setup } = await start(userData)
  await setup.chooseUnit('华容县')
  await setup.field('填报人').fill('王某')
  await answerFolderDialog(app, path.join(userData, '台账数据'))
  await page.getByRole('button', { name: '选择其他文件夹' }).click()
  await expect(page.getByRole('region', { name: '数据文件夹' })).toContainText('台账数据')
  await expect(setup.field('填报人')).toHaveValue('王某')
  await setup.finish()
  await expect(page.getByRole('banner')).toContainText('华容县')
  await app.close()
})

test('试用 gives the sample county under its mark; a new folder begins for real', async ({ userData }) => {
  const { app, page, setup } = await start(userData)
  await setup.trySampleCounty()
  await expect(page.getByText('共 120 条')).toBeVisible()
  await expect(page.getByRole('contentinfo')).toContainText('试用数据，不得报送')
  await shoot(page, 'enterprises-sample')

  await goToScreen(page, '服务活动')
  await expect(page.getByText('共 300 条')).toBeVisible()
  await expect(page.getByLabel('2021年服务活动合计')).toContainText('86 场 / 全年目标 120')
  await shoot(page, 'activities')

  await goToScreen(page, '设置')
  await expect(page.getByRole('region', { name: '关于' })).toContainText('2020版')
  await shoot(page, 'settings')
  await answerFolderDialog(app, path.join(userData, '正式数据'))
  await page.getByRole('button', { name: '选择其他文件夹' }).click()
  await expect(setup.heading).toBeVisible()
  await app.close()
})

test('a key is made in 设置 with a 口令 typed twice', async ({ userData }) => {
  const { app, page, setup } = await start(userData)
  await setup.trySampleCounty()
  await goToScreen(page, '设置')
  await page.getByRole('button', { name: '生成密钥' }).click()
  const dialog = page.getByRole('dialog', { name: '生成密钥' })
  await dialog.getByLabel('设置口令').fill('太短的口令')
  await dialog.getByRole('button', { name: '生成' }).click()
  await expect(dialog.getByText('口令至少 10 个字符', { exact: true })).toBeVisible()
  await shoot(page, 'settings-key')
  await dialog.getByLabel('设置口令').fill('一句容易记住的话二〇二一')
  await dialog.getByLabel('再输一次口令').fill('一句容易记住的话二〇二一')
  await dialog.getByRole('button', { name: '生成' }).click()
  const keys = page.getByRole('region', { name: '密钥' })
  await expect(keys.getByRole('row')).toHaveCount(2)
  await expect(keys.getByRole('row').nth(1)).toContainText('试用员填报人试用县')
  await app.close()
})

test('an activity is logged by keyboard alone, and what is begun is kept', async ({ userData }) => {
  const { app, page, setup } = await start(userData)
  await setup.trySampleCounty()
  await goToScreen(page, '服务活动')
  await page.keyboard.press('Control+j')
  const box = page.getByRole('form', { name: '记一笔' })
  await expect(box.getByLabel('服务对象', { exact: true })).toBeFocused()
  await page.keyboard.type('hnxnyrzyyxgs')
  await expect(box.getByRole('option').first()).toContainText('湖南虚拟云瑞纸业有限公司')
  await shoot(page, 'quick-entry')
  await page.keyboard.press('Enter')
  await page.keyboard.type('某外地合作社')
  await expect(box.getByRole('option', { name: '某外地合作社' })).toContainText('按名录外企业记')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await expect(box.getByLabel('做了什么')).toBeFocused()
  await page.keyboard.type('上门了解新产品研发')

  await page.keyboard.press('Escape')
  await expect(box).toHaveCount(0)
  await page.keyboard.press('Control+j')
  await expect(box.getByLabel('做了什么')).toHaveValue('上门了解新产品研发')
  await box.getByLabel('活动日期').fill('2021.10.8')
  await box.getByLabel('下次跟进').fill('20211020')
  await page.keyboard.press('Enter')
  await expect(box.getByRole('status')).toHaveText('已记下：2021-10-08 上门了解新产品研发')
  await expect(box.getByLabel('做了什么')).toHaveValue('')
  await expect(box.getByLabel('服务对象', { exact: true })).toBeFocused()
  await page.keyboard.press('Escape')

  await expect(page.getByText('共 301 条')).toBeVisible()
  await page.getByLabel('搜索活动、企业或拼音首字母').fill('某外地合作社')
  const row = page.getByRole('row', { name: '上门了解新产品研发' })
  await expect(row).toContainText('2021-10-08')
  await expect(row).toContainText('走访')
  await app.close()
})

test('a new activity takes firms from a sign-in sheet, and 作废 is undone', async ({ userData }) => {
  const { app, page, setup } = await start(userData)
  await setup.trySampleCounty()
  await goToScreen(page, '服务活动')
  await page.getByRole('button', { name: '新增活动' }).click()
  const panel = page.getByRole('complementary', { name: '新增服务活动' })
  await panel.getByRole('textbox', { name: '活动日期' }).fill('2021.11.2')
  await page.keyboard.press('Enter')
  await panel.getByRole('textbox', { name: '活动名称' }).fill('专利挖掘培训班')
  await page.keyboard.press('Enter')
  const opened = page.getByRole('complementary', { name: '专利挖掘培训班' })
  await opened.getByRole('button', { name: '粘贴签到表' }).click()
  await opened
    .getByLabel('签到表')
    .fill('1、湖南虚拟云瑞纸业有限公司\n2、平江县虚拟桐星仪器仪表有限公司\n某外地公司\n')
  await expect(opened.getByText('认出 2 家，名录外 1 家')).toBeVisible()
  await opened.getByRole('button', { name: '加入' }).click()
  await expect(opened.getByText('服务对象 3 家，其中名录外企业 1 家')).toBeVisible()
  await opened.getByLabel('湖南虚拟云瑞纸业有限公司 人数').fill('2')
  await page.keyboard.press('Enter')
  await shoot(page, 'activities-panel')

  await opened.getByRole('button', { name: '作废' }).click()
  const dialog = page.getByRole('dialog', { name: '作废服务活动' })
  await dialog.getByRole('button', { name: '录入错误' }).click()
  await shoot(page, 'activities-void')
  await dialog.getByRole('button', { name: '作废', exact: true }).click()
  await expect(page.getByText('共 300 条')).toBeVisible()
  await page.getByRole('button', { name: /^撤销：作废 专利挖掘培训班/ }).click()
  await expect(page.getByText('共 301 条')).toBeVisible()
  await app.close()
})

test('a data folder that is gone says so and can be replaced', async ({ userData }) => {
  const first = await start(userData)
  const stick = path.join(userData, 'U盘', '台账')
  await first.setup.chooseUnit('湘阴县')
  await answerFolderDialog(first.app, stick)
  await first.page.getByRole('button', { name: '选择其他文件夹' }).click()
  await expect(first.page.getByText('台账', { exact: true })).toBeVisible()
  await first.setup.field('填报人').fill('周某')
  await first.setup.finish()
  await expect(first.page.getByRole('banner')).toContainText('湘阴县')
  await first.app.close()

  await rename(path.join(userData, 'U盘'), path.join(userData, '换了盘符'))
  // A file where the stick was: the folder cannot be made anew by opening it.
  await writeFile(path.join(userData, 'U盘'), '')
  const again = await start(userData)
  await expect(again.page.getByRole('alert')).toBeVisible()
  await shoot(again.page, 'start-failed')
  await answerFolderDialog(again.app, path.join(userData, '换了盘符', '台账'))
  await again.page.getByRole('button', { name: '选择其他数据文件夹' }).click()
  await expect(again.page.getByRole('banner')).toContainText('湘阴县')
  await again.app.close()
})
