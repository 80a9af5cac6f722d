import { expect, test } from 'vitest'
import { placeOnScreens } from '#main/app/window-place.ts'

const LAPTOP = { x: 0, y: 0, width: 1366, height: 728 }
const SECOND = { x: 1366, y: 0, width: 1920, height: 1040 }
const CENTRED = { bounds: { x: 0, y: 0, width: 1366, height: 728 }, maximized: false }

test('the window comes back where it was, on whichever screen', () => {
  const place = { bounds: { x: 1500, y: 100, width: 1400, height: 800 }, maximized: true }
  expect(placeOnScreens(place, [LAPTOP, SECOND])).toEqual(place)
})

test('a window of a screen that is gone opens in the middle of the first, still maximized', () => {
  const place = { bounds: { x: 1500, y: 100, width: 1400, height: 800 }, maximized: true }
  expect(placeOnScreens(place, [LAPTOP])).toEqual({ ...CENTRED, maximized: true })
})

test.each([
  ['nothing stored', null],
  ['damaged content', { bounds: { x: 'a' }, maximized: false }],
  ['half pixels', { bounds: { x: 0.5, y: 0, width: 1100, height: 700 }, maximized: false }],
])('%s gives the middle of the first screen', (_what, stored) => {
  expect(placeOnScreens(stored, [LAPTOP])).toEqual(CENTRED)
})

test('a window larger than its screen is fitted, a tiny one is enlarged', () => {
  const large = { bounds: { x: 10, y: 10, width: 3000, height: 2000 }, maximized: false }
  expect(placeOnScreens(large, [LAPTOP]).bounds).toEqual({ x: 10, y: 10, width: 1366, height: 728 })
  const tiny = { bounds: { x: 10, y: 10, width: 200, height: 50 }, maximized: false }
  expect(placeOnScreens(tiny, [LAPTOP]).bounds).toEqual({ x: 10, y: 10, width: 1024, height: 640 })
})

test('a window whose title bar cannot be caught is brought back', () => {
  const above = { bounds: { x: 100, y: -300, width: 1100, height: 700 }, maximized: false }
  expect(placeOnScreens(above, [LAPTOP])).toEqual(CENTRED)
  const aside = { bounds: { x: 1300, y: 0, width: 1100, height: 700 }, maximized: false }
  expect(placeOnScreens(aside, [LAPTOP])).toEqual(CENTRED)
})

test('without any screen it still opens', () => {
  expect(placeOnScreens(null, []).bounds).toEqual({ x: 0, y: 0, width: 1366, height: 768 })
})
