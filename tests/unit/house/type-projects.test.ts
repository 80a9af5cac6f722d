import { readFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { expect, test } from 'vitest'
import { ROOT, sourceFiles } from './source-files.ts'

const text = (file: string) => readFileSync(join(ROOT, file), 'utf8')

test('every project of types is checked by npm test: by reference, or by a step of its own', () => {
  const projects = sourceFiles(['src-shared', 'src-main', 'src-renderer', 'tests'], ['tsconfig.json'])
  const referred = JSON.parse(text('tsconfig.json')).references.map((one: { path: string }) =>
    posix.normalize(one.path),
  )
  const steps = text('scripts/test.mjs')
  const unchecked = projects
    .map(dirname)
    .filter((folder) => !referred.includes(folder) && !steps.includes(`['-p', '${folder}']`))
  expect(unchecked).toEqual([])
})

test('no project takes a strict option back', () => {
  const loosened = sourceFiles(['src-shared', 'src-main', 'src-renderer', 'tests'], ['tsconfig.json']).filter(
    (file) => /"(?:strict\w*|noImplicit\w+|noUnchecked\w+|exactOptional\w+)":\s*false/.test(text(file)),
  )
  expect(loosened).toEqual([])
})
