import { randomBytes, randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { AppError } from '#shared/errors/app-error.ts'
import { parsePack } from '#shared/pack/parse-pack.ts'
import type { PlanPack } from '#shared/pack/plan-pack.ts'
import type { Result } from '#shared/result.ts'
import { nodeFileSystem } from '../files/file-system.ts'
import { readFileWithin } from '../files/read-file.ts'
import { forkedReader } from '../spreadsheet/forked-reader.ts'
import type { CliIo } from './io.ts'
import { pdfProgram } from './pdf-program.ts'

const PACK_MEGABYTES = 16

/** The real world of a command; the only place with a clock and randomness. `root` is the repository. */
export function nodeIo(root: string): CliIo {
  const tell = (line: string): void => {
    process.stderr.write(`${line}\n`)
  }
  return {
    print: (line) => {
      process.stdout.write(`${line}\n`)
    },
    tell,
    fs: nodeFileSystem,
    now: () => new Date().toISOString(),
    newId: randomUUID,
    randomBytes,
    startReader: forkedReader(join(root, 'out', 'cli', 'reader.mjs')),
    toPdf: pdfProgram(root, tell),
    loadPack: () => builtInPack(join(root, 'assets', 'packs', 'yueyang-2020-2022.json')),
  }
}

async function builtInPack(path: string): Promise<Result<PlanPack, AppError>> {
  const file = await readFileWithin(nodeFileSystem, path, PACK_MEGABYTES)
  if (!file.ok) return file
  return parsePack(JSON.parse(Buffer.from(file.value.bytes).toString('utf8')))
}
