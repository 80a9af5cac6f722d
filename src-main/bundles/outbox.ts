import { join } from 'node:path'
import type { AppError } from '#shared/errors/app-error.ts'
import { ok, type Result } from '#shared/result.ts'
import type { BundleFolder } from './bundle-folder.ts'
import type { SignedFile } from './sign-report.ts'
import { inspectFile } from './verify-file.ts'

const SUFFIX = '.pbz.json'

export interface KeptFile extends SignedFile {
  readonly path: string
  readonly period: string | null
  readonly seq: number
  readonly createdAt: string
  readonly signatures: number
}

/** 发件箱: signed files kept byte for byte under their identity. A countersigned file replaces the one with fewer. */
export class Outbox {
  readonly #folder: BundleFolder

  constructor(folder: BundleFolder) {
    this.#folder = folder
  }

  async keep(file: SignedFile): Promise<Result<string, AppError>> {
    const name = `${file.identity}${SUFFIX}`
    const written = await this.#folder.write(name, file.bytes)
    return written.ok ? ok(join(this.#folder.path, name)) : written
  }

  /** Newest first; a file that no longer reads, or lies under a foreign name, is not listed. */
  async list(): Promise<Result<KeptFile[], AppError>> {
    const names = await this.#folder.list()
    if (!names.ok) return names
    const kept: KeptFile[] = []
    for (const name of names.value.filter((one) => one.endsWith(SUFFIX))) {
      const bytes = await this.#folder.read(name)
      const seen = bytes.ok ? inspectFile(bytes.value) : bytes
      if (!bytes.ok || !seen.ok || name !== `${seen.value.identity}${SUFFIX}`) continue
      const { identity, code, period, seq, createdAt, signatures } = seen.value
      kept.push({
        bytes: bytes.value,
        identity,
        code,
        name: seen.value.name,
        path: join(this.#folder.path, name),
        period,
        seq,
        createdAt,
        signatures: signatures.length,
      })
    }
    return ok(kept.sort((a, b) => b.createdAt.localeCompare(a.createdAt) || b.seq - a.seq))
  }
}
