import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { FileTokens } from '#main/files/file-tokens.ts'
import { FileToken } from '#shared/ipc/channel.ts'

test('a token stands for its path, is random and does not contain it', () => {
  const tokens = new FileTokens(randomBytes)
  const target = { kind: 'file', path: '/home/clerk/台账.xlsx' } as const
  const first = tokens.issue(target)
  const second = tokens.issue(target)
  expect(tokens.resolve(first)).toEqual(target)
  expect(first).not.toBe(second)
  expect(first).toMatch(/^[A-Za-z0-9_-]{32}$/)
})

test('a token that was never issued stands for nothing', () => {
  const tokens = new FileTokens(randomBytes)
  expect(tokens.resolve(FileToken.parse('A'.repeat(32)))).toBeNull()
})

test('dropped bytes give way oldest first, paths and the newest never', () => {
  const tokens = new FileTokens(randomBytes, 10)
  const path = tokens.issue({ kind: 'file', path: '/a' })
  const [first, second, third] = [6, 4, 5].map((size) =>
    tokens.issue({ kind: 'bytes', name: 'a', bytes: new Uint8Array(size) }),
  )
  expect([path, first, second, third].map((token) => token && tokens.resolve(token)?.kind)).toEqual([
    'file',
    undefined,
    'bytes',
    'bytes',
  ])
})
