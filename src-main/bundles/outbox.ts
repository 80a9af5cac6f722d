import { join } from 'node:path'
import type { Identity, PeriodId } from '#shared/bundle/manifest.ts'
import type { AppError } from '#shared/errors/app-error.ts'
import { ok, type Result } from '#shared/result.ts'
import type { BundleFolder } from './bundle-folder.ts'
import type { SignedFile } from './sign-report.ts'
import { inspectFile } from './verify-file.ts'

const SUFFIX = '.pbz.json'

export interface KeptFile extends SignedFile {
  readonly path: string
  readonly period: PeriodId | null
  readonly seq: number
  readonly createdAt: string
  readonly signatures: number
}

/** 发件箱: signed files kept byte for byte under their identity. A file never replaces one with more. */
export class Outbox {
  readonly #folder: BundleFolder

  constructor(folder: BundleFolder) {
    this.#folder = folder
  }

  /**
   * Keeps a file and answers what stands there now. A kept one with more signatures stays: an older copy from a
   * stick, signed once more, must not cost a signature.
   */
  async keep(file: SignedFile): Promise<Result<KeptFile, AppError>> {
    const kept = await this.#read(nameOf(file.identity))
    const wanted = this.#described(file.bytes)
    if (!wanted.ok) return wanted
    if (kept !== null && kept.signatures > wanted.value.signatures) return ok(kept)
    const written = await this.#folder.write(nameOf(file.identity), file.bytes)
    return written.ok ? wanted : written
  }

  /** Newest first; a file that no longer reads, or lies under a foreign name, is not listed. */
  async list(): Promise<Result<KeptFile[], AppError>> {
    const names = await this.#folder.list()
    if (!names.ok) return names
    const kept: KeptFile[] = []
    for (const name of names.value.filter((one) => one.endsWith(SUFFIX))) {
      const file = await this.#read(name)
      if (file !== null) kept.push(file)
    }
    return ok(kept.sort((a, b) => b.createdAt.localeCompare(a.createdAt) || b.seq - a.seq))
  }

  async #read(name: string): Promise<KeptFile | null> {
    const bytes = await this.#folder.read(name)
    const file = bytes.ok ? this.#described(bytes.value) : bytes
    return file.ok && name === nameOf(file.value.identity) ? file.value : null
  }

  #described(bytes: Uint8Array): Result<KeptFile, AppError> {
    const seen = inspectFile(bytes)
    if (!seen.ok) return seen
    const { identity, code, name, period, seq, createdAt, signatures } = seen.value
    const path = join(this.#folder.path, nameOf(identity))
    return ok({ bytes, identity, code, name, path, period, seq, createdAt, signatures: signatures.length })
  }
}

const nameOf = (identity: Identity): string => `${identity}${SUFFIX}`
