import { z } from 'zod'
import { Secret } from '../backup/secret.ts'

/** Idle minutes after which the screen locks by itself. */
export const LOCK_MINUTES = [5, 10, 15, 30] as const
export const LockMinutes = z.literal(LOCK_MINUTES)
export type LockMinutes = z.infer<typeof LockMinutes>

/** A 锁屏口令 is typed many times a day: shorter than a signing 口令, which it never replaces. */
export const LOCK_PASSPHRASE_MINIMUM = 4

const Passphrase = z.string().min(1).max(200)

/** 屏幕锁 of this PC: off unless it was asked for. */
export const lockChannels = {
  /** `minutes` null: there is no lock. */
  'lock:status': {
    request: z.null(),
    reply: z.strictObject({ minutes: LockMinutes.nullable() }),
  },
  /** Sets the lock, or another 口令 or time for it; `current` is asked for while there is one. */
  'lock:set': {
    request: z.strictObject({
      current: Passphrase.nullable(),
      passphrase: Passphrase,
      minutes: LockMinutes,
    }),
    reply: z.null(),
  },
  /** Errors: lock.wrong-passphrase, lock.wait. */
  'lock:open': { request: z.strictObject({ passphrase: Passphrase }), reply: z.null() },
  /** 忘记锁屏口令: takes the lock away for who holds a passphrase of the office's backups or the 恢复单. */
  'lock:release': { request: z.strictObject({ secret: Secret }), reply: z.null() },
  /** Takes the lock away. */
  'lock:remove': { request: z.strictObject({ passphrase: Passphrase }), reply: z.null() },
} as const
