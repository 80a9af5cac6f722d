import { z } from 'zod'
import type { BackupHeading } from '#shared/backup/backup-facts.ts'
import {
  AnyBackup,
  BACKUP_JWE_TYPE,
  EncryptedHeader,
  type KeyWrap,
  type Who,
  WRAP_JWE_TYPE,
  WRAP_SCRYPT,
} from '#shared/backup/encrypted-header.ts'
import { groupPlace, readRecoveryDigits, SHEET_DIGITS } from '#shared/backup/recovery-digits.ts'
import type { Secret } from '#shared/backup/secret.ts'
import type { AppError } from '#shared/errors/app-error.ts'
import { err, ok, type Result } from '#shared/result.ts'
import { decryptDirect, deriveKey, encryptDirect, nodeBundleCrypto } from '../bundles/crypto-suite.ts'

export const BACKUP_KEY_BYTES = 32
const SALT_BYTES = 16
const NEWLINE = 0x0a
/** The first line of an encrypted backup is short. */
const LONGEST_HEADER = 64 * 1024

/** Puts the backup key under a passphrase. */
export async function wrapKey(
  who: Who,
  passphrase: string,
  key: Uint8Array,
  randomBytes: (length: number) => Uint8Array,
): Promise<KeyWrap> {
  const salt = randomBytes(SALT_BYTES)
  const wrapped = await encryptDirect(key, { typ: WRAP_JWE_TYPE }, await deriveKey(passphrase, salt))
  const encoded = Buffer.from(salt).toString('base64url')
  return { who, kdf: 'scrypt', ...WRAP_SCRYPT, salt: encoded, key: wrapped }
}

/** The key a secret opens; `backup.wrong-secret` or, for 恢复单, the groups that cannot be right. */
export async function keyOf(
  secret: Secret,
  wraps: readonly KeyWrap[],
): Promise<Result<Uint8Array, AppError>> {
  if (secret.kind === 'sheet') return keyOfDigits(secret.digits)
  for (const wrap of wraps.filter((one) => one.who === secret.kind)) {
    const derived = await deriveKey(secret.passphrase, Buffer.from(wrap.salt, 'base64url'))
    const key = await decryptDirect(wrap.key, derived)
    if (key?.length === BACKUP_KEY_BYTES) return ok(key)
  }
  return err({ code: 'backup.wrong-secret' })
}

function keyOfDigits(digits: string): Result<Uint8Array, AppError> {
  const read = readRecoveryDigits(digits)
  if (read.ok) return ok(read.key)
  const wrong = read.groups.map(groupPlace)
  if (read.digits === SHEET_DIGITS) return err({ code: 'backup.sheet-digits', places: wrong.join('、') })
  // A digit left out moves all that follow: only the first group that does not fit says where.
  const from = wrong[0] === undefined ? '' : `，请从${wrong[0]}查起`
  const places = `共输入 ${read.digits} 位，应为 ${SHEET_DIGITS} 位${from}`
  return err({ code: 'backup.sheet-digits', places })
}

/** The encrypted file around a zip: the header line, then the JWE. */
export async function sealBackup(
  zip: Uint8Array,
  heading: BackupHeading,
  key: Uint8Array,
  wraps: readonly KeyWrap[],
): Promise<Uint8Array> {
  const header: EncryptedHeader = { ...heading, encrypted: 'A256GCM', wraps: [...wraps] }
  const line = Buffer.from(`${JSON.stringify(header)}\n`, 'utf8')
  const jwe = await encryptDirect(zip, { typ: BACKUP_JWE_TYPE, header: lineDigest(line) }, key)
  return Buffer.concat([line, Buffer.from(`${jwe}\n`, 'latin1')])
}

/** What the first line of an encrypted backup says; null when it is no encrypted backup at all. */
export function readEncryptedHeader(
  bytes: Uint8Array,
  fileName: string,
): Result<EncryptedHeader, AppError> | null {
  const line = headerLine(bytes)
  if (line === null) return null
  const json = parsed(nodeBundleCrypto.decodeUtf8(line))
  const header = EncryptedHeader.safeParse(json)
  if (header.success) return ok(header.data)
  const known = AnyBackup.safeParse(json)
  if (!known.success) return null
  if (known.data.format !== 'pbz-backup-1') return err({ code: 'backup.newer', fileName })
  return err({ code: 'backup.damaged', fileName, where: '文件头' })
}

/** The zip inside; every changed byte of header or content makes it fail. */
export async function unsealBackup(
  bytes: Uint8Array,
  key: Uint8Array,
): Promise<Result<Uint8Array, AppError>> {
  const line = headerLine(bytes)
  if (line === null) return err({ code: 'backup.wrong-secret' })
  const jwe = Buffer.from(bytes.subarray(line.length)).toString('latin1').trimEnd()
  const zip = await decryptDirect(jwe, key)
  if (zip === null) return err({ code: 'backup.wrong-secret' })
  const inner = parsed(Buffer.from(jwe.split('.', 1)[0] ?? '', 'base64url').toString('utf8'))
  const claimed = z.looseObject({ typ: z.literal(BACKUP_JWE_TYPE), header: z.string() }).safeParse(inner)
  return claimed.success && claimed.data.header === lineDigest(line)
    ? ok(zip)
    : err({ code: 'backup.wrong-secret' })
}

/** The first line, newline included. */
function headerLine(bytes: Uint8Array): Uint8Array | null {
  if (bytes[0] !== 0x7b) return null
  const end = bytes.subarray(0, LONGEST_HEADER).indexOf(NEWLINE)
  return end < 0 ? null : bytes.subarray(0, end + 1)
}

function lineDigest(line: Uint8Array): string {
  return Buffer.from(nodeBundleCrypto.sha256(line)).toString('hex')
}

function parsed(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text)
  } catch {
    return null
  }
}
