import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { getRawHeader, listPackage } from '@electron/asar'
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { Ajv } from 'ajv'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { writeStubDistribution } from './electron-distribution.ts'

const require = createRequire(import.meta.url)
const yaml: { load(text: string): unknown } = require('js-yaml')

const CONFIGURATION = 'electron-builder.yml'
const BUILDER = resolve('node_modules/electron-builder/cli.js')

test('the configuration is valid against the schema of electron-builder itself', async () => {
  const schema: unknown = JSON.parse(await readFile('node_modules/app-builder-lib/scheme.json', 'utf8'))
  const validate = new Ajv({ strict: false, allErrors: true }).compile(schema as object)
  const configuration = yaml.load(await readFile(CONFIGURATION, 'utf8')) as object
  validate(configuration)
  expect(validate.errors ?? []).toEqual([])
  expect(validate({ ...configuration, electronFuse: {} })).toBe(false)
})

/** A project with the parts of ours that must not be packed, so that nothing has to be built first. */
async function writeProject(folder: string): Promise<void> {
  const paths = [
    'out/main/main.cjs',
    'out/main/.built',
    'out/preload/preload.cjs',
    'out/renderer/index.html',
    'out/renderer/assets/index.js',
    'out/demo/report.pbz.json',
    'out/bench/bench.mjs',
    'src-main/main.ts',
    'tests/unit/a.test.ts',
    'assets/packs/pack.json',
    'node_modules/left-over/index.js',
    'key.jwe',
    'docs/backup-format.md',
    'docs/screens/a.png',
    'README.md',
  ]
  for (const path of paths) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), path)
  }
  await cp('assets/icons', join(folder, 'assets/icons'), { recursive: true })
  await cp('package.json', join(folder, 'package.json'))
  await cp(CONFIGURATION, join(folder, CONFIGURATION))
}

/** States of a fuse in the wire: the characters 0 and 1. */
const OFF = 48
const ON = 49

const PROGRAMS = { linux: 'poling-county-desk', win: 'poling-county-desk.exe' }

describe.each(['linux', 'win'] as const)('an unpacked build for %s', (platform) => {
  let project: string
  let unpacked: string

  beforeAll(async () => {
    project = await mkdtemp(join(tmpdir(), 'pbz-package-'))
    unpacked = join(project, 'dist', `${platform}-unpacked`)
    await writeProject(project)
    await writeStubDistribution(join(project, 'electron-dist'), platform)
    const args = [`--${platform}`, 'dir', '--x64', '--publish', 'never', '--projectDir', project]
    const overrides = [`-c.electronDist=${join(project, 'electron-dist')}`, '-c.electronVersion=45.4.1']
    await promisify(execFile)(process.execPath, [BUILDER, ...args, ...overrides], {
      env: { ...process.env, CSC_IDENTITY_AUTO_DISCOVERY: 'false' },
    })
  }, 60_000)

  afterAll(() => rm(project, { recursive: true, force: true }))

  test('packs the built program and package.json, and nothing else', () => {
    const archive = join(unpacked, 'resources', 'app.asar')
    const files = listPackage(archive, { isPack: false }).map((path) => path.replaceAll('\\', '/'))
    expect(files.filter((path) => !isFolder(files, path)).sort()).toEqual([
      '/out/main/main.cjs',
      '/out/preload/preload.cjs',
      '/out/renderer/assets/index.js',
      '/out/renderer/index.html',
      '/package.json',
    ])
    expect(getRawHeader(archive).header).toHaveProperty('files')
  })

  test('puts no file of ours beside the archive', async () => {
    const resources = await readdir(join(unpacked, 'resources'))
    expect(resources).toContain('app.asar')
    expect(resources.filter((name) => name === 'app' || name === 'app.asar.unpacked')).toEqual([])
    expect((await readdir(join(unpacked, 'locales'))).sort()).toEqual(['en-US.pak', 'zh-CN.pak'])
  })

  test('brings the formats in words, which every backup points at', async () => {
    expect(await readdir(join(unpacked, 'docs'))).toEqual(['backup-format.md'])
  })

  test('sets every fuse', async () => {
    const wire = await getCurrentFuseWire(join(unpacked, PROGRAMS[platform]))
    expect(wire).toEqual({
      version: '1',
      [FuseV1Options.RunAsNode]: OFF,
      [FuseV1Options.EnableCookieEncryption]: ON,
      [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: OFF,
      [FuseV1Options.EnableNodeCliInspectArguments]: OFF,
      [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: ON,
      [FuseV1Options.OnlyLoadAppFromAsar]: ON,
      [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: OFF,
      [FuseV1Options.GrantFileProtocolExtraPrivileges]: OFF,
    })
  })
})

function isFolder(files: readonly string[], path: string): boolean {
  return files.some((other) => other.startsWith(`${path}/`))
}
