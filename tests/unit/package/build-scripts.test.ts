import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises'
import { builtinModules } from 'node:module'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { contract } from '#shared/ipc/contract.ts'
import { events } from '#shared/ipc/events.ts'

interface Target {
  readonly kind: string
  readonly entries: Readonly<Record<string, string>>
  readonly outDir: string
}

/** The scripts are plain JavaScript, since they run before anything is installed. */
function script<T>(name: string): Promise<T> {
  return import(pathToFileURL(resolve('scripts/steps', name)).href) as Promise<T>
}

describe('what is installed', () => {
  let root: string
  const marker = () => join(root, 'node_modules', '.package-lock.json')
  const needsInstall = async () =>
    (await script<{ needsInstall(root: string): boolean }>('ensure-dependencies.mjs')).needsInstall(root)

  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'pbz-install-'))
    await mkdir(join(root, 'node_modules'))
    await writeFile(join(root, 'package-lock.json'), '{}')
  })
  afterEach(() => rm(root, { recursive: true }))

  test('a folder of packages without its marker was never finished', async () => {
    expect(await needsInstall()).toBe(true)
  })

  test('packages newer than the lockfile are used, older ones are installed again', async () => {
    await writeFile(marker(), '{}')
    await utimes(marker(), 2_000_000_000, 2_000_000_000)
    expect(await needsInstall()).toBe(false)
    await utimes(marker(), 1_000_000_000, 1_000_000_000)
    expect(await needsInstall()).toBe(true)
  })
})

describe('what is built', () => {
  test('a change anywhere below a folder, and the removal of a file, are seen', async () => {
    const { newestChange } = await script<{ newestChange(paths: string[]): number }>('freshness.mjs')
    const root = await mkdtemp(join(tmpdir(), 'pbz-fresh-'))
    await mkdir(join(root, 'a', 'b'), { recursive: true })
    await writeFile(join(root, 'a', 'b', 'c.ts'), '')
    for (const path of ['a/b/c.ts', 'a/b', 'a']) await utimes(join(root, path), 1000, 1000)
    expect(newestChange([join(root, 'a'), join(root, 'missing')])).toBe(1_000_000)
    await utimes(join(root, 'a', 'b', 'c.ts'), 3000, 3000)
    expect(newestChange([join(root, 'a')])).toBe(3_000_000)
    await utimes(join(root, 'a', 'b', 'c.ts'), 1000, 1000)
    await utimes(join(root, 'a', 'b'), 4000, 4000)
    expect(newestChange([join(root, 'a')])).toBe(4_000_000)
    await rm(root, { recursive: true })
  })

  test('the preload knows exactly the names of the contract and needs nothing but Electron', async () => {
    const code = await builtCode('preload')
    expect(modulesRequired(code)).toEqual(['electron'])
    for (const name of [...Object.keys(contract), ...Object.keys(events)]) expect(code).toContain(`"${name}"`)
    expect(code).not.toContain('CHANNEL_NAMES')
    expect(code).not.toContain('zod')
  })

  test('the main process needs nothing but Node and Electron beside itself', async () => {
    const own = new Set([...builtinModules.flatMap((name) => [name, `node:${name}`]), 'electron'])
    const foreign = modulesRequired(await builtCode('main')).filter(
      (name) => !own.has(name) && !name.startsWith('./'),
    )
    expect(foreign).toEqual([])
  })
})

/** All code of one target, built as the build does it, without touching out/. */
async function builtCode(kind: string): Promise<string> {
  const { targetsPresent } = await script<{ targetsPresent(): Target[] }>('build-targets.mjs')
  const { viteSettings } = await script<{ viteSettings(target: Target): Promise<object> }>(
    'vite-settings.mjs',
  )
  const target = targetsPresent().find((one) => one.kind === kind)
  if (target === undefined) throw new Error(`No target ${kind}`)
  const folder = await mkdtemp(join(tmpdir(), 'pbz-build-'))
  const built = await build(await viteSettings({ ...target, outDir: folder }))
  await rm(folder, { recursive: true })
  const outputs = Array.isArray(built) ? built : 'output' in built ? [built] : []
  return outputs
    .flatMap(({ output }) => output)
    .map((part) => (part.type === 'chunk' ? part.code : ''))
    .join('\n')
}

function modulesRequired(code: string): string[] {
  const names = [...code.matchAll(/\brequire\("([^"]+)"\)/g)].map((match) => match[1] ?? '')
  return [...new Set(names)].sort()
}
