import { expect, test } from 'vitest'
import { onceLetGo } from '#main/files/once-let-go.ts'

/** Refused so many times, then done; every pause is noted. */
function heldFor(times: number, code: string) {
  const pauses: number[] = []
  let tries = 0
  const act = async () => {
    tries += 1
    if (tries <= times) throw Object.assign(new Error(code), { code })
    return 'done'
  }
  const on = (platform: NodeJS.Platform) =>
    onceLetGo(act, platform, async (ms) => {
      pauses.push(ms)
    })
  return { on, pauses, tries: () => tries }
}

test.each(['EPERM', 'EBUSY', 'EACCES'])(
  'on Windows a file that is held (%s) is tried again',
  async (code) => {
    const held = heldFor(3, code)
    expect(await held.on('win32')).toBe('done')
    expect(held.pauses).toEqual([20, 50, 100])
  },
)

test('a file that is not let go within a second is told', async () => {
  const held = heldFor(99, 'EBUSY')
  await expect(held.on('win32')).rejects.toMatchObject({ code: 'EBUSY' })
  expect(held.tries()).toBe(6)
})

test('other failures, and any on other systems, are told at once', async () => {
  const gone = heldFor(1, 'ENOENT')
  await expect(gone.on('win32')).rejects.toMatchObject({ code: 'ENOENT' })
  const denied = heldFor(1, 'EACCES')
  await expect(denied.on('linux')).rejects.toMatchObject({ code: 'EACCES' })
  expect([gone.tries(), denied.tries()]).toEqual([1, 1])
})
