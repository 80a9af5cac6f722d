import type { Page } from '@playwright/test'

interface WatchedWindow {
  policyViolations?: string[]
}

/** Notes every violation of the page's Content-Security-Policy from the next load of the page on. */
export async function watchPolicy(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const seen: string[] = []
    ;(window as unknown as { policyViolations?: string[] }).policyViolations = seen
    document.addEventListener('securitypolicyviolation', (event) => {
      seen.push(`${event.effectiveDirective} ${event.blockedURI}`)
    })
  })
  await page.reload()
}

/** What the policy has stopped since the page was loaded, as `connect-src https://…`. */
export async function policyViolations(page: Page): Promise<readonly string[]> {
  const seen = await page.evaluate(() => (window as unknown as WatchedWindow).policyViolations)
  if (seen === undefined) throw new Error('the policy of this page is not watched')
  return seen
}
