import { expect, test } from 'vitest'
import { ANSWER_WITHIN_MS, createCloseHandshake } from '#main/app/close-handshake.ts'

function given() {
  const log: string[] = []
  let timer: (() => void) | null = null
  const handshake = createCloseHandshake({
    askPage: () => log.push('asked'),
    closeNow: () => log.push('closed'),
    after: (ms, run) => {
      expect(ms).toBe(ANSWER_WITHIN_MS)
      timer = run
      return () => {
        timer = null
      }
    },
  })
  const listen = (listening: boolean) =>
    handshake.handlers['events:listening']({ event: 'window:close-requested', listening })
  return { log, handshake, listen, timeOut: () => timer?.(), isTimed: () => timer !== null }
}

test('where no page listens the program closes at once, by the same way', async () => {
  const { handshake, log, listen } = given()
  handshake.closeAsked()
  expect(log).toEqual(['closed'])
  await listen(true)
  await listen(false)
  handshake.closeAsked()
  expect(log).toEqual(['closed', 'closed'])
})

test('a page that listens is asked once, and its answer closes the window', async () => {
  const { handshake, log, listen, isTimed } = given()
  await listen(true)
  handshake.closeAsked()
  handshake.closeAsked()
  expect(log).toEqual(['asked'])
  expect(await handshake.handlers['window:close-ready'](null)).toEqual({ ok: true, value: null })
  expect(log).toEqual(['asked', 'closed'])
  expect(isTimed()).toBe(false)
})

test('a page that does not answer in time cannot keep the window open', async () => {
  const { handshake, log, listen, timeOut } = given()
  await listen(true)
  handshake.closeAsked()
  timeOut()
  expect(log).toEqual(['asked', 'closed'])
})

test('a held close waits for the clerk without a limit, may end in closing, and can be asked again', async () => {
  const { handshake, log, listen, isTimed } = given()
  await listen(true)
  handshake.closeAsked()
  await handshake.handlers['window:close-held'](null)
  expect(isTimed()).toBe(false)
  handshake.closeAsked()
  await handshake.handlers['window:close-held'](null)
  await handshake.handlers['window:close-ready'](null)
  expect(log).toEqual(['asked', 'asked', 'closed'])
})

test('an answer that nobody asked for closes nothing', async () => {
  const { handshake, log, listen } = given()
  await listen(true)
  await handshake.handlers['window:close-ready'](null)
  expect(log).toEqual([])
})

test('a page that crashed or was reloaded is forgotten', async () => {
  const { handshake, log, listen, isTimed } = given()
  await listen(true)
  handshake.closeAsked()
  handshake.pageGone()
  expect(isTimed()).toBe(false)
  expect(log).toEqual(['asked'])
  handshake.closeAsked()
  expect(log).toEqual(['asked', 'closed'])
})
