import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { forkedReader } from '#main/spreadsheet/forked-reader.ts'
import { parseWorkbook } from '#main/spreadsheet/parse-workbook.ts'
import { readWorkbook } from '#main/spreadsheet/read-workbook.ts'
import { READING_LIMITS } from '#main/spreadsheet/reading-limits.ts'
import { fixture } from './workbook-samples.ts'

const folder = mkdtempSync(join(tmpdir(), 'reader-'))
const source = { name: 'clean.xlsx', bytes: fixture('enterprises-clean-120.xlsx') }

/** A reader process that runs this script instead of ours. */
function readerRunning(script: string) {
  const entry = join(folder, `${script.length}.cjs`)
  writeFileSync(entry, script)
  return forkedReader(entry)
}

beforeAll(async () => {
  await build({
    configFile: false,
    logLevel: 'silent',
    root: join(import.meta.dirname, '../../../..'),
    ssr: { noExternal: true },
    build: {
      ssr: 'src-main/spreadsheet/reader-process.ts',
      outDir: folder,
      emptyOutDir: false,
      rollupOptions: { output: { format: 'cjs', entryFileNames: 'reader.cjs' } },
    },
  })
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('readWorkbook in a forked process', () => {
  it('gives what parsing in place gives, with progress', async () => {
    const progress: [number, number | null][] = []
    const read = await readWorkbook({ startReader: forkedReader(join(folder, 'reader.cjs')) }, source, {
      onProgress: (...step) => progress.push(step),
    })
    expect(read).toEqual(parseWorkbook(source.name, source.bytes))
    expect(progress).toEqual([
      [0, null],
      [0, 2],
      [1, 2],
    ])
  })

  it('passes refusals on', async () => {
    const read = await readWorkbook(
      { startReader: forkedReader(join(folder, 'reader.cjs')) },
      { name: 'a.xlsx', bytes: new TextEncoder().encode('%PDF-1.4') },
    )
    expect(read).toEqual({
      ok: false,
      error: { code: 'workbook.not-a-workbook', fileName: 'a.xlsx', found: ' PDF' },
    })
  })

  it('stops a process that never answers, at the time limit', async () => {
    const startReader = readerRunning("process.on('message', () => { for (;;); })")
    const read = await readWorkbook({ startReader, limits: { ...READING_LIMITS, seconds: 0.5 } }, source)
    expect(read).toEqual({
      ok: false,
      error: { code: 'workbook.too-slow', fileName: 'clean.xlsx', seconds: 0.5 },
    })
  })

  it('survives a process that runs out of memory', async () => {
    const startReader = readerRunning(
      "process.on('message', () => { const all = []; for (;;) all.push(new Array(100000).fill({})) })",
    )
    const read = await readWorkbook({ startReader, limits: { ...READING_LIMITS, megabytes: 32 } }, source)
    expect(read).toEqual({
      ok: false,
      error: { code: 'workbook.reader-stopped', fileName: 'clean.xlsx' },
    })
  })

  it('survives a process that cannot start and one that talks nonsense', async () => {
    const error = { code: 'workbook.reader-stopped', fileName: 'clean.xlsx' }
    expect(await readWorkbook({ startReader: forkedReader(join(folder, 'none.cjs')) }, source)).toEqual({
      ok: false,
      error,
    })
    const nonsense = readerRunning("process.on('message', () => process.send({ kind: 'hello' }))")
    expect(await readWorkbook({ startReader: nonsense }, source)).toEqual({ ok: false, error })
  })
})

describe('cancelling', () => {
  it('ends the process at once', async () => {
    const killed: string[] = []
    const controller = new AbortController()
    const startReader = () => ({
      send: () => controller.abort(),
      onMessage: () => {},
      onExit: () => {},
      kill: () => killed.push('killed'),
    })
    const read = await readWorkbook({ startReader }, source, { signal: controller.signal })
    expect([read, killed]).toEqual([{ ok: false, error: { code: 'task.cancelled' } }, ['killed']])
  })

  it('before the start starts nothing', async () => {
    const read = await readWorkbook(
      {
        startReader: () => {
          throw new Error('started')
        },
      },
      source,
      { signal: AbortSignal.abort() },
    )
    expect(read).toEqual({ ok: false, error: { code: 'task.cancelled' } })
  })
})
