import { z } from 'zod'

const Rectangle = z.strictObject({ x: z.int(), y: z.int(), width: z.int(), height: z.int() })
export type Rectangle = z.infer<typeof Rectangle>

/** Where the window was; `bounds` are those of the window when not maximized. */
export const WindowPlace = z.strictObject({ bounds: Rectangle, maximized: z.boolean() })
export type WindowPlace = z.infer<typeof WindowPlace>

export const SMALLEST = { width: 1024, height: 640 }
const PREFERRED = { width: 1366, height: 768 }

/** A title bar narrower than this cannot be caught with the mouse. */
const CATCHABLE = { width: 160, height: 40 }

/** The place to open at: the remembered one if a screen still shows it, else the middle of the first screen. */
export function placeOnScreens(stored: unknown, workAreas: readonly Rectangle[]): WindowPlace {
  const remembered = WindowPlace.safeParse(stored)
  if (!remembered.success) return centredPlace(workAreas[0])
  const { bounds, maximized } = remembered.data
  const screen = workAreas.find((area) => showsTitleBar(area, bounds))
  if (screen === undefined) return { ...centredPlace(workAreas[0]), maximized }
  const width = Math.max(Math.min(bounds.width, screen.width), Math.min(SMALLEST.width, screen.width))
  const height = Math.max(Math.min(bounds.height, screen.height), Math.min(SMALLEST.height, screen.height))
  return { bounds: { ...bounds, width, height }, maximized }
}

function showsTitleBar(area: Rectangle, bounds: Rectangle): boolean {
  const left = Math.max(area.x, bounds.x)
  const right = Math.min(area.x + area.width, bounds.x + bounds.width)
  const isInside = bounds.y >= area.y && bounds.y + CATCHABLE.height <= area.y + area.height
  return right - left >= CATCHABLE.width && isInside
}

function centredPlace(area: Rectangle | undefined): WindowPlace {
  const screen = area ?? { x: 0, y: 0, ...PREFERRED }
  const width = Math.min(PREFERRED.width, screen.width)
  const height = Math.min(PREFERRED.height, screen.height)
  const x = screen.x + Math.floor((screen.width - width) / 2)
  const y = screen.y + Math.floor((screen.height - height) / 2)
  return { bounds: { x, y, width, height }, maximized: false }
}
