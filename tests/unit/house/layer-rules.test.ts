import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const root = resolve(import.meta.dirname, '../../..')
const RULES = ['lint/style/noRestrictedImports', 'lint/correctness/noNodejsModules']

const FORBIDDEN = [
  ['src-shared/a1.ts', "import 'node:fs'"],
  ['src-shared/a2.ts', "import { app } from 'electron'"],
  ['src-shared/a3.ts', "import type { Table } from 'dexie'"],
  ['src-shared/edits/a4.ts', "import { main } from '../../src-main/main.ts'"],
  ['src-shared/a5.ts', "export { main } from '#main/main.ts'"],
  ['src-shared/a6.ts', "export const later = import('react')"],
  ['src-main/b1.ts', "import { Page } from '#renderer/ui/Page.tsx'"],
  ['src-main/b2.ts', "import 'react'"],
  ['src-renderer/c1.ts', "import { join } from 'node:path'"],
  ['src-renderer/c2.ts', "import type { Stats } from 'node:fs'"],
  ['src-renderer/c3.ts', "import { app } from 'electron'"],
  ['src-renderer/db/c4.ts', "import { journal } from '#main/journal/journal.ts'"],
  ['src-renderer/features/plan/d1.ts', "import { y } from '../patents/y.ts'"],
  ['src-renderer/features/plan/d2.ts', "import { y } from '#renderer/features/patents/y.ts'"],
  ['src-renderer/features/plan/d3.ts', "import { App } from '../../app/App.tsx'"],
  ['src-renderer/features/plan/d4.ts', "import { pages } from '../../db/pages.ts'"],
  ['src-renderer/use-cases/e1.ts', "import { y } from '../features/patents/y.ts'"],
  ['src-renderer/ui/grid/e2.ts', "import { y } from '../../workspace/y.ts'"],
  ['src-renderer/ui/e3.ts', "import { y } from '../state/y.ts'"],
  ['src-renderer/workspace/e4.ts', "import { y } from '../use-cases/y.ts'"],
  ['src-renderer/db/e5.ts', "import { y } from '../workspace/y.ts'"],
  ['src-main/b3.ts', "import { Button } from '@mantine/core'"],
  ['src-main/b4.ts', "import { jsx } from 'react/jsx-runtime'"],
  ['src-main/b5.ts', "import { Dexie } from 'dexie'"],
  ['src-renderer/features/plan/d5.ts', "import { y } from '../../features/patents/y.ts'"],
  ['src-renderer/features/plan/d6.ts', "import '../../main.tsx'"],
  ['src-renderer/features/plan/d7.ts', "import '../../print.tsx'"],
  ['src-renderer/features/plan/d8.ts', "import { Dexie } from 'dexie'"],
  ['src-renderer/features/plan/d9.ts', "import { y } from '#renderer/db/y.ts'"],
  ['src-renderer/app/g1.ts', "import { Dexie } from 'dexie'"],
  ['src-renderer/app/g2.ts', "import '../main.tsx'"],
  ['src-renderer/use-cases/g3.ts', "import { useState } from 'react'"],
  ['src-renderer/use-cases/g4.ts', "import { create } from 'zustand'"],
  ['src-renderer/use-cases/g5.ts', "import { Dexie } from 'dexie'"],
  ['src-renderer/use-cases/g6.ts', "import { y } from '../state/y.ts'"],
  ['src-renderer/workspace/g7.ts', "import { Button } from '@mantine/core'"],
  ['src-renderer/db/g8.ts', "import { useState } from 'react'"],
  ['src-renderer/platform/h1.ts', "import { y } from '../db/y.ts'"],
  ['src-renderer/platform/h2.ts', "import { y } from '#renderer/workspace/y.ts'"],
  ['src-renderer/platform/h3.ts', "import { useState } from 'react'"],
  ['src-renderer/platform/h4.ts', "import { app } from 'electron'"],
  ['src-renderer/state/h5.ts', "import { Page } from '../ui/Page.tsx'"],
  ['src-renderer/state/h6.ts', "import { y } from '../features/plan/y.ts'"],
  ['src-renderer/state/h7.ts', "import { y } from '../db/y.ts'"],
  ['src-renderer/state/h8.ts', "import { Button } from '@mantine/core'"],
  ['src-renderer/ui/h9.ts', "import { y } from '../use-cases/y.ts'"],
] as const

const ALLOWED = [
  ['src-shared/edits/f1.ts', "import { z } from 'zod'"],
  ['src-shared/edits/f2.ts', "import { y } from '../records/y.ts'"],
  ['src-main/f3.ts', "import { ok } from '#shared/result.ts'"],
  ['src-renderer/features/plan/f4.ts', "import { Page } from '../../ui/Page.tsx'"],
  ['src-renderer/features/plan/f5.ts', "import { y } from './y.ts'"],
  ['src-renderer/features/plan/f6.ts', "import { y } from '../../use-cases/y.ts'"],
  ['src-renderer/use-cases/f7.ts', "import { y } from '../workspace/y.ts'"],
  ['src-renderer/db/k1.ts', "import { Dexie } from 'dexie'"],
  ['src-renderer/state/k2.ts', "import { create } from 'zustand'"],
  ['src-renderer/state/k3.ts', "import { y } from '../use-cases/y.ts'"],
  ['src-renderer/app/k4.ts', "import { y } from '../features/plan/y.ts'"],
  ['src-renderer/features/plan/k5.ts', "import '@mantine/core/styles.css'"],
  ['src-renderer/ui/grid/k6.ts', "import { y } from '../told.ts'"],
  ['src-renderer/main.tsx', "import { y } from './app/y.ts'"],
] as const

describe('imports between layers', () => {
  const folder = mkdtempSync(join(tmpdir(), 'layer-rules-'))
  const refused = new Set<string>()

  beforeAll(() => {
    for (const [file, line] of [...FORBIDDEN, ...ALLOWED]) {
      mkdirSync(join(folder, dirname(file)), { recursive: true })
      writeFileSync(join(folder, file), `${line}\n`)
    }
    const config = JSON.parse(readFileSync(join(root, 'biome.json'), 'utf8'))
    writeFileSync(join(folder, 'biome.json'), JSON.stringify({ ...config, vcs: { enabled: false } }))
    const biome = join(root, 'node_modules/@biomejs/biome/bin/biome')
    const only = RULES.map((rule) => `--only=${rule.slice('lint/'.length)}`)
    const run = spawnSync(
      process.execPath,
      [biome, 'lint', ...only, '--reporter=github', '--max-diagnostics=none', '.'],
      { cwd: folder, encoding: 'utf8' },
    )
    for (const match of run.stdout.matchAll(/file=([^,]+),/g))
      refused.add(relative(folder, resolve(folder, match[1] ?? '')))
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  it.each(FORBIDDEN)('%s may not: %s', (file) => expect(refused).toContain(file))
  it.each(ALLOWED)('%s may: %s', (file) => expect(refused).not.toContain(file))
})

describe('globals of other environments do not compile in src-shared', () => {
  const folder = mkdtempSync(join(root, '.tsbuild-layer-'))
  afterAll(() => rmSync(folder, { recursive: true }))

  it('knows no window, process, console, Buffer, setTimeout or fetch', () => {
    const names = ['window', 'process', 'console', 'Buffer', 'setTimeout', 'fetch', 'crypto']
    writeFileSync(
      join(folder, 'line.ts'),
      names.map((name) => `export const ${name}1: unknown = ${name}`).join('\n'),
    )
    const layer = JSON.parse(readFileSync(join(root, 'src-shared/tsconfig.json'), 'utf8'))
    const { lib, types } = layer.compilerOptions
    writeFileSync(
      join(folder, 'tsconfig.json'),
      JSON.stringify({
        extends: '../tsconfig.base.json',
        compilerOptions: {
          lib,
          types,
          composite: false,
          emitDeclarationOnly: false,
          declaration: false,
          noEmit: true,
        },
        include: ['line.ts'],
      }),
    )
    const tsc = join(root, 'node_modules/typescript/bin/tsc')
    const run = spawnSync(process.execPath, [tsc, '-p', folder], { encoding: 'utf8' })
    const unknown = [...run.stdout.matchAll(/Cannot find name '(\w+)'/g)].map((match) => match[1])
    expect(unknown).toEqual(names)
  })
})
