import { expect, test } from 'vitest'
import { diskRoom, freeMegabytes } from '#shared/disk/disk-room.ts'

const MB = 1024 * 1024

test.each([
  [200 * MB, 'plenty'],
  [200 * MB - 1, 'low'],
  [20 * MB, 'low'],
  [20 * MB - 1, 'none'],
  [0, 'none'],
  [null, 'plenty'],
])('%s bytes free are %s room', (free, room) => {
  expect(diskRoom(free)).toBe(room)
})

test('free space is told in whole MB, never more than there is', () => {
  expect(freeMegabytes(20 * MB - 1)).toBe(19)
})
