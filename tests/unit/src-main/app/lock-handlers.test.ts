import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { lockHandlers } from '#main/app/lock-handlers.ts'
import { ScreenLock } from '#main/app/screen-lock.ts'
import { err, ok } from '#shared/result.ts'
import { FaultyFileSystem } from '#tests/support/faulty-file-system.ts'

const REVIEWER = { kind: 'reviewer', passphrase: '审核人自己的一句话' } as const

async function locked() {
  const fs = new FaultyFileSystem('/user')
  const lock = new ScreenLock({ fs, path: '/user/screen-lock.json', elapsed: () => 0, randomBytes })
  const handlers = lockHandlers(lock, async ({ secret }) =>
    secret.kind === 'reviewer' && secret.passphrase === REVIEWER.passphrase
      ? ok({ by: 'reviewer' })
      : err({ code: 'backup.wrong-secret' }),
  )
  await handlers['lock:set']({ current: null, passphrase: '桂花2021', minutes: 10 })
  return handlers
}

test('who opens the backups of the office may take a forgotten lock away', async () => {
  const handlers = await locked()
  expect(await handlers['lock:release']({ secret: REVIEWER })).toEqual(ok(null))
  expect(await handlers['lock:status'](null)).toEqual(ok({ minutes: null }))
})

test('nobody else may, and the lock stays', async () => {
  const handlers = await locked()
  const secret = { kind: 'office', passphrase: '猜的' } as const
  expect(await handlers['lock:release']({ secret })).toEqual(err({ code: 'backup.wrong-secret' }))
  expect(await handlers['lock:status'](null)).toEqual(ok({ minutes: 10 }))
  expect(await handlers['lock:open']({ passphrase: '桂花2021' })).toEqual(ok(null))
})
