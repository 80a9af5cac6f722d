import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { FileTokens } from '#main/files/file-tokens.ts'
import { FileToken } from '#shared/ipc/channel.ts'

test('a token stands for its path, is random and does not contain it', () => {
  const tokens = new FileTokens(randomBytes)
  const target = { kind: 'file', path: '/home/clerk/台账.xlsx' } as const
  const first = tokens.issue(target)
  const second = tokens.issue({ kind: 'file', path: '/home/clerk/名单.xlsx' })
  expect(tokens.resolve(first)).toEqual(target)
  expect(first).not.toBe(second)
  expect(first).toMatch(/^[A-Za-z0-9_-]{32}$/)
})

test('a path named again and again takes one place and keeps its token', () => {
  const tokens = new FileTokens(randomBytes, { bytes: 10, targets: 3 })
  const other = tokens.issue({ kind: 'file', path: '/b' })
  const issued = Array.from({ length: 100 }, () => tokens.issue({ kind: 'folder', path: '/a' }))
  expect(new Set(issued).size).toBe(1)
  expect(tokens.resolve(other)).toEqual({ kind: 'file', path: '/b' })
})

test('beyond the most targets the longest unused one gives way, so that a page cannot fill the memory', () => {
  const tokens = new FileTokens(randomBytes, { bytes: 10, targets: 3 })
  const issued = ['/a', '/b', '/c'].map((path) => tokens.issue({ kind: 'file', path }))
  const [a] = issued
  if (a !== undefined) tokens.resolve(a)
  const empty = tokens.issue({ kind: 'bytes', name: 'x', bytes: new Uint8Array() })
  expect([...issued, empty].map((token) => tokens.resolve(token) !== null)).toEqual([true, false, true, true])
})

test('a small view of a large memory counts and is kept as what it shows', () => {
  const tokens = new FileTokens(randomBytes)
  const view = new Uint8Array(new ArrayBuffer(1_000_000), 10, 2)
  const kept = tokens.resolve(tokens.issue({ kind: 'bytes', name: 'x', bytes: view }))
  expect(kept?.kind === 'bytes' && kept.bytes.buffer.byteLength).toBe(2)
})

test('a token that was never issued stands for nothing', () => {
  const tokens = new FileTokens(randomBytes)
  expect(tokens.resolve(FileToken.parse('A'.repeat(32)))).toBeNull()
})

test('dropped bytes give way oldest first, paths and the newest never', () => {
  const tokens = new FileTokens(randomBytes, { bytes: 10, targets: 100 })
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
