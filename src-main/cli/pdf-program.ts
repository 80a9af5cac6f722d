import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { AppError } from '#shared/errors/app-error.ts'
import { err, ok } from '#shared/result.ts'
import type { ToPdf } from '../bundles/handover-folder.ts'
import type { PrintJobFile } from '../printing/print-job-run.ts'

const LIMIT_MS = 180_000
const TELL_AFTER_MS = 1000

/** Lays forms out with the program's own window code, started hidden: Electron when it is here, else the stand-in. */
export function pdfProgram(root: string, tell: (line: string) => void): ToPdf {
  return async (sheets) => {
    const missing = missingPart(root)
    if (missing !== null) return err({ code: 'cli.pdf-unavailable', missing })
    const folder = await mkdtemp(join(tmpdir(), 'pbz-print-'))
    const slow = setTimeout(() => tell('正在排版并生成 PDF …'), TELL_AFTER_MS)
    try {
      const output = join(folder, 'forms.pdf')
      const job: PrintJobFile = { sheets, output }
      await writeFile(join(folder, 'job.json'), JSON.stringify(job), { mode: 0o600 })
      const problem = await launch(root, folder)
      return problem === null ? ok(new Uint8Array(await readFile(output))) : err(problem)
    } finally {
      clearTimeout(slow)
      await rm(folder, { recursive: true, force: true, maxRetries: 5 })
    }
  }
}

const electronFolder = (root: string): string => join(root, 'node_modules', 'electron')

function electronBinary(root: string): string | null {
  const named = join(electronFolder(root), 'path.txt')
  if (!existsSync(named)) return null
  const binary = join(electronFolder(root), 'dist', readFileSync(named, 'utf8').trim())
  return existsSync(binary) ? binary : null
}

/** What is missing for a layout, in words; null when everything is here. */
export function missingPart(root: string): string | null {
  const built = ['out/main/main.cjs', 'out/preload/preload.cjs', 'out/renderer/print.html']
  if (!built.every((path) => existsSync(join(root, path)))) return '程序的打印部分（请先运行 npm run build）'
  if (electronBinary(root) !== null) return null
  if (!existsSync(join(root, 'tests', 'shell', 'electron'))) return ' Electron 运行环境'
  return hasChromium() ? null : ' Electron 运行环境或 Chromium 浏览器'
}

function hasChromium(): boolean {
  const named = process.env.STANDIN_CHROMIUM
  if (named !== undefined && named !== '') return existsSync(named)
  const names = ['chromium', 'chromium-browser', 'google-chrome']
  const folders = (process.env.PATH ?? '').split(process.platform === 'win32' ? ';' : ':')
  return folders.some((folder) => names.some((name) => existsSync(join(folder, name))))
}

function launch(root: string, folder: string): Promise<AppError | null> {
  const binary = electronBinary(root)
  const standIn = join(root, 'tests', 'shell')
  const isRoot = process.platform === 'linux' && process.getuid?.() === 0
  const args = [
    '.',
    `--user-data-dir=${join(folder, 'profile')}`,
    `--print-job=${join(folder, 'job.json')}`,
    ...(binary !== null && isRoot ? ['--no-sandbox'] : []),
  ]
  const [command, before] = binary === null ? [process.execPath, [join(standIn, 'electron')]] : [binary, []]
  return finished(command, [...before, ...args], root)
}

function finished(command: string, args: readonly string[], cwd: string): Promise<AppError | null> {
  return new Promise((resolve) => {
    const failed = (detail: string): AppError => ({ code: 'cli.pdf-failed', detail })
    const child = spawn(command, args, { cwd, stdio: 'ignore', timeout: LIMIT_MS })
    child.once('error', () => resolve(failed('打印程序没有启动')))
    child.once('exit', (code) => resolve(code === 0 ? null : failed(`打印程序返回 ${code ?? '超时'}`)))
  })
}
