import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { ElectronApplication, Locator, Page } from '@playwright/test'
import { expect, launchApp, test } from './launch.ts'
import { answerWithFile, answerWithFolder } from './pages/dialogs.ts'
import { ReportSteps } from './pages/report-steps.ts'
import { goToScreen, SetupPage } from './pages/setup.ts'
import { look, SCREEN } from './screen-checks.ts'
import { seedCounty } from './seeded-county.ts'

const OFFICE = '一句容易记住的话二〇二一'
const REVIEWER = '审核人自己的一句话二〇二一'

async function start(userData: string): Promise<{ app: ElectronApplication; page: Page }> {
  const { app, page } = await launchApp({ userData })
  await page.setViewportSize(SCREEN)
  return { app, page }
}

const card = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true })
/** Rows of backups made by hand; the ladder adds its own whenever it is due. */
const byHand = (page: Page): Locator =>
  page.getByRole('region', { name: '备份列表' }).getByRole('row').filter({ hasText: '立即备份' })

async function backupsIn(folder: string): Promise<readonly string[]> {
  return (await readdir(folder)).filter((name) => name.endsWith('.pbz-backup')).sort()
}

/** A backup that needs a secret. */
async function sealedIn(folder: string): Promise<string> {
  for (const name of await backupsIn(folder)) {
    const file = path.join(folder, name)
    if ((await readFile(file, 'latin1')).startsWith('{')) return file
  }
  throw new Error('no encrypted backup')
}

/** Damages a line in the middle of the journal, as a failing disk would. */
async function wreckJournal(userData: string): Promise<void> {
  const file = path.join(userData, 'data', 'journal', 'journal-000001.jsonl')
  const bytes = await readFile(file)
  const middle = Math.floor(bytes.length / 2)
  bytes[middle] = (bytes[middle] ?? 0) ^ 1
  await writeFile(file, bytes)
}

/** A restored unit is always asked where its report chain goes on. */
async function neverReported(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog', { name: '接上报送次序' })
  await dialog.getByRole('button', { name: '从未报送过' }).click()
  await expect(dialog).toHaveCount(0)
  await expect(page.getByText('报送次序未接上')).toHaveCount(0)
}

test('首次设置 proposes the second place and a passphrase', async ({ userData }) => {
  const { app, page } = await start(userData)
  const setup = new SetupPage(page)
  await setup.chooseUnit('平江县')
  await setup.field('填报人').fill('李某')
  await page.getByRole('button', { name: '完成，开始使用' }).click()
  const form = page.getByRole('form', { name: '备份设置' })
  await expect(form).toBeVisible()
  await look(page, '80-首次设置-备份')
  await answerWithFolder(app, path.join(userData, '移动盘'))
  await form.getByRole('button', { name: '选择位置' }).click()
  await expect(form.getByText('已选：移动盘')).toBeVisible()
  await form.getByLabel('办公室口令', { exact: true }).fill('太短')
  await form.getByRole('button', { name: '完成' }).click()
  await expect(form.getByText('口令至少 10 个字符')).toBeVisible()
  await form.getByLabel('办公室口令', { exact: true }).fill(OFFICE)
  await form.getByLabel('再输一次办公室口令').fill(OFFICE)
  await form.getByLabel(/另设审核人口令/).check()
  await form.getByLabel('审核人口令', { exact: true }).fill(REVIEWER)
  await form.getByLabel('再输一次审核人口令').fill(REVIEWER)
  await look(page, '81-首次设置-备份-已填')
  await form.getByRole('button', { name: '完成' }).click()
  await expect(page.getByRole('heading', { name: '企业', exact: true })).toBeVisible()
  await goToScreen(page, '备份')
  await expect(card(page, '备份口令')).toContainText('已设办公室口令和审核人口令')
  await app.close()

  // The ladder may have been quicker than the clerk: what it made before the passphrase stays as it is.
  const made = await backupsIn(path.join(userData, '移动盘'))
  expect(made.every((name) => /^YY-430626_\d{8}T\d{6}Z_[a-z]+_1_/.test(name))).toBe(true)
  const texts = await Promise.all(made.map((name) => readFile(path.join(userData, '移动盘', name), 'utf8')))
  const sealed = texts.filter((text) => text.startsWith('{"format":"pbz-backup-1"'))
  expect(sealed.length).toBeGreaterThan(0)
  expect(sealed.join('')).not.toContain('李某')
})

test('data is made, backed up, wrecked and restored', async ({ userData }) => {
  const first = await start(userData)
  const stick = path.join(userData, '移动盘')
  await seedCounty(first.page)
  await goToScreen(first.page, '备份')
  await expect(card(first.page, '第二处备份')).toContainText('还没有选择')
  await look(first.page, '82-备份-一处')
  await answerWithFolder(first.app, stick)
  await first.page.getByRole('button', { name: '选择第二处' }).click()
  await expect(card(first.page, '第二处备份')).toContainText('移动盘')
  await first.page.getByRole('button', { name: '立即备份' }).click()
  await expect(byHand(first.page)).toHaveCount(1)
  await expect(byHand(first.page)).toContainText('数据文件夹、第二处')
  await expect(byHand(first.page)).toContainText('已验证')
  await look(first.page, '83-备份-两处')

  await first.page.getByRole('button', { name: '设置口令' }).click()
  const dialog = first.page.getByRole('dialog', { name: '设置备份口令' })
  await dialog.getByLabel('办公室口令', { exact: true }).fill(OFFICE)
  await dialog.getByLabel('再输一次办公室口令').fill(OFFICE)
  await look(first.page, '84-备份-设置口令')
  await dialog.getByRole('button', { name: '设置' }).click()
  await expect(card(first.page, '备份口令')).toContainText('已设办公室口令')
  await first.page.getByRole('button', { name: '打印恢复单' }).click()
  const sheet = first.page.getByRole('dialog', { name: '打印恢复单' })
  await sheet.getByRole('textbox', { name: '办公室口令' }).fill(OFFICE)
  await look(first.page, '85-备份-恢复单口令')
  await sheet.getByRole('button', { name: '下一步' }).click()
  await expect(sheet.getByText('第 1 页，共 1 页')).toBeVisible()
  const digits = (await sheet.getByRole('cell').allInnerTexts())
    .filter((text) => /^\d{6}$/.test(text))
    .join(' ')
  await look(first.page, '86-备份-恢复单')
  await first.page.keyboard.press('Escape')
  await expect(byHand(first.page)).toHaveCount(2)
  await first.app.close()

  await wreckJournal(userData)
  const again = await start(userData)
  await expect(again.page.getByRole('alert')).toContainText('已损坏')
  await look(again.page, '87-台账损坏')
  await again.page.getByRole('button', { name: '从备份恢复' }).click()
  await look(again.page, '88-恢复-选择')
  await again.page
    .getByRole('button', { name: /^选择 .* 的备份/ })
    .first()
    .click()
  await expect(again.page.getByLabel('与现有台账比较')).toBeVisible()
  await expect(again.page.getByText('现有台账打不开')).toBeVisible()
  await look(again.page, '89-恢复-预览-打不开')
  await again.page.getByRole('button', { name: '返回' }).click()

  // As on a PC that does not know the key: the file from the stick, opened with the 恢复单.
  await again.app.close()
  const fresh = path.join(userData, 'new-pc')
  const other = await start(fresh)
  await other.page.getByRole('button', { name: '从备份恢复' }).click()
  await look(other.page, '90-恢复-新电脑')
  await answerWithFile(other.app, await sealedIn(stick))
  await other.page.getByRole('button', { name: '选择备份文件' }).click()
  const form = other.page.getByRole('form', { name: '打开备份' })
  await form.getByRole('textbox', { name: '办公室口令' }).fill('不是这个口令二〇二一')
  await form.getByRole('button', { name: '打开' }).click()
  await expect(other.page.getByRole('alert')).toContainText('不对')
  await form.getByText('恢复单', { exact: true }).click()
  await form
    .getByLabel('恢复单上的数字')
    .fill(digits.replace(/^\d/, (digit) => String((Number(digit) + 1) % 10)))
  await form.getByRole('button', { name: '打开' }).click()
  await expect(other.page.getByRole('alert')).toContainText('第 1 行第 1 组')
  await look(other.page, '91-恢复-恢复单有误')
  await form.getByRole('textbox', { name: '恢复单上的数字' }).fill(digits)
  await form.getByRole('button', { name: '打开' }).click()
  await expect(other.page.getByText('本机还没有数据')).toBeVisible()
  await look(other.page, '92-恢复-预览')
  await other.page.getByRole('button', { name: '确认恢复' }).click()
  await expect(other.page.getByText('已恢复')).toBeVisible()
  await look(other.page, '93-恢复-完成')
  await other.page.getByRole('button', { name: '打开台账' }).click()
  await neverReported(other.page)
  await expect(other.page.getByRole('banner')).toContainText('平江县科技和工业信息化局')
  await expect(card(other.page, '备份口令')).toContainText('已设办公室口令')
  await goToScreen(other.page, '企业')
  await expect(other.page.getByText('共 120 条')).toBeVisible()
  await other.app.close()

  const here = await start(userData)
  await here.page.getByRole('button', { name: '从备份恢复' }).click()
  await here.page
    .getByRole('button', { name: /^选择 .* 的备份/ })
    .first()
    .click()
  await here.page.getByRole('button', { name: '确认恢复' }).click()
  await expect(here.page.getByText('没有删除')).toBeVisible()
  await look(here.page, '94-恢复-移到一边')
  await here.page.getByRole('button', { name: '打开台账' }).click()
  await neverReported(here.page)
  await goToScreen(here.page, '企业')
  await expect(here.page.getByText('共 120 条')).toBeVisible()
  await here.app.close()
  const kept = (await readdir(path.join(userData, 'data'))).filter((name) => name.startsWith('恢复前-'))
  expect(kept).toHaveLength(1)
})

test('a restore over newer data copies it first; the red line stands when no backup was made for days', async ({
  userData,
}) => {
  const { app, page } = await start(userData)
  await seedCounty(page)
  await goToScreen(page, '备份')
  await page.getByRole('button', { name: '立即备份' }).click()
  await expect(byHand(page)).toHaveCount(1)
  await goToScreen(page, '企业')
  await page.getByRole('button', { name: '新增企业' }).click()
  await page.keyboard.type('备份之后才录入的企业')
  await page.keyboard.press('Enter')
  await expect(page.getByText('共 121 条')).toBeVisible()
  await goToScreen(page, '备份')
  await page.getByRole('button', { name: '从备份恢复' }).click()
  await byHand(page).getByRole('button').click()
  await expect(page.getByText('现有台账比备份多 1 次修改')).toBeVisible()
  await expect(page.getByText('恢复后消失 · 企业：备份之后才录入的企业')).toBeVisible()
  await look(page, '95-恢复-预览-有差别')
  await page.getByRole('button', { name: '确认恢复' }).click()
  await expect(page.getByText('缘由为“恢复前”')).toBeVisible()
  await page.getByRole('button', { name: '打开台账' }).click()
  await neverReported(page)
  await expect(page.getByRole('row').filter({ hasText: '恢复前' })).toHaveCount(1)
  await goToScreen(page, '企业')
  await expect(page.getByText('共 120 条')).toBeVisible()
  await app.close()

  // Four days pass, and nothing can be written: a file lies where the folder of the backups was.
  const folder = path.join(userData, 'data', 'backups')
  await rename(folder, `${folder}-away`)
  await writeFile(folder, '')
  const memory = path.join(userData, 'backups.json')
  const stored = await readFile(memory, 'utf8')
  const past = new Date(Date.now() - 4 * 86_400_000).toISOString()
  await writeFile(memory, stored.replaceAll(/"(at|since)": "[^"]+"/g, `"$1": "${past}"`))
  const late = await start(userData)
  const line = late.page.getByRole('alert', { name: '备份提醒' })
  await expect(line).toContainText('已超过 3 天没有可用的备份')
  await expect(line).toContainText('不')
  await look(late.page, '96-红线')
  await line.getByRole('button', { name: '去“备份”' }).click()
  await look(late.page, '97-红线-备份')
  await rm(folder)
  await rename(`${folder}-away`, folder)
  await late.page.getByRole('button', { name: '立即备份' }).click()
  // What is left is a reminder: nobody was ever asked for a second place here.
  await expect(line).toContainText('还没有第二处备份')
  await late.app.close()
})

test('after a restore the report chain is taken up from the last sent file', async ({ userData }) => {
  const { app, page } = await start(userData)
  await seedCounty(page)
  await goToScreen(page, '备份')
  await page.getByRole('button', { name: '立即备份' }).click()
  await expect(byHand(page)).toHaveCount(1)
  await goToScreen(page, '报送')
  await page.getByRole('radiogroup', { name: '季度' }).getByText('三季度').click()
  const steps = new ReportSteps(page)
  await steps.explainEverything('企业未报，已催报')
  await steps.step('定稿签名').click()
  await steps.makePreparerKey('填报人的一句很长的口令')
  await steps.sign('填报人的一句很长的口令')

  await goToScreen(page, '备份')
  await page.getByRole('button', { name: '从备份恢复' }).click()
  await page
    .getByRole('row', { name: /立即备份/ })
    .getByRole('button')
    .click()
  await page.getByRole('button', { name: '确认恢复' }).click()
  await page.getByRole('button', { name: '打开台账' }).click()
  const dialog = page.getByRole('dialog', { name: '接上报送次序' })
  await expect(dialog).toContainText('发件箱里有未登记的第 1 号')
  await look(page, '98-接上报送次序')
  await dialog.getByRole('button', { name: '以后再选' }).click()
  await expect(page.getByText('报送次序未接上')).toBeVisible()
  await look(page, '99-备份-次序未接上')
  await goToScreen(page, '报送')
  await expect(page.getByText('恢复后还没有接上报送次序')).toBeVisible()
  await look(page, '99-报送-次序未接上')
  await page.getByRole('button', { name: '去接上' }).click()
  await page.getByRole('button', { name: '接上报送次序' }).click()
  await dialog.getByRole('button', { name: '就是这一份' }).click()
  await expect(dialog).toContainText(/接替 [0-9A-F]{8} 站，自第 2 号/)
  await look(page, '99-接上报送次序-完成')
  await dialog.getByRole('button', { name: '完成' }).click()
  await expect(page.getByText('报送次序未接上')).toHaveCount(0)
  await goToScreen(page, '操作记录')
  await expect(page.getByText(/接替 [0-9A-F]{8} 站：登记已报送的第 1 号/).first()).toBeVisible()
  await app.close()
})
