import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { z } from 'zod'
import { type KeyId, PublicJwk } from '#shared/bundle/public-key.ts'
import { StationId } from '#shared/edits/edit.ts'
import type { AppError } from '#shared/errors/app-error.ts'
import { err, ok, type Result } from '#shared/result.ts'
import { generatePrivateJwk, isKeyPair, type PrivateJwk, thumbprint } from '../bundles/crypto-suite.ts'
import { writeFileAtomically } from '../files/atomic-write.ts'
import { errorCodeOf } from '../files/error-code.ts'
import { readFailure, writeFailure } from '../files/file-failures.ts'
import type { FileSystem } from '../files/file-system.ts'
import { ensureFolder } from '../files/make-folder.ts'

/**
 * The key of one station: one journal on one PC. It signs what the station gives to other PCs of the unit, needs no
 * passphrase and never leaves this user's profile.
 */
export interface StationKey {
  readonly station: string
  /** RFC 7638 thumbprint: what other PCs know the station by. */
  readonly kid: KeyId
  readonly jwk: PublicJwk
  readonly privateJwk: PrivateJwk
}

const StoredKey = z.strictObject({
  format: z.literal('pbz-station-key-1'),
  station: StationId,
  key: PublicJwk.extend({ d: z.string().regex(/^[A-Za-z0-9_-]{43}$/) }),
  /** ISO 8601 UTC. */
  createdAt: z.iso.datetime(),
})

/** Name of what this PC keeps about a data folder, beside the station marker. */
export function folderHash(dataFolder: string): string {
  return createHash('sha256').update(dataFolder).digest('hex').slice(0, 16)
}

/** Keys of the stations of this PC, in `folder` of the user's profile. */
export class StationKeys {
  readonly #fs: FileSystem
  readonly #folder: string

  constructor(fs: FileSystem, folder: string) {
    this.#fs = fs
    this.#folder = folder
  }

  /** null when none was ever made; `exchange.key-damaged` when there is one that cannot be used. */
  async load(dataFolder: string, station: string): Promise<Result<StationKey | null, AppError>> {
    const path = this.#pathOf(dataFolder, station)
    let bytes: Uint8Array
    try {
      bytes = await this.#fs.read(path)
    } catch (error) {
      return errorCodeOf(error) === 'ENOENT' ? ok(null) : err(readFailure(error, path))
    }
    const key = parseKey(bytes)
    return key !== null && key.station === station ? ok(key) : err({ code: 'exchange.key-damaged' })
  }

  /** Makes a key, in place of one that was there: other PCs will ask again. */
  async create(dataFolder: string, station: string, now: string): Promise<Result<StationKey, AppError>> {
    const path = this.#pathOf(dataFolder, station)
    const key = generatePrivateJwk()
    const stored = { format: 'pbz-station-key-1', station, key, createdAt: now }
    try {
      await ensureFolder(this.#fs, this.#folder)
    } catch (error) {
      return err(writeFailure(error, this.#folder, this.#folder))
    }
    const written = await writeFileAtomically(this.#fs, path, Buffer.from(JSON.stringify(stored), 'utf8'))
    return written.ok ? ok(keyOf(station, key)) : written
  }

  #pathOf(dataFolder: string, station: string): string {
    return join(this.#folder, `key-${folderHash(dataFolder)}-${station}.json`)
  }
}

function parseKey(bytes: Uint8Array): StationKey | null {
  try {
    const stored = StoredKey.safeParse(JSON.parse(Buffer.from(bytes).toString('utf8')))
    if (!stored.success || !isKeyPair(stored.data.key)) return null
    return keyOf(stored.data.station, stored.data.key)
  } catch {
    return null
  }
}

function keyOf(station: string, privateJwk: PrivateJwk): StationKey {
  const { kty, crv, x } = privateJwk
  const jwk = { kty, crv, x }
  return { station, kid: thumbprint(jwk), jwk, privateJwk }
}
