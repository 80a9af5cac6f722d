import { expect, test } from 'vitest'
import { CLOSING_MS, createClosing, createStartAgain } from '#main/app/closing.ts'

function given(ends: readonly (Promise<void> | undefined)[] = []) {
  const log: string[] = []
  let timer: (() => void) | null = null
  const closing = createClosing({
    hide: () => log.push('hidden'),
    ends: () => {
      log.push('ends')
      return ends
    },
    closeJournal: async () => {
      log.push('journal closed')
    },
    destroy: () => log.push('destroyed'),
    after: (ms, run) => {
      expect(ms).toBe(CLOSING_MS)
      timer = run
      return () => {
        timer = null
      }
    },
    reportBug: (error) => log.push(String(error)),
  })
  return { log, closing, timeOut: () => timer?.(), isTimed: () => timer !== null }
}

const settle = () => new Promise((done) => setImmediate(done))

test('the window goes, the last work is done once, the journal closes, then the program ends', async () => {
  const { log, closing, isTimed } = given([Promise.resolve(), undefined, Promise.reject(new Error('backup'))])
  closing.begin()
  closing.begin()
  expect(closing.isUnderWay()).toBe(true)
  await settle()
  expect(log).toEqual(['hidden', 'ends', 'Error: backup', 'journal closed', 'destroyed'])
  expect(isTimed()).toBe(false)
})

test('a medium that hangs does not keep the program open', async () => {
  const { log, closing, timeOut } = given([new Promise(() => undefined)])
  closing.begin()
  await settle()
  timeOut()
  expect(log).toEqual(['hidden', 'ends', 'destroyed'])
})

test('a second start brings the window back, but while it closes starts the program again, once', () => {
  const { closing } = given()
  let launched = 0
  const startsAgain = createStartAgain(closing, () => {
    launched += 1
  })
  expect([startsAgain(), launched]).toEqual([false, 0])
  closing.begin()
  expect([startsAgain(), startsAgain(), launched]).toEqual([true, true, 1])
})
