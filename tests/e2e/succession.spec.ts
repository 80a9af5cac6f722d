import { expect, launchApp, test } from './launch.ts'
import { goToScreen } from './pages/setup.ts'
import { look, SCREEN } from './screen-checks.ts'
import { seedCounty } from './seeded-county.ts'

test('移交清单 counts the county, names what is open, and is printed with three names', async ({
  userData,
}) => {
  const { app, page } = await launchApp({ userData })
  await page.setViewportSize(SCREEN)
  await seedCounty(page)
  await goToScreen(page, '设置')
  await page.getByRole('button', { name: '办理移交或接任' }).click()
  const preview = page.getByRole('region', { name: '预览' })
  await expect(preview).toContainText('移交清单')
  await expect(preview).toContainText('120家')
  await page.getByLabel('接交人').fill('示例丁')
  await expect(preview).toContainText('接交人：示例丁')
  await expect(page.getByRole('region', { name: '待办事项' })).toContainText('未定稿报送')
  await look(page, '73-移交与接任')
  await app.close()
})
