import { expect, launchApp, test } from './launch.ts'
import { SetupPage } from './pages/setup.ts'
import { policyViolations, watchPolicy } from './policy-violations.ts'

test('the page has no way into Node or Electron', async ({ userData }) => {
  const { app, page } = await launchApp({ userData })
  const found = await page.evaluate(() => {
    const names = ['require', 'process', 'module', 'Buffer', 'global', 'electron', 'ipcRenderer', '__dirname']
    return names.filter((name) => name in window)
  })
  expect(found).toEqual([])
  const bridge = await page.evaluate(() => Object.keys((window as unknown as { desktop: object }).desktop))
  expect(bridge.toSorted()).toEqual(['call', 'on'])
  await app.close()
})

test('nothing foreign can be fetched, and the policy says so', async ({ userData }) => {
  const { app, page } = await launchApp({ userData })
  await watchPolicy(page)
  await expect(new SetupPage(page).heading).toBeVisible()
  expect(await policyViolations(page)).toEqual([])

  const answer = await page.evaluate(() =>
    fetch('https://example.com/').then(
      () => 'answered',
      () => 'refused',
    ),
  )
  expect(answer).toBe('refused')
  await expect.poll(() => policyViolations(page)).toEqual(['connect-src https://example.com/'])
  await app.close()
})

test('a foreign script and a foreign picture are stopped as well', async ({ userData }) => {
  const { app, page } = await launchApp({ userData })
  await watchPolicy(page)
  await page.evaluate(() => {
    const script = document.createElement('script')
    script.textContent = 'window.ranForeignScript = true'
    document.head.append(script)
    const picture = document.createElement('img')
    picture.src = 'https://example.com/a.png'
    document.body.append(picture)
  })
  await expect
    .poll(async () => (await policyViolations(page)).toSorted())
    .toEqual(['img-src https://example.com/a.png', 'script-src-elem inline'])
  expect(await page.evaluate(() => 'ranForeignScript' in window)).toBe(false)
  await app.close()
})

test('the page stays where it is and opens no other window', async ({ userData }) => {
  const { app, page } = await launchApp({ userData })
  const address = page.url()
  expect(await page.evaluate(() => window.open('https://example.com/') === null)).toBe(true)
  await page.evaluate(() => {
    window.location.href = 'https://example.com/'
  })
  await page.evaluate(() => {
    const link = document.createElement('a')
    link.href = 'https://example.com/'
    document.body.append(link)
    link.click()
  })
  await expect(new SetupPage(page).heading).toBeVisible()
  expect(page.url()).toBe(address)
  expect(app.windows().length).toBe(1)
  await app.close()
})
