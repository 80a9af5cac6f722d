import type { CDPSession, Locator, Page } from '@playwright/test'

/** One cell of a grid, by the row's name and the column's id in the data dictionary. */
export function gridCell(page: Page, row: string, column: string): Locator {
  return page.getByRole('row', { name: row, exact: true }).locator(`[data-column="${column}"]`)
}

/** The field that lies over the active cell. */
export const cellEditor = (page: Page): Locator => page.getByRole('grid').locator('textarea')

/** A Chinese input method: what is composed stays underlined until it is chosen. */
export class InputMethod {
  private readonly browser: CDPSession

  private constructor(browser: CDPSession) {
    this.browser = browser
  }

  static async of(page: Page): Promise<InputMethod> {
    return new InputMethod(await page.context().newCDPSession(page))
  }

  /** Pinyin letters as they are typed, one after the other. */
  async compose(letters: string): Promise<void> {
    for (let typed = 1; typed <= letters.length; typed++) {
      await this.browser.send('Input.imeSetComposition', {
        text: letters.slice(0, typed),
        selectionStart: typed,
        selectionEnd: typed,
      })
    }
  }

  /** Enter as an input method lets it through to the page while a composition is open. */
  async pressEnterWhileComposing(): Promise<void> {
    const enter = { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 13 }
    await this.browser.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...enter })
    await this.browser.send('Input.dispatchKeyEvent', { type: 'keyUp', ...enter })
  }

  async choose(text: string): Promise<void> {
    await this.browser.send('Input.insertText', { text })
  }
}
