import { tmpdir } from 'node:os'
import { expect, test } from 'vitest'
import { freeSpaceOf, nodeFreeBytes } from '#main/files/disk-space.ts'

const MB = 1024 * 1024

test('a disk with room is asked once in five seconds, one without every time', async () => {
  const answers = [900 * MB, 100 * MB, 10 * MB, 900 * MB, 800 * MB]
  let now = 0
  let asked = 0
  const free = freeSpaceOf(
    async () => answers[asked++] ?? null,
    () => now,
  )
  expect([await free(), await free()]).toEqual([900 * MB, 900 * MB])
  now = 5000
  expect([await free(), await free(), await free()]).toEqual([100 * MB, 10 * MB, 900 * MB])
  now = 9999
  expect(await free()).toBe(900 * MB)
  now = 10_000
  expect(await free()).toBe(800 * MB)
})

test('a real folder has free space, and one that is gone does not tell', async () => {
  expect(await nodeFreeBytes(tmpdir())).toBeGreaterThan(0)
  expect(await nodeFreeBytes('/nowhere/at/all')).toBeNull()
})
