import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ROOT, sourceFiles } from './source-files.ts'

/** What the import rules cannot see, because these belong to the language: the clock, randomness, the machine's place. */
const IMPURE = [
  /\bDate\.now\b/,
  /\bnew Date\(\s*\)/,
  /(?<!new )\bDate\(/,
  /\bMath\.random\b/,
  /\brandomUUID\b/,
  /\bgetRandomValues\b/,
  /\bperformance\b/,
  /\bgetTimezoneOffset\b/,
  /\.toLocale(?:Date|Time)?String\(/,
]

const impureIn = (code: string) => IMPURE.filter((pattern) => pattern.test(code)).map(String)

test('src-shared asks no clock, no random number and no time zone: they are arguments', () => {
  const found = sourceFiles(['src-shared'], ['.ts']).flatMap((file) =>
    impureIn(readFileSync(join(ROOT, file), 'utf8')).map((pattern) => `${file}: ${pattern}`),
  )
  expect(found).toEqual([])
})

test.each([
  'const now = Date.now()',
  'const now = new Date()',
  'const now = Date()',
  'const any = Math.random()',
  'const id = crypto.randomUUID()',
  "const day = date.toLocaleDateString('zh-CN')",
])('is refused: %s', (line) => expect(impureIn(line)).toHaveLength(1))

test.each(['new Date(Date.UTC(2021, 8, 30))', 'new Date(text)', 'Date.parse(text)', 'ZodDate(x)'])(
  'is allowed: %s',
  (line) => expect(impureIn(line)).toEqual([]),
)
