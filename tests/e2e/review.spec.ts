import type { Page } from '@playwright/test'
import { createRecord, setFields, voidRecord } from '#shared/edits/operations.ts'
import { sampleRecords } from '#tests/support/sample-records.ts'
import { expect, launchApp, test } from './launch.ts'
import { gridCell } from './pages/grid.ts'
import { goToScreen } from './pages/setup.ts'
import { look, SCREEN } from './screen-checks.ts'
import { commitAndReload, seedCounty, takeUpElsewhere } from './seeded-county.ts'

const [first, second, third, fourth] = sampleRecords().of('enterprise')
if (!first || !second || !third || !fourth) throw new Error('the sample county is too small')
const figures = sampleRecords().of('figures')[0]
if (!figures) throw new Error('the sample county has no figures')

const elsewhere = { at: '2021-10-09T02:15:00.000Z', by: '王某' }

/** Two PCs apart for an hour: three cells, one 作废, and a firm entered again under its name. */
async function contestedCounty(page: Page): Promise<void> {
  await page.setViewportSize(SCREEN)
  await seedCounty(page)
  await commitAndReload(page, '修改 3 家企业', [
    setFields('enterprise', first?.id ?? '', { product: '锂电池负极材料', contact: '样例乙' }),
    setFields('enterprise', second?.id ?? '', { product: '轴承' }),
    setFields('figures', figures?.id ?? '', { revenue: 4321.5 }),
    createRecord('enterprise', 'again', { name: fourth?.name ?? '', phone: '0730-0000001' }),
  ])
  await takeUpElsewhere(page, [
    {
      ...elsewhere,
      before: 1,
      title: `修改 ${first?.name}`,
      ops: [
        setFields('enterprise', first?.id ?? '', { product: '石墨负极', contact: '样例丙' }),
        setFields('figures', figures?.id ?? '', { revenue: 4300 }),
      ],
    },
    {
      ...elsewhere,
      before: 1,
      title: `作废 ${second?.name}`,
      ops: [voidRecord('enterprise', second?.id ?? '', '重复录入')],
    },
  ])
}

test('待核对 by keyboard: values, 作废, a third value, 疑似重复, undo; the focus stays on the list', async ({
  userData,
}) => {
  const { app, page } = await launchApp({ userData })
  await contestedCounty(page)
  await goToScreen(page, '企业')
  const cell = gridCell(page, first?.name ?? '', 'product')
  await expect(cell.getByRole('button')).toHaveText('待核对')
  await look(page, '60-待核对-表格标记')
  await page.getByRole('button', { name: '收起导航' }).click()
  await look(page, '60-待核对-收起导航')
  await page.getByRole('button', { name: '展开导航' }).click()
  await cell.getByRole('button').click()
  const list = page.getByRole('listbox', { name: '待核对的内容' })
  await expect(list).toBeFocused()
  await expect(list.getByRole('option')).toHaveCount(5)
  const detail = page.getByRole('region', { name: `${first?.name} 的主导产品` })
  await expect(detail).toContainText('锂电池负极材料')
  await expect(detail).toContainText('石墨负极')
  await expect(detail).toContainText('王某')
  await look(page, '61-待核对-填得不一样')

  await page.keyboard.press('2')
  await expect(detail.getByRole('button', { name: '石墨负极' })).toHaveAttribute('aria-pressed', 'true')
  await page.keyboard.press('Enter')
  await expect(list.getByRole('option')).toHaveCount(4)
  await expect(list).toBeFocused()
  await page.keyboard.press('u')
  await expect(list.getByRole('option')).toHaveCount(5)
  await expect(detail).toBeVisible()
  await expect(list).toBeFocused()

  await page.keyboard.press('t')
  const typed = page.getByRole('form', { name: '另填一个' }).getByRole('textbox')
  await expect(typed).toBeFocused()
  await typed.fill('人造石墨负极材料')
  await look(page, '62-待核对-另填')
  await page.keyboard.press('Enter')
  await expect(list.getByRole('option')).toHaveCount(4)
  await expect(list).toBeFocused()

  await page.keyboard.press('Home')
  await expect(page.getByRole('region', { name: `${second?.name} 的作废` })).toBeVisible()
  await look(page, '63-待核对-作废冲突')
  await page.keyboard.press('1')
  await page.keyboard.press('Enter')
  await expect(list.getByRole('option')).toHaveCount(3)

  await page.keyboard.press('End')
  await expect(page.getByRole('region', { name: '疑似重复：名称相同' })).toBeVisible()
  await look(page, '64-待核对-疑似重复')
  await page.keyboard.press('1')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: '合并企业' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(list).toBeFocused()
  await page.keyboard.press('2')
  await page.keyboard.press('Enter')
  await expect(list.getByRole('option')).toHaveCount(2)
  await expect(list).toBeFocused()
  await goToScreen(page, '企业')
  await expect(cell).toHaveText('人造石墨负极材料')
  await app.close()
})

test('a conflict blocks 定稿 and leads to 待核对; many are settled at once and taken back at once', async ({
  userData,
}) => {
  const { app, page } = await launchApp({ userData })
  await contestedCounty(page)
  const badge = page.getByRole('button', { name: '待核对', exact: true })
  await expect(badge).toContainText('5')
  await goToScreen(page, '报送')
  await page.getByRole('radiogroup', { name: '季度' }).getByText('三季度').click()
  const finding = page.getByRole('listitem').filter({ hasText: '有两个不同的值' })
  await expect(finding).toBeVisible()
  await look(page, '65-报送-待核对挡住')
  await finding.getByRole('button', { name: '查看' }).click()
  await expect(page.getByRole('heading', { name: '待核对', exact: true })).toBeVisible()

  await page.getByRole('button', { name: '全部取较新…' }).click()
  const dialog = page.getByRole('dialog', { name: '全部取较新' })
  await expect(dialog).toContainText('选定 3 处')
  await expect(dialog).toContainText('1 处作废冲突不变')
  await look(page, '66-待核对-全部取较新')
  await dialog.getByRole('button', { name: '选定 3 处' }).click()
  await expect(badge).toContainText('2')
  await page.keyboard.press('Control+z')
  await expect(badge).toContainText('5')
  await page.getByText('疑似重复 1', { exact: true }).click()
  await expect(page.getByRole('listbox').getByRole('option')).toHaveCount(1)
  await app.close()
})

test('nothing to review says so', async ({ userData }) => {
  const { app, page } = await launchApp({ userData })
  await page.setViewportSize(SCREEN)
  await seedCounty(page)
  await goToScreen(page, '待核对')
  await expect(page.getByText('没有待核对的内容')).toBeVisible()
  await look(page, '67-待核对-没有')
  await app.close()
})
