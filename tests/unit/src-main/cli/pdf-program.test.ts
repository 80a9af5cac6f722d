import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { pdfProgram } from '#main/cli/pdf-program.ts'

/** A repository with these files; a stand-in is a script of ours. */
function repository(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), 'pbz-root-'))
  onTestFinished(() => rmSync(root, { recursive: true, force: true }))
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(root, path, '..'), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  return root
}

const BUILT = { 'out/main/main.cjs': '', 'out/preload/preload.cjs': '', 'out/renderer/print.html': '' }
const pdf = (root: string) => pdfProgram(root, () => undefined)([])

test('says which part is missing', async () => {
  vi.stubEnv('PATH', '')
  vi.stubEnv('STANDIN_CHROMIUM', '')
  onTestFinished(() => {
    vi.unstubAllEnvs()
  })
  const missing = async (files: Readonly<Record<string, string>>) => {
    const made = await pdf(repository(files))
    return made.ok || made.error.code !== 'cli.pdf-unavailable' ? made : made.error.missing
  }
  expect(await missing({})).toBe('程序的打印部分（请先运行 npm run build）')
  expect(await missing(BUILT)).toBe(' Electron 运行环境')
  expect(await missing({ ...BUILT, 'tests/shell/electron': '' })).toBe(' Electron 运行环境或 Chromium 浏览器')
})

const withStandIn = (script: string) => {
  const root = repository({ ...BUILT, chromium: '', 'tests/shell/electron': script })
  vi.stubEnv('STANDIN_CHROMIUM', join(root, 'chromium'))
  onTestFinished(() => {
    vi.unstubAllEnvs()
  })
  return root
}

test('hands the forms over in a file and takes the PDF the program wrote', async () => {
  const root = withStandIn(`
    const fs = require('node:fs')
    const path = process.argv.find((word) => word.startsWith('--print-job=')).slice('--print-job='.length)
    const { sheets, output } = JSON.parse(fs.readFileSync(path, 'utf8'))
    fs.writeFileSync(output, '%PDF of ' + sheets.length + ' sheets')
  `)
  const made = await pdf(root)
  expect(made.ok ? Buffer.from(made.value).toString() : made).toBe('%PDF of 0 sheets')
})

test('a program that fails is told, not thrown', async () => {
  expect(await pdf(withStandIn('process.exit(1)'))).toEqual({
    ok: false,
    error: { code: 'cli.pdf-failed', detail: '打印程序返回 1' },
  })
})
