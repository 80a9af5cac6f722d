import { execFileSync } from 'node:child_process'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { setFields } from '#shared/edits/operations.ts'
import { sampleRecords } from '#tests/support/sample-records.ts'
import { expect, launchApp, test } from './launch.ts'
import { answerSavingTo } from './pages/dialogs.ts'
import { gridCell } from './pages/grid.ts'
import { goToScreen } from './pages/setup.ts'
import { policyViolations, watchPolicy } from './policy-violations.ts'
import { commitAndReload, seedCounty } from './seeded-county.ts'

const NAME = '<img src=x onerror="document.title=1"><b>样例</b>'

/** Elements that only markup inside a value could have made. */
const madeElements = (page: Page) => page.locator('[onerror], [src="x"], b:text-is("样例")').count()

test('markup typed as a firm name stays text in the grid, on the sheet and in the PDF', async ({
  userData,
}) => {
  const { app, page } = await launchApp({ userData })
  await seedCounty(page)
  const [participation] = sampleRecords().of('participation')
  if (participation?.enterprise === undefined) throw new Error('no firm in the year list')
  await commitAndReload(page, '改名', [setFields('enterprise', participation.enterprise, { name: NAME })])
  await watchPolicy(page)
  const title = await page.title()

  await test.step('企业名录', async () => {
    await page.getByLabel('名称、代码或拼音首字母').fill('onerror')
    await expect(gridCell(page, NAME, 'name')).toHaveText(NAME)
    expect(await madeElements(page)).toBe(0)
  })

  await test.step('表8', async () => {
    await goToScreen(page, '打印')
    await page.getByRole('radiogroup', { name: '季度' }).getByText('三季度').click()
    const forms = page.getByRole('group', { name: '要打印的表' })
    for (const form of ['表1', '表5', '表8'])
      await forms.getByRole('checkbox', { name: new RegExp(`^${form}`) }).setChecked(form === '表8')
    await expect(page.getByRole('region', { name: '预览' })).toContainText(NAME)
    expect(await madeElements(page)).toBe(0)
  })

  await test.step('PDF', async () => {
    const target = path.join(userData, '表8.pdf')
    await answerSavingTo(app, target)
    await page.getByRole('button', { name: '导出 PDF' }).click()
    await expect(page.getByText('表8.pdf')).toBeVisible({ timeout: 60_000 })
    // Cells break lines where they like.
    const paper = execFileSync('pdftotext', ['-raw', target, '-'], { encoding: 'utf8' })
    expect(paper.replaceAll(/\s/gu, '')).toContain(NAME.replaceAll(/\s/gu, ''))
  })

  expect(await policyViolations(page)).toEqual([])
  expect(await page.title()).toBe(title)
  await app.close()
})
