import type { Locator, Page } from '@playwright/test'

/** 首次设置 as a clerk drives it. */
export class SetupPage {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  get heading(): Locator {
    return this.page.getByRole('heading', { name: '首次设置' })
  }

  field(title: string): Locator {
    return this.page.getByRole('form', { name: '本单位档案' }).getByLabel(title)
  }

  async chooseUnit(name: string): Promise<void> {
    await this.page.getByRole('radio', { name, exact: true }).check()
    await this.page.getByRole('button', { name: '下一步' }).click()
  }

  async finish(): Promise<void> {
    await this.page.getByRole('button', { name: '完成，开始使用' }).click()
    const later = this.page.getByRole('button', { name: '以后再说' })
    await later.or(this.page.getByText('请填写').first()).waitFor()
    if (await later.isVisible()) await later.click()
  }

  /** The shortest way to an empty register of 平江县, working on the year of the sample workbooks. */
  async beginCounty(): Promise<void> {
    await this.chooseUnit('平江县')
    await this.field('填报人').fill('示例员')
    await this.finish()
    await chooseYear(this.page, 2021)
  }

  /** 试用: returns once the sample county stands and its mark is in the title bar. */
  async trySampleCounty(): Promise<void> {
    await this.page.getByRole('button', { name: '用样例县试用' }).click()
    await this.page.getByRole('banner').getByText('试用', { exact: true }).waitFor({ timeout: 60_000 })
  }
}

/** Goes to a screen by the navigation. */
export async function goToScreen(page: Page, title: string): Promise<void> {
  await page
    .getByRole('navigation', { name: '功能' })
    .getByRole('button', { name: title, exact: true })
    .click()
}

/** 工作年度 in the title bar: the sample workbooks are of 2021, the program begins with the year of today. */
export async function chooseYear(page: Page, year: number): Promise<void> {
  await page.getByRole('combobox', { name: '工作年度' }).selectOption(String(year))
}
