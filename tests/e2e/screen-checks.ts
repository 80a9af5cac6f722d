import type { Page } from '@playwright/test'
import { expect } from './launch.ts'

export const SCREEN = { width: 1366, height: 768 }

/** Latin words an office uses in Chinese text; names of keys and files and codes are taken out by their form. */
const OFFICE_WORDS = ['PDF', 'OA', 'Excel', 'WPS', 'Esc', 'MB', 'KB', 'ZL', 'CN']
/** Written by the county itself: a product, a method, a broken formula of the messy workbook. */
const WORDS_OF_THE_SAMPLES = ['SBS', 'TRIZ', 'REF']
const KNOWN = new Set([...OFFICE_WORDS, ...WORDS_OF_THE_SAMPLES])
const KEYS = /Ctrl\+\w/gu
/** The beginning of another PC's number, in brackets; now and then it has no digit. */
const STATIONS = /（[0-9a-f]{4,8}）/gu
const FILE_NAMES_AND_CODES = /YY-DEMO\b|[\w.-]*(?:\d[\w.-]*|\.(?:pbz\.json|xlsx|xls|et|csv|pdf|txt|json)\b)/gu

/** Latin words of a text that no clerk need know. */
export function foreignWords(text: string): readonly string[] {
  const words =
    text
      .replaceAll(KEYS, ' ')
      .replaceAll(STATIONS, ' ')
      .replaceAll(FILE_NAMES_AND_CODES, ' ')
      .match(/[A-Za-z]{2,}/gu) ?? []
  return [...new Set(words.filter((word) => !KNOWN.has(word)))]
}

/** A screenshot as an artefact, and what must hold of every screen at 1366×768. */
export async function look(page: Page, name: string): Promise<void> {
  await expect(page.getByLabel('正在打开')).toHaveCount(0)
  // Tooltips of what was clicked last would hide what is looked at.
  await page.mouse.move(SCREEN.width - 2, SCREEN.height - 2)
  await page.screenshot({ path: `test-results/screens/${name}.png`, animations: 'disabled' })
  const seen = await page.evaluate(() => {
    const scroller = document.scrollingElement
    const hints = [...document.querySelectorAll('[placeholder]')].map(
      (each) => each.getAttribute('placeholder') ?? '',
    )
    const outside = [...document.querySelectorAll<HTMLElement>('button[data-variant="filled"]')]
      .filter((button) => {
        const { left, top, right, bottom } = button.getBoundingClientRect()
        return left < 0 || top < 0 || right > window.innerWidth || bottom > window.innerHeight
      })
      .map((button) => button.innerText)
    return {
      text: [document.body.innerText, ...hints].join('\n'),
      sideways: scroller !== null && scroller.scrollWidth > window.innerWidth,
      outside,
    }
  })
  const { text, ...layout } = seen
  expect
    .soft({ ...layout, foreign: foreignWords(text) }, name)
    .toEqual({ sideways: false, outside: [], foreign: [] })
}
