import { randomBytes } from 'node:crypto'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { ScreenLock } from '#main/app/screen-lock.ts'
import { FaultyFileSystem } from '#tests/support/faulty-file-system.ts'

const USER_DATA = resolve('/home/clerk/.config/desk')
const PATH = join(USER_DATA, 'screen-lock.json')
const OK = { ok: true, value: null }
const WRONG = { ok: false, error: { code: 'lock.wrong-passphrase' } }

function given() {
  const fs = new FaultyFileSystem(USER_DATA)
  const clock = { now: 0 }
  const open = () => new ScreenLock({ fs, path: PATH, elapsed: () => clock.now, randomBytes })
  return { fs, clock, open, lock: open() }
}

test('there is no lock until one is set; it holds after a restart and keeps no 口令 in plain words', async () => {
  const { fs, open, lock } = given()
  expect(await lock.minutes()).toBe(null)
  expect(await lock.set(null, '桂花2021', 10)).toEqual(OK)
  const restarted = open()
  expect(await restarted.minutes()).toBe(10)
  expect(await restarted.open('桂花2020')).toEqual(WRONG)
  expect(await restarted.open('桂花2021')).toEqual(OK)
  expect(new TextDecoder().decode(fs.files.get(PATH))).not.toContain('桂花')
})

test('a 口令 of fewer than four characters is refused and nothing is written', async () => {
  const { fs, lock } = given()
  const error = { code: 'lock.passphrase-short', minimum: 4 }
  expect(await lock.set(null, ' 123 ', 10)).toEqual({ ok: false, error })
  expect(fs.files.size).toBe(0)
})

test('changing or removing the lock needs the 口令 in force', async () => {
  const { lock } = given()
  await lock.set(null, '桂花2021', 10)
  expect(await lock.set(null, '别人的口令', 5)).toEqual(WRONG)
  expect(await lock.remove('别人的口令')).toEqual(WRONG)
  expect(await lock.minutes()).toBe(10)
  expect(await lock.set('桂花2021', '丹桂飘香', 5)).toEqual(OK)
  expect(await lock.remove('丹桂飘香')).toEqual(OK)
  expect(await lock.minutes()).toBe(null)
})

test('from the fifth wrong 口令 on even the right one must wait, twice as long each time', async () => {
  const { clock, lock } = given()
  await lock.set(null, '桂花2021', 10)
  for (let tries = 0; tries < 5; tries += 1) expect(await lock.open('猜')).toEqual(WRONG)
  expect(await lock.open('桂花2021')).toEqual({ ok: false, error: { code: 'lock.wait', seconds: 30 } })
  clock.now += 30_000
  expect(await lock.open('猜')).toEqual(WRONG)
  expect(await lock.open('桂花2021')).toEqual({ ok: false, error: { code: 'lock.wait', seconds: 60 } })
  clock.now += 60_000
  expect(await lock.open('桂花2021')).toEqual(OK)
  expect(await lock.open('猜')).toEqual(WRONG)
  expect(await lock.open('桂花2021')).toEqual(OK)
}, 30_000)

test('tries made at once are counted one by one, and wrong proofs of another right with them', async () => {
  const { lock } = given()
  await lock.set(null, '桂花2021', 10)
  const refused = async () => ({ ok: false as const, error: { code: 'backup.wrong-secret' as const } })
  const tries = [1, 2, 3].flatMap(() => [lock.open('猜'), lock.release(refused)])
  const outcomes = await Promise.all(tries)
  const codes = outcomes.map((each) => (each.ok ? '' : each.error.code))
  expect(codes.filter((code) => code === 'lock.wait')).toHaveLength(1)
  expect(codes).not.toContain('')
  expect(await lock.minutes()).toBe(10)
}, 30_000)

test('a lock that cannot be written is not set', async () => {
  const { fs, lock } = given()
  fs.failAt('createNew', 'ENOSPC')
  expect((await lock.set(null, '桂花2021', 10)).ok).toBe(false)
  expect(await lock.minutes()).toBe(null)
})
