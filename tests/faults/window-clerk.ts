import type { Page } from '@playwright/test'
import { gridCell } from '../e2e/pages/grid.ts'
import { backUpNow } from './bridge-clerk.ts'
import type { Told } from './told.ts'

const TIMEOUT = 5000

/** Works in the window as a clerk does until the program is killed: types into the grid, 撤销, 重做, 立即备份. */
export class WindowClerk {
  readonly #page: Page
  readonly #told: Told
  readonly #random: () => number

  constructor(page: Page, told: Told, random: () => number) {
    this.#page = page
    this.#told = told
    this.#random = random
  }

  /** `name` is of this round alone. */
  async workUntilKilled(firms: readonly string[], name: string): Promise<void> {
    for (let n = 0; ; n += 1) {
      const firm = firms[n % firms.length] ?? ''
      const before = this.#told.cells.get(firm) ?? null
      const text = `产品${name}之${n}`
      await this.#type(firm, text)
      if (this.#random() < 0.2) void backUpNow(this.#page, this.#told)
      // What the cell held before the first round is not known here.
      if (before === null || this.#random() < 0.6) continue
      await this.#press('撤销', firm, before)
      this.#told.takenBack.undone += 1
      if (this.#random() < 0.5) continue
      await this.#press('重做', firm, [text])
      this.#told.takenBack.redone += 1
    }
  }

  async #type(firm: string, text: string): Promise<void> {
    await gridCell(this.#page, firm, 'product').click({ timeout: TIMEOUT })
    await this.#changing(firm, [text], async () => {
      await this.#page.keyboard.type(text)
      await this.#page.keyboard.press('Enter')
      await this.#button('撤销', firm).waitFor({ timeout: TIMEOUT })
      await this.#shows(firm, text)
    })
    this.#told.words.add(text)
  }

  async #press(word: '撤销' | '重做', firm: string, after: readonly string[]): Promise<void> {
    const button = this.#button(word, firm)
    await this.#changing(firm, after, async () => {
      await button.click({ timeout: TIMEOUT })
      const back = word === '撤销' ? '重做' : '撤销'
      await this.#button(back, firm).waitFor({ timeout: TIMEOUT })
      await this.#shows(firm, after[0] ?? '')
    })
  }

  /** Until it is called done the cell may hold what was there before as well as what comes. */
  async #changing(firm: string, after: readonly string[], work: () => Promise<void>): Promise<void> {
    const { cells } = this.#told
    const before = cells.get(firm)
    if (before !== undefined) cells.set(firm, [...before, ...after])
    await work()
    cells.set(firm, after)
  }

  /** Cells are drawn from what is saved. */
  async #shows(firm: string, text: string): Promise<void> {
    await gridCell(this.#page, firm, 'product').filter({ hasText: text }).waitFor({ timeout: TIMEOUT })
  }

  #button(word: '撤销' | '重做', firm: string) {
    return this.#page.getByRole('banner').getByRole('button', { name: `${word}：修改 ${firm} 的主导产品` })
  }
}

/** Cells that show neither what was called saved last nor what was on its way. */
export async function wrongCells(page: Page, { cells }: Told): Promise<readonly string[]> {
  const wrong: string[] = []
  for (const [firm, expected] of cells) {
    const shown = (await gridCell(page, firm, 'product').innerText()).trim()
    if (!expected.includes(shown)) wrong.push(`${firm}: ${expected.join(' or ')}, shown ${shown}`)
    cells.set(firm, [shown])
  }
  return wrong
}
