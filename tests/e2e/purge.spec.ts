import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { setFields } from '#shared/edits/operations.ts'
import { sampleRecords } from '#tests/support/sample-records.ts'
import { expect, launchApp, test } from './launch.ts'
import { goToScreen } from './pages/setup.ts'
import { look, SCREEN } from './screen-checks.ts'
import { commitAndReload, seedCounty } from './seeded-county.ts'

const [firm] = sampleRecords().of('enterprise')
if (firm?.name === undefined) throw new Error('the sample county has no firm')
const { id, name } = firm

const OLD_PHONE = '0730-8976543'
const PHONE = '0730-8976544'
const PERSON = '样例联系人寅'

/** What the dialog names: backups, folders from before a restore, 发件箱, files received and not taken up. */
const NAMED = /\/data\/(?:(?:backups|outbox|exchange)\/(?!\.pbz-)|恢复前-)/

/** Files of everything the program keeps, but for what the dialog names, that hold any of the words in either spelling of text. */
async function filesWith(userData: string, words: readonly string[]): Promise<readonly string[]> {
  const names = await readdir(userData, { recursive: true, withFileTypes: true })
  const found: string[] = []
  for (const each of names) {
    const file = path.join(each.parentPath, each.name)
    if (!each.isFile() || NAMED.test(file)) continue
    // The browser removes files of its own while we look.
    const bytes = await readFile(file).catch(() => Buffer.alloc(0))
    const spelled = words.flatMap((word) => [Buffer.from(word, 'utf8'), Buffer.from(word, 'utf16le')])
    if (spelled.some((word) => bytes.includes(word))) found.push(path.relative(userData, file))
  }
  return found
}

async function openFirm(page: Page) {
  await goToScreen(page, '企业')
  const row = page.getByRole('row', { name, exact: true })
  await row.hover()
  await row.getByRole('button', { name: '打开' }).click()
  return page.getByRole('complementary', { name })
}

/** Every string IndexedDB holds of the page, as one text. */
async function workingCopy(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const parts: string[] = []
    for (const { name: base } of await indexedDB.databases()) {
      if (base === undefined) continue
      const database = await new Promise<IDBDatabase>((done, fail) => {
        const request = indexedDB.open(base)
        request.onsuccess = () => done(request.result)
        request.onerror = () => fail(request.error)
      })
      for (const store of database.objectStoreNames) {
        const rows = await new Promise<unknown[]>((done, fail) => {
          const request = database.transaction(store).objectStore(store).getAll()
          request.onsuccess = () => done(request.result)
          request.onerror = () => fail(request.error)
        })
        for (const row of rows) parts.push(JSON.stringify(row))
      }
      database.close()
    }
    return parts.join('\n')
  })
}

test('清除个人信息: gone from form, 历史, journal and working copy; undo brings nothing back; 操作记录 says it', async ({
  userData,
}) => {
  const { app, page } = await launchApp({ userData })
  await page.setViewportSize(SCREEN)
  await seedCounty(page)
  await commitAndReload(page, '修改联系电话', [setFields('enterprise', id, { phone: OLD_PHONE })])
  await commitAndReload(page, '修改联系方式', [
    setFields('enterprise', id, { phone: PHONE, contact: PERSON }),
  ])
  expect(await filesWith(userData, [OLD_PHONE, PHONE, PERSON])).not.toEqual([])
  expect(await workingCopy(page)).toContain(OLD_PHONE)

  const data = path.join(userData, 'data')
  const scraps = ['.pbz-0123456789ab.tmp', 'exchange/.pbz-0123456789ab.tmp', 'journal/journal-000009.torn']
  const before = path.join(data, '恢复前-2021-10-08-010000', 'journal')
  for (const folder of [path.join(data, 'exchange'), before]) await mkdir(folder, { recursive: true })
  for (const scrap of scraps) await writeFile(path.join(data, scrap), PHONE)
  await writeFile(path.join(before, 'journal-000001.jsonl'), PHONE)

  const panel = await openFirm(page)
  await panel.getByRole('button', { name: '清除个人信息…' }).click()
  const dialog = page.getByRole('dialog', { name: `清除个人信息：${name}` })
  await expect(dialog.getByRole('row', { name: /联系电话/ })).toContainText('3 个')
  await expect(dialog).toContainText('半截文件 3 个')
  await expect(dialog).toContainText('“恢复前-…”文件夹 1 个')
  await expect(dialog.getByRole('button', { name: '永久清除' })).toBeDisabled()
  await expect(dialog).toContainText('以前的备份')
  await dialog.getByLabel('申请人').fill('该企业')
  await dialog.getByLabel('原因').fill('企业来函要求')
  await look(page, '70-清除个人信息')
  await dialog.getByRole('button', { name: '永久清除' }).click()
  const done = page.getByRole('dialog', { name: '已清除个人信息' })
  await expect(done).toContainText('历史中显示“已清除”')
  await expect(done).toContainText('“恢复前-…”文件夹 1 个')
  await look(page, '71-清除个人信息-完成')
  await done.getByRole('button', { name: '重新打开台账' }).click()

  const again = await openFirm(page)
  await expect(again.getByRole('textbox', { name: '联系电话' })).toHaveValue('')
  await expect(again.getByText('清除没有做完')).toHaveCount(0)
  expect(await filesWith(userData, [OLD_PHONE, PHONE, PERSON])).toEqual([])
  const copy = await workingCopy(page)
  expect(copy).toContain(name)
  for (const word of [OLD_PHONE, PHONE, PERSON]) expect(copy).not.toContain(word)

  await again.getByRole('textbox', { name: '联系电话' }).press('Control+h')
  const history = page.getByRole('dialog', { name: `历史：${name} 的联系电话` })
  await expect(history.getByText('已清除')).toHaveCount(4)
  await expect(history.getByRole('button', { name: /用回这个值/ })).toHaveCount(0)
  await look(page, '72-历史-已清除')
  await page.keyboard.press('Escape')

  await page.getByRole('button', { name: /^撤销：清除个人信息/ }).click()
  await expect(page.getByRole('alert').filter({ hasText: '已撤销' })).toBeVisible()
  await expect(again.getByRole('textbox', { name: '联系电话' })).toHaveValue('')
  await goToScreen(page, '操作记录')
  await expect(
    page.getByText(`清除个人信息：${name}（申请人：该企业；原因：企业来函要求）`).first(),
  ).toBeVisible()
  await app.close()
  expect(await filesWith(userData, [OLD_PHONE, PHONE, PERSON])).toEqual([])

  const second = await launchApp({ userData })
  const kept = await openFirm(second.page)
  await expect(kept.getByRole('textbox', { name: '联系人' })).toHaveValue('')
  await second.app.close()
})

test('a purge that was said but not done is told at the firm and among the 待办, and is finished at the firm', async ({
  userData,
}) => {
  const { app, page } = await launchApp({ userData })
  await page.setViewportSize(SCREEN)
  await seedCounty(page)
  await commitAndReload(page, '修改联系电话', [setFields('enterprise', id, { phone: PHONE })])
  await commitAndReload(page, '清除个人信息', [
    {
      record: 'enterprise',
      id,
      set: {
        phone: null,
        'purges/elsewhere': {
          name: '联系电话',
          registers: 'phone',
          on: '2021-11-01',
          asker: '该企业',
          reason: '企业来函要求',
        },
      },
    },
  ])
  const panel = await openFirm(page)
  await expect(panel.getByText('清除没有做完')).toBeVisible()
  await look(page, '73-清除个人信息-没有做完')
  await goToScreen(page, '设置')
  await page.getByRole('button', { name: '办理移交或接任' }).click()
  await page.getByRole('button', { name: /1家企业的清除在本机没有做完/ }).click()
  await expect(page.getByRole('row', { name, exact: true })).toBeVisible()
  await openFirm(page)
  await panel.getByRole('button', { name: '继续清除…' }).click()
  const dialog = page.getByRole('dialog', { name: `清除个人信息：${name}` })
  await dialog.getByRole('button', { name: '永久清除' }).click()
  await page.getByRole('button', { name: '重新打开台账' }).click()
  await openFirm(page)
  await expect(panel.getByText('清除没有做完')).toHaveCount(0)
  expect(await filesWith(userData, [PHONE])).toEqual([])
  await app.close()
})
