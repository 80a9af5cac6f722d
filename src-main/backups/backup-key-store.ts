import { timingSafeEqual } from 'node:crypto'
import { join } from 'node:path'
import { z } from 'zod'
import { KeyWrap, type Who } from '#shared/backup/encrypted-header.ts'
import type { Secret } from '#shared/backup/secret.ts'
import type { AppError } from '#shared/errors/app-error.ts'
import { err, ok, type Result } from '#shared/result.ts'
import { writeJsonFile } from '../app/json-file.ts'
import { PASSPHRASE_MINIMUM } from '../bundles/key-file.ts'
import { errorCodeOf } from '../files/error-code.ts'
import { writeFailure } from '../files/file-failures.ts'
import type { FileSystem } from '../files/file-system.ts'
import type { BackupKey } from './backup-file.ts'
import type { BackupMemories } from './backup-memory.ts'
import { BACKUP_KEY_BYTES, keyOf, wrapKey } from './sealed-backup.ts'

const StoredKey = z.strictObject({
  format: z.literal('pbz-backup-key-1'),
  key: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
  wraps: z.array(KeyWrap).min(1).max(4),
})

export interface NewPassphrases {
  readonly office: string | null
  readonly reviewer: string | null
  /** Proof that whoever changes a passphrase may; null the first time. */
  readonly current: Secret | null
}

export interface BackupKeyStoreDeps {
  readonly fs: FileSystem
  readonly userData: string
  readonly memories: BackupMemories
  readonly randomBytes: (length: number) => Uint8Array
  /** Does the data folder hold encrypted backups? Then a key was there, and this PC has lost it (a new installation). */
  readonly hasSealedBackups: () => Promise<boolean>
}

/**
 * The backup key of this PC, outside the data folder, so that backups are made without asking. It stays when passphrases
 * change: the 恢复单 and older backups stay good.
 */
export class BackupKeyStore {
  readonly #deps: BackupKeyStoreDeps
  readonly #path: string

  constructor(deps: BackupKeyStoreDeps) {
    this.#deps = deps
    this.#path = join(deps.userData, 'backup-key.json')
  }

  /**
   * Null while no passphrase was ever set here or for this data folder; `backup.key-lost` when one was and the key is gone or damaged;
   * `backup.key-unreadable` when the key is there and cannot be read now: nothing may take its place.
   */
  async load(): Promise<Result<BackupKey | null, AppError>> {
    const stored = await this.#stored()
    if (!stored.ok) return stored
    if (stored.value === 'damaged') return err({ code: 'backup.key-lost' })
    if (stored.value !== 'none') return ok(stored.value)
    const { memories, hasSealedBackups } = this.#deps
    const wasSet = (await memories.load()).isProtected || (await hasSealedBackups())
    return wasSet ? err({ code: 'backup.key-lost' }) : ok(null)
  }

  async #stored(): Promise<Result<BackupKey | 'none' | 'damaged', AppError>> {
    try {
      const key = parseKey(await this.#deps.fs.read(this.#path))
      return ok(key ?? 'damaged')
    } catch (error) {
      const detail = errorCodeOf(error)
      return detail === 'ENOENT' ? ok('none') : err({ code: 'backup.key-unreadable', detail })
    }
  }

  /** Sets or changes passphrases. That of the 审核人 is only changed by the 审核人 or with the 恢复单. */
  async protect({ office, reviewer, current }: NewPassphrases): Promise<Result<BackupKey, AppError>> {
    for (const passphrase of [office, reviewer]) {
      if (passphrase !== null && [...passphrase.trim()].length < PASSPHRASE_MINIMUM)
        return err({ code: 'key.passphrase-short', minimum: PASSPHRASE_MINIMUM })
    }
    const loaded = await this.load()
    if (!loaded.ok && loaded.error.code !== 'backup.key-lost') return loaded
    const before = loaded.ok ? loaded.value : null
    if (before !== null) {
      const proved =
        current === null ? err<AppError>({ code: 'backup.secret-needed' }) : await this.prove(current)
      if (!proved.ok) return proved
      const isSettled = before.wraps.some((wrap) => wrap.who === 'reviewer')
      if (reviewer !== null && isSettled && proved.value === 'office')
        return err({ code: 'backup.wrong-secret' })
    }
    if (before === null && office === null) return err({ code: 'backup.secret-needed' })
    const key = before?.key ?? this.#deps.randomBytes(BACKUP_KEY_BYTES)
    const wraps = [...(before?.wraps ?? [])]
    for (const [who, passphrase] of [
      ['office', office],
      ['reviewer', reviewer],
    ] as const) {
      if (passphrase !== null) replaceWrap(wraps, await wrapKey(who, passphrase, key, this.#deps.randomBytes))
    }
    return this.#keep({ key, wraps })
  }

  /** Takes over the key of a restored backup, so that its passphrases and 恢复单 stay good; an own key stays. */
  async adopt(protection: BackupKey): Promise<Result<BackupKey, AppError>> {
    const loaded = await this.load()
    if (!loaded.ok && loaded.error.code !== 'backup.key-lost') return loaded
    return loaded.ok && loaded.value !== null ? ok(loaded.value) : this.#keep(protection)
  }

  /** Whose secret it is; `backup.not-protected` while there is none to prove. */
  async prove(secret: Secret): Promise<Result<Who | 'sheet', AppError>> {
    const loaded = await this.load()
    if (!loaded.ok) return loaded
    if (loaded.value === null) return err({ code: 'backup.not-protected' })
    const known = await keyOf(secret, loaded.value.wraps)
    if (!known.ok) return known
    return timingSafeEqual(known.value, loaded.value.key)
      ? ok(secret.kind)
      : err({ code: 'backup.wrong-secret' })
  }

  /** A technician may still find the key in a damaged file: it is never written over. */
  async #moveDamagedAside(): Promise<Result<void, AppError>> {
    const { fs, userData, memories } = this.#deps
    const stored = await this.#stored()
    if (!stored.ok) return stored
    if (stored.value !== 'damaged') return ok(undefined)
    // Until the new key stands nothing is written in the clear.
    const remembered = await memories.change({ isProtected: true })
    if (!remembered.ok) return remembered
    try {
      for (let copy = 1; ; copy++) {
        const aside = join(userData, `backup-key.damaged-${copy}.json`)
        if (await fs.exists(aside)) continue
        await fs.rename(this.#path, aside)
        return ok(undefined)
      }
    } catch (error) {
      return err(writeFailure(error, this.#path, userData))
    }
  }

  async #keep(protection: BackupKey): Promise<Result<BackupKey, AppError>> {
    const { fs, memories } = this.#deps
    const moved = await this.#moveDamagedAside()
    if (!moved.ok) return moved
    const key = Buffer.from(protection.key).toString('base64url')
    const stored = { format: 'pbz-backup-key-1', key, wraps: protection.wraps }
    const written = await writeJsonFile(fs, this.#path, stored)
    if (!written.ok) return written
    const remembered = await memories.change({ isProtected: true })
    return remembered.ok ? ok(protection) : remembered
  }
}

function parseKey(bytes: Uint8Array): BackupKey | null {
  try {
    const { key, wraps } = StoredKey.parse(JSON.parse(Buffer.from(bytes).toString('utf8')))
    return { key: Buffer.from(key, 'base64url'), wraps }
  } catch {
    return null
  }
}

function replaceWrap(wraps: KeyWrap[], wrap: KeyWrap): void {
  const at = wraps.findIndex((one) => one.who === wrap.who)
  if (at < 0) wraps.push(wrap)
  else wraps[at] = wrap
}
