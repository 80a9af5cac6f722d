import type { Locator, Page } from '@playwright/test'

/** 报送 as a clerk drives it, step by step. */
export class ReportSteps {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  step(title: string): Locator {
    return this.page.getByRole('navigation', { name: '报送步骤' }).getByRole('button', { name: title })
  }

  async explainEverything(reason: string): Promise<void> {
    const reasons = this.page.getByRole('textbox', { name: /的原因$/ })
    await reasons.first().waitFor()
    for (const each of await reasons.all()) {
      await each.fill(reason)
      await each.press('Enter')
    }
  }

  async makePreparerKey(passphrase: string): Promise<void> {
    await this.makeKey('填报人', passphrase)
  }

  async makeReviewerKey(passphrase: string): Promise<void> {
    await this.page.getByRole('button', { name: '建审核人密钥' }).click()
    await this.makeKey('审核人', passphrase)
  }

  async sign(passphrase: string): Promise<void> {
    await this.page.getByLabel('填报人口令').fill(passphrase)
    await this.page.getByRole('button', { name: '定稿签名', exact: true }).click()
    await this.page.getByRole('region', { name: '定稿文件' }).waitFor({ timeout: 30_000 })
  }

  async countersign(passphrase: string): Promise<void> {
    await this.page.getByLabel('审核人口令').fill(passphrase)
    await this.page.getByRole('button', { name: '同意，审核签名' }).click()
    await this.page.getByText('已有 2 个签名').waitFor({ timeout: 30_000 })
  }

  private async makeKey(whose: string, passphrase: string): Promise<void> {
    const form = this.page.locator('form').filter({ has: this.page.getByLabel(`${whose}姓名`) })
    await form.getByLabel('设置口令').fill(passphrase)
    await form.getByLabel('再输一次口令').fill(passphrase)
    await form.getByRole('button', { name: '建立密钥' }).click()
    await form.waitFor({ state: 'detached', timeout: 30_000 })
  }
}
