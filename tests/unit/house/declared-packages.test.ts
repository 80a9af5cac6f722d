import { readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ROOT, sourceFiles } from './source-files.ts'

const IMPORT = /(?:\bfrom |\bimport |\bimport\(|\brequire\()'(@?[a-z][\w.:/@-]*)'/g

const packageOf = (specifier: string) =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')

const isOfNode = (name: string) => name.startsWith('node:') || builtinModules.includes(name)

test('every package that a file imports is declared with an exact version', () => {
  const declared: Record<string, string> = JSON.parse(
    readFileSync(join(ROOT, 'package.json'), 'utf8'),
  ).devDependencies
  const files = sourceFiles(
    ['src-shared', 'src-main', 'src-renderer', 'tests', 'scripts'],
    ['.ts', '.tsx', '.mjs', '.cjs'],
    // The lines tried against the layer rules are no imports.
  ).filter((file) => !file.startsWith('tests/unit/house/'))
  const undeclared = files.flatMap((file) =>
    [...readFileSync(join(ROOT, file), 'utf8').matchAll(IMPORT)]
      .map(([, specifier = '']) => packageOf(specifier))
      .filter((name) => !isOfNode(name) && !(name in declared))
      .map((name) => `${file}: ${name}`),
  )
  expect(undeclared).toEqual([])
  const loose = Object.entries(declared).filter(
    ([, version]) => !/^(npm:@?[\w/-]+@)?\d+\.\d+\.\d+$/.test(version),
  )
  expect(loose).toEqual([])
})
