import { timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import type { AppError } from '#shared/errors/app-error.ts'
import { LOCK_PASSPHRASE_MINIMUM, LockMinutes } from '#shared/ipc/lock-channels.ts'
import { err, ok, type Result } from '#shared/result.ts'
import { deriveKey } from '../bundles/crypto-suite.ts'
import type { FileSystem } from '../files/file-system.ts'
import { readJsonFile, writeJsonFile } from './json-file.ts'

const StoredLock = z.strictObject({
  format: z.literal('pbz-lock-1'),
  minutes: LockMinutes,
  /** base64url; scrypt as for key files. */
  salt: z.string(),
  hash: z.string(),
})
type StoredLock = z.infer<typeof StoredLock>

export interface ScreenLockDeps {
  readonly fs: FileSystem
  /** Outside the data folder: the lock is this PC's, not the data's. */
  readonly path: string
  /** Milliseconds of a clock that no one sets back. */
  readonly elapsed: () => number
  readonly randomBytes: (length: number) => Uint8Array
}

/** Wrong 口令 in a row that cost nothing; from then on each doubles the wait. */
const FREE_TRIES = 5
const FIRST_WAIT_MS = 30_000
const LONGEST_WAIT_MS = 10 * 60_000

/**
 * The 锁屏口令 of this PC and how often it may be tried. It keeps a passer-by from the screen; it does not encrypt the
 * data folder, which the system's own account guards.
 */
export class ScreenLock {
  readonly #deps: ScreenLockDeps
  #wrong = 0
  #waitUntil = 0
  #last: Promise<unknown> = Promise.resolve()

  constructor(deps: ScreenLockDeps) {
    this.#deps = deps
  }

  /** Idle minutes, null when there is no lock. */
  async minutes(): Promise<LockMinutes | null> {
    return (await this.#stored())?.minutes ?? null
  }

  async set(
    current: string | null,
    passphrase: string,
    minutes: LockMinutes,
  ): Promise<Result<null, AppError>> {
    if ([...passphrase.trim()].length < LOCK_PASSPHRASE_MINIMUM)
      return err({ code: 'lock.passphrase-short', minimum: LOCK_PASSPHRASE_MINIMUM })
    const stored = await this.#stored()
    if (stored !== null) {
      const proven = await this.#prove(stored, current ?? '')
      if (!proven.ok) return proven
    }
    const salt = this.#deps.randomBytes(16)
    const hash = await deriveKey(passphrase, salt)
    const lock: StoredLock = {
      format: 'pbz-lock-1',
      minutes,
      salt: Buffer.from(salt).toString('base64url'),
      hash: Buffer.from(hash).toString('base64url'),
    }
    const written = await writeJsonFile(this.#deps.fs, this.#deps.path, lock)
    return written.ok ? ok(null) : written
  }

  /** Without a lock every 口令 opens: there is nothing to open. */
  async open(passphrase: string): Promise<Result<null, AppError>> {
    const stored = await this.#stored()
    return stored === null ? ok(null) : this.#prove(stored, passphrase)
  }

  async remove(passphrase: string): Promise<Result<null, AppError>> {
    const opened = await this.open(passphrase)
    if (!opened.ok) return opened
    await this.#forget()
    return ok(null)
  }

  /** Takes the lock away for who proves another right to the data; wrong proofs count like wrong 口令. */
  async release(prove: () => Promise<Result<unknown, AppError>>): Promise<Result<null, AppError>> {
    const proven = await this.#tried(prove)
    if (!proven.ok) return proven
    await this.#forget()
    return ok(null)
  }

  async #forget(): Promise<void> {
    await this.#deps.fs.remove(this.#deps.path)
    this.#wrong = 0
    this.#waitUntil = 0
  }

  async #prove(stored: StoredLock, passphrase: string): Promise<Result<null, AppError>> {
    const proven = await this.#tried(async () => {
      const hash = await deriveKey(passphrase, Buffer.from(stored.salt, 'base64url'))
      const expected = Buffer.from(stored.hash, 'base64url')
      const isRight = expected.length === hash.length && timingSafeEqual(hash, expected)
      return isRight ? ok(null) : err({ code: 'lock.wrong-passphrase' })
    })
    return proven.ok ? ok(null) : proven
  }

  /** One try after the other, so that none slips past the wait that the one before has earned. */
  #tried(attempt: () => Promise<Result<unknown, AppError>>): Promise<Result<unknown, AppError>> {
    const result = this.#last.then(() => this.#try(attempt))
    this.#last = result.catch(() => null)
    return result
  }

  async #try(attempt: () => Promise<Result<unknown, AppError>>): Promise<Result<unknown, AppError>> {
    const wait = this.#waitUntil - this.#deps.elapsed()
    if (wait > 0) return err({ code: 'lock.wait', seconds: Math.ceil(wait / 1000) })
    const proven = await attempt()
    this.#wrong = proven.ok ? 0 : this.#wrong + 1
    const over = this.#wrong - FREE_TRIES
    if (over >= 0) {
      this.#waitUntil = this.#deps.elapsed() + Math.min(FIRST_WAIT_MS * 2 ** over, LONGEST_WAIT_MS)
    }
    return proven
  }

  async #stored(): Promise<StoredLock | null> {
    const stored = StoredLock.safeParse(await readJsonFile(this.#deps.fs, this.#deps.path))
    return stored.success ? stored.data : null
  }
}
