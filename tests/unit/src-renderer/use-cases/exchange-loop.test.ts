import { expect, test } from 'vitest'
import {
  LOOK_MILLISECONDS,
  SETTLE_MILLISECONDS,
  startExchangeLoop,
} from '#renderer/use-cases/exchange-loop.ts'

/** Timers by hand: `due` names what is planned. */
function clock() {
  let planned: { readonly milliseconds: number; readonly run: () => void } | null = null
  return {
    get due() {
      return planned?.milliseconds ?? null
    },
    after: (milliseconds: number, run: () => void) => {
      const mine = { milliseconds, run }
      planned = mine
      return () => {
        if (planned === mine) planned = null
      }
    },
    strike: () => {
      const { run } = planned ?? {}
      planned = null
      run?.()
    },
  }
}

function rounds() {
  let begun = 0
  let finish = (): void => {}
  return {
    get begun() {
      return begun
    },
    round: () => {
      begun += 1
      return new Promise<void>((resolve) => {
        finish = resolve
      })
    },
    finish: async () => {
      finish()
      await Promise.resolve()
      await Promise.resolve()
      await Promise.resolve()
    },
  }
}

test('looks at once, then every so often, and soon after a change', async () => {
  const [timer, work] = [clock(), rounds()]
  const loop = startExchangeLoop({ round: work.round, after: timer.after })
  expect(timer.due).toBe(0)
  timer.strike()
  expect([work.begun, timer.due]).toEqual([1, null])
  await work.finish()
  expect(timer.due).toBe(LOOK_MILLISECONDS)
  loop.changed()
  expect(timer.due).toBe(SETTLE_MILLISECONDS)
  timer.strike()
  loop.changed()
  expect([work.begun, timer.due]).toEqual([2, null])
  await work.finish()
  expect(timer.due).toBe(SETTLE_MILLISECONDS)
})

test('立即同步 waits for the round that runs and makes one of its own; never two at once', async () => {
  const [timer, work] = [clock(), rounds()]
  const loop = startExchangeLoop({ round: work.round, after: timer.after })
  timer.strike()
  let done = false
  const asked = loop.now().then(() => {
    done = true
  })
  expect(work.begun).toBe(1)
  await work.finish()
  expect([work.begun, done]).toEqual([2, false])
  await work.finish()
  await asked
  expect([work.begun, timer.due]).toEqual([2, LOOK_MILLISECONDS])
})

test('once stopped nothing is planned any more', async () => {
  const [timer, work] = [clock(), rounds()]
  const loop = startExchangeLoop({ round: work.round, after: timer.after })
  timer.strike()
  loop.stop()
  await work.finish()
  loop.changed()
  expect(timer.due).toBeNull()
})
