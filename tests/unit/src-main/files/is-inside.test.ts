import { posix, win32 } from 'node:path'
import { expect, test } from 'vitest'
import { isInside } from '#main/files/is-inside.ts'

test.each([
  ['C:\\台账', true],
  ['c:\\台账\\exchange', true],
  ['C:\\台账\\..共享', true],
  ['C:\\', false],
  ['C:\\台账2', false],
  ['D:\\台账', false],
  ['\\\\192.168.1.5\\共享', false],
  ['\\\\服务器\\共享\\台账', false],
])('on Windows: %s', (path, inside) => {
  expect(isInside(path, 'C:\\台账', win32)).toBe(inside)
})

test('a data folder on a share holds its own folders and not another share', () => {
  expect(isInside('\\\\server\\data\\台账\\x', '\\\\server\\data\\台账', win32)).toBe(true)
  expect(isInside('\\\\server\\other', '\\\\server\\data\\台账', win32)).toBe(false)
})

test.each([
  ['/data', true],
  ['/data/a:b', true],
  ['/data2', false],
  ['/', false],
])('elsewhere: %s', (path, inside) => {
  expect(isInside(path, '/data', posix)).toBe(inside)
})
