import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ROOT, sourceFiles } from './source-files.ts'

const LIMIT = 400
const TESTS = ['bench', 'e2e', 'property', 'shell', 'support'].map((folder) => `tests/${folder}`)
const FOLDERS = ['src-shared', 'src-main', 'src-renderer', 'scripts', ...TESTS]
const ENDINGS = ['.ts', '.tsx', '.mjs', '.cjs', '.js', '.css', '.html']

const tooLong = (file: string, text: string) => {
  const lines = text.split('\n').length - 1
  return lines > LIMIT ? [`${file}: ${lines} lines`] : []
}

test(`no source file has more than ${LIMIT} lines: a longer one holds two ideas`, () => {
  const found = sourceFiles(FOLDERS, ENDINGS).flatMap((file) =>
    tooLong(file, readFileSync(join(ROOT, file), 'utf8')),
  )
  expect(found).toEqual([])
})

test('a file of 401 lines is named', () => {
  expect(tooLong('a.ts', 'x\n'.repeat(LIMIT))).toEqual([])
  expect(tooLong('a.ts', 'x\n'.repeat(LIMIT + 1))).toEqual(['a.ts: 401 lines'])
})
