import { z } from 'zod'
import { BackupHeading } from './backup-facts.ts'

/** Whose passphrase opens a backup: the office's, or that of the 审核人. */
export const Who = z.enum(['office', 'reviewer'])
export type Who = z.infer<typeof Who>

/** scrypt as in key files; literals, so that a hostile file cannot ask for more memory or weaker work. */
export const WRAP_SCRYPT = { n: 131_072, r: 8, p: 1 } as const

/** The backup key under one passphrase: JWE `dir` + A256GCM under scrypt(passphrase, salt). */
export const KeyWrap = z.strictObject({
  who: Who,
  kdf: z.literal('scrypt'),
  n: z.literal(WRAP_SCRYPT.n),
  r: z.literal(WRAP_SCRYPT.r),
  p: z.literal(WRAP_SCRYPT.p),
  salt: z.string().regex(/^[A-Za-z0-9_-]{22}$/),
  key: z.string().max(2000),
})
export type KeyWrap = z.infer<typeof KeyWrap>

/**
 * First line of an encrypted backup; the second is the JWE of the zip under the backup key. The JWE's own header holds
 * SHA-256 of this line, so it cannot be changed unseen.
 */
export const EncryptedHeader = BackupHeading.extend({
  encrypted: z.literal('A256GCM'),
  wraps: z.array(KeyWrap).min(1).max(4),
})
export type EncryptedHeader = z.infer<typeof EncryptedHeader>

/** `typ` of the JWE that holds a zip, and of one that holds the backup key. */
export const BACKUP_JWE_TYPE = 'pbz-backup+zip'
export const WRAP_JWE_TYPE = 'pbz-backup-key'

/** Tells a backup of a newer program from something else. */
export const AnyBackup = z.looseObject({ format: z.string().regex(/^pbz-backup-\d{1,4}$/) })
