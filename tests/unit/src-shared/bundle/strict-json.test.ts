import { expect, test } from 'vitest'
import { parseStrictJson } from '#shared/bundle/strict-json.ts'

const read = (text: string, depth = 4) => {
  const parsed = parseStrictJson(text, { depth })
  return parsed.ok ? 'ok' : parsed.error
}

test.each([
  ['{"a":[1,"b",null,true]}', 'ok'],
  ['"\\u000b"', 'ok'],
  ['"\\u000B"', 'not-exact'],
  ['"\\/"', 'not-exact'],
  ['"\\u4e2d"', 'not-exact'],
  ['1.0', 'not-exact'],
  ['1e2', 'not-exact'],
  ['-0', 'not-exact'],
  ['1e400', 'not-exact'],
  ['12345678901234567890', 'not-exact'],
  ['{"a":1,"a":2}', 'not-exact'],
  ['{"b":1,"1":2}', 'not-exact'],
  ['[1, 2]', 'not-exact'],
  ['[1]\n', 'not-exact'],
  ['\uFEFF[1]', 'not-json'],
  ['[1]x', 'not-json'],
  ['', 'not-json'],
  ['{"__proto__":1}', 'forbidden-key'],
  ['{"a":"\\"__proto__\\":1"}', 'ok'],
  ['{"a":"__proto__"}', 'ok'],
  ['"\\ud800"', 'lone-surrogate'],
  ['"\\\\ud800"', 'ok'],
  ['"😀"', 'ok'],
])('%s is %s', (text, verdict) => {
  expect(read(text)).toBe(verdict)
})

test('depth is counted outside strings and refused before parsing', () => {
  expect([read('[[[[]]]]'), read('[[[[[]]]]]'), read('"[[[[[[[["'), read('['.repeat(1_000_000))]).toEqual([
    'ok',
    'too-deep',
    'ok',
    'too-deep',
  ])
})
