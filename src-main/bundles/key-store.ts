import { join } from 'node:path'
import type { PublicKey } from '#shared/bundle/public-key.ts'
import type { AppError } from '#shared/errors/app-error.ts'
import { err, ok, type Result } from '#shared/result.ts'
import type { BundleFolder } from './bundle-folder.ts'
import { createKeyFile, type KeyHolder, openKeyFile, readPublicKey, type SigningKey } from './key-file.ts'

const SUFFIX = '.pbz-key.json'

/** Key files of this PC: one per key, named by its thumbprint. */
export class KeyStore {
  readonly #folder: BundleFolder
  readonly #randomBytes: (length: number) => Uint8Array

  constructor(folder: BundleFolder, randomBytes: (length: number) => Uint8Array) {
    this.#folder = folder
    this.#randomBytes = randomBytes
  }

  /** Public halves; a file that is no key file is passed over. */
  async list(): Promise<Result<PublicKey[], AppError>> {
    const names = await this.#folder.list()
    if (!names.ok) return names
    const keys: PublicKey[] = []
    for (const name of names.value.filter((one) => one.endsWith(SUFFIX)).sort()) {
      const bytes = await this.#folder.read(name)
      const key = bytes.ok ? readPublicKey(bytes.value) : bytes
      if (key.ok) keys.push(key.value)
    }
    return ok(keys)
  }

  async create(holder: KeyHolder, passphrase: string, now: string): Promise<Result<PublicKey, AppError>> {
    const made = await createKeyFile(holder, passphrase, now, this.#randomBytes)
    if (!made.ok) return made
    const written = await this.#folder.write(keyFileName(made.value.public.kid), made.value.bytes)
    return written.ok ? ok(made.value.public) : written
  }

  /** `key.not-found`, `key.wrong-passphrase` or `key.damaged`. */
  async open(kid: string, passphrase: string): Promise<Result<SigningKey, AppError>> {
    const bytes = await this.#folder.read(keyFileName(kid))
    if (!bytes.ok) return bytes.error.code === 'file.not-found' ? err({ code: 'key.not-found' }) : bytes
    const key = await openKeyFile(bytes.value, passphrase)
    if (!key.ok) return key
    return key.value.public.kid === kid ? key : err({ code: 'key.damaged' })
  }
}

/** File name of a key file in the data folder. */
export function keyFileName(kid: string): string {
  return `${kid}${SUFFIX}`
}

export const keyFolder = (dataFolder: string): string => join(dataFolder, 'keys')
