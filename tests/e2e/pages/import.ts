import path from 'node:path'
import type { Locator, Page } from '@playwright/test'

const WORKBOOKS = path.resolve(import.meta.dirname, '../../fixtures/workbooks')

/** A sample workbook of tests/fixtures/workbooks by its name. */
export const sampleWorkbook = (name: string): string => path.join(WORKBOOKS, name)

/** 导入 as a clerk drives it. */
export class ImportPage {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  /** The button that takes the rows in; its words count them. */
  get take(): Locator {
    return this.page.getByRole('main').getByRole('button', { name: /^导入 \d/ })
  }

  get result(): Locator {
    return this.page.getByRole('region', { name: '导入结果' })
  }

  /** Returns once the four piles of the workbook are shown. */
  async chooseFile(name: string): Promise<void> {
    await this.page.locator('main input[type=file]').setInputFiles(sampleWorkbook(name))
    await this.page.getByRole('tablist', { name: '四类行' }).waitFor({ timeout: 30_000 })
  }

  async answerListIsApproved(): Promise<void> {
    await this.page.getByRole('radio', { name: '已审定' }).check()
  }

  /** Takes the rows in and returns what the program says it did. */
  async confirm(): Promise<string> {
    await this.take.click()
    return this.result.innerText()
  }
}
