import { expect, test } from 'vitest'
import { workingCopy } from '#main/purge/working-copy.ts'
import { FaultyFileSystem } from '#tests/support/faulty-file-system.ts'

const PATH = '/user/drop-working-copy'

test('a copy that could not be removed is removed at the next start, once', async () => {
  const fs = new FaultyFileSystem('/user')
  let cleared = 0
  let isBusy = true
  const copy = () =>
    workingCopy({
      fs,
      path: PATH,
      clear: async () => {
        if (isBusy) throw new Error('busy')
        cleared += 1
      },
    })
  await expect(copy().drop()).rejects.toThrow('busy')
  isBusy = false
  await copy().dropLeft()
  await copy().dropLeft()
  expect(cleared).toBe(1)
  await copy().drop()
  expect([cleared, await fs.exists(PATH)]).toEqual([2, false])
})
