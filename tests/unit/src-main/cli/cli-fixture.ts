import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { CliIo } from '#main/cli/io.ts'
import { runCommand } from '#main/cli/run-command.ts'
import { nodeFileSystem } from '#main/files/file-system.ts'
import { parseWorkbook } from '#main/spreadsheet/parse-workbook.ts'
import type { ReadRequest, StartReader } from '#main/spreadsheet/reader-messages.ts'
import { ok } from '#shared/result.ts'
import { builtInPack } from '#tests/support/built-in-pack.ts'

const WORKBOOKS = join(import.meta.dirname, '../../../fixtures/workbooks')

export const workbook = (name: string): string => join(WORKBOOKS, name)

export const PASSPHRASE = '仅供测试的口令一二三'

/** The reader's parsing in this process: the fork itself is tested where it is made. */
const readHere: StartReader = () => {
  let answer: (message: unknown) => void = () => undefined
  return {
    send: ({ name, bytes }: ReadRequest) =>
      answer({ kind: 'result', json: JSON.stringify(parseWorkbook(name, bytes)) }),
    onMessage: (listener) => {
      answer = listener
    },
    onExit: () => undefined,
    kill: () => undefined,
  }
}

export interface CliRun {
  readonly exit: number
  /** Standard output, one entry per line printed. */
  readonly out: readonly string[]
  /** Standard error. */
  readonly err: string
}

export interface CliBench {
  readonly folder: string
  readonly at: (name: string) => string
  /** Everything in the folder, sorted. */
  readonly files: () => readonly string[]
  readonly run: (...argv: string[]) => Promise<CliRun>
  /** Runs with `--json` and parses the only line. */
  readonly json: (...argv: string[]) => Promise<{ readonly exit: number; readonly answer: unknown }>
}

/** A folder of its own with a passphrase file, and the command line working in it. */
export function cliBench(over: Partial<CliIo> = {}): CliBench {
  const folder = mkdtempSync(join(tmpdir(), 'pbz-cli-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const at = (name: string) => join(folder, name)
  writeFileSync(at('口令.txt'), `${PASSPHRASE}\r\n`)
  const run = async (...argv: string[]): Promise<CliRun> => {
    const out: string[] = []
    const told: string[] = []
    const io: CliIo = {
      print: (line) => out.push(line),
      tell: (line) => told.push(line),
      fs: nodeFileSystem,
      now: () => '2021-10-08T01:00:00.000Z',
      newId: randomUUID,
      randomBytes,
      startReader: readHere,
      toPdf: async () => ok(Buffer.from('%PDF-1.7 of a test')),
      loadPack: async () => ok(builtInPack()),
      ...over,
    }
    return { exit: await runCommand(argv, io), out, err: told.join('\n') }
  }
  return {
    folder,
    at,
    files: () => readdirSync(folder, { recursive: true }).map(String).sort(),
    run,
    json: async (...argv) => {
      const { exit, out } = await run(...argv, '--json')
      if (out.length !== 1) throw new Error(`${out.length} lines on standard output`)
      return { exit, answer: JSON.parse(out[0] ?? '') }
    },
  }
}

interface MadeKey {
  readonly file: string
  readonly bytes: Uint8Array
  readonly public: unknown
}

/** Made once per unit: each key costs half a second of scrypt. */
const made = new Map<string, Promise<readonly MadeKey[]>>()

/** `keygen` of a preparer (k1.json) and a reviewer (k2.json); answers their public halves. */
export async function makeKeys(bench: CliBench, unit = 'YY-430626'): Promise<readonly unknown[]> {
  const making = made.get(unit) ?? keysOf(bench, unit)
  made.set(unit, making)
  const keys = await making
  for (const { file, bytes } of keys) writeFileSync(bench.at(file), bytes)
  return keys.map((key) => key.public)
}

async function keysOf(bench: CliBench, unit: string): Promise<readonly MadeKey[]> {
  const keys: MadeKey[] = []
  for (const [file, name, role] of [
    ['k1.json', '张示例', 'preparer'],
    ['k2.json', '李审核', 'reviewer'],
  ] as const) {
    const { answer } = await bench.json(
      ...['keygen', '--name', name, '--role', role, '--unit', unit],
      ...['--out', bench.at(file), '--passphrase-file', bench.at('口令.txt')],
    )
    keys.push({ file, bytes: readFileSync(bench.at(file)), public: answer })
  }
  return keys
}

export const PJ = ['--unit', 'YY-430626', '--period', '2021Q3']
export const SAMPLES = [
  ...['--enterprises', workbook('enterprises-clean-120.xlsx')],
  ...['--patents', workbook('patents-2021.xlsx')],
  ...['--figures', workbook('figures-2021Q3.xlsx')],
  ...['--activities', workbook('service-log-2021.xlsx')],
]

/** `--key` and its passphrase file. */
export const withKey = (bench: CliBench, key = 'k1.json'): string[] => [
  ...['--key', bench.at(key), '--passphrase-file', bench.at('口令.txt')],
]
