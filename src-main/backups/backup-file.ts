import type { BackupFacts, BackupHeading } from '#shared/backup/backup-facts.ts'
import type { KeyWrap } from '#shared/backup/encrypted-header.ts'
import type { Secret } from '#shared/backup/secret.ts'
import type { AppError } from '#shared/errors/app-error.ts'
import { err, ok, type Result } from '#shared/result.ts'
import type { BuiltBackup } from './build-backup.ts'
import { type BackupContents, unpackBackup } from './open-backup.ts'
import { keyOf, readEncryptedHeader, sealBackup, unsealBackup } from './sealed-backup.ts'

/** The office's backup key and the passphrases it lies under. */
export interface BackupKey {
  readonly key: Uint8Array
  readonly wraps: readonly KeyWrap[]
}

/** The bytes of a backup file: the zip, or with a key the encrypted file around it. */
export async function backupBytes(
  { zip, facts }: BuiltBackup,
  protection: BackupKey | null,
): Promise<Uint8Array> {
  if (protection === null) return zip
  const { counts: _counts, files: _files, ...heading } = facts
  return sealBackup(zip, heading, protection.key, protection.wraps)
}

/** An opened backup, and the key it was under; null when it had none. */
export interface OpenedBackup {
  readonly contents: BackupContents
  readonly protection: BackupKey | null
}

/** Opens a backup with a key that is at hand, or a secret, or none when it is plain. */
export async function openBackupFile(
  bytes: Uint8Array,
  fileName: string,
  access: { readonly key: Uint8Array | null; readonly secret: Secret | null },
): Promise<Result<OpenedBackup, AppError>> {
  const header = readEncryptedHeader(bytes, fileName)
  if (header === null) {
    const contents = unpackBackup(bytes, fileName)
    return contents.ok ? ok({ contents: contents.value, protection: null }) : contents
  }
  if (!header.ok) return header
  const opened = await unsealed(bytes, fileName, header.value.wraps, access)
  if (!opened.ok) return opened
  const contents = unpackBackup(opened.value.zip, fileName)
  if (!contents.ok) return contents
  if (!sameHeading(contents.value.facts, header.value))
    return err({ code: 'backup.damaged', fileName, where: '文件头' })
  return ok({ contents: contents.value, protection: { key: opened.value.key, wraps: header.value.wraps } })
}

async function unsealed(
  bytes: Uint8Array,
  fileName: string,
  wraps: readonly KeyWrap[],
  { key, secret }: { readonly key: Uint8Array | null; readonly secret: Secret | null },
): Promise<Result<{ readonly zip: Uint8Array; readonly key: Uint8Array }, AppError>> {
  if (secret !== null) {
    const known = await keyOf(secret, wraps)
    if (!known.ok) return known
    const zip = await unsealBackup(bytes, known.value)
    if (zip.ok) return ok({ zip: zip.value, key: known.value })
    // Digits are only proved by the content; a passphrase has already opened the key.
    return secret.kind === 'sheet' ? zip : err({ code: 'backup.damaged', fileName, where: '密文' })
  }
  const zip = key === null ? null : await unsealBackup(bytes, key)
  return zip?.ok && key !== null ? ok({ zip: zip.value, key }) : err({ code: 'backup.secret-needed' })
}

function sameHeading(facts: BackupFacts, header: BackupHeading): boolean {
  return (
    facts.journal === header.journal &&
    facts.head.hash === header.head.hash &&
    facts.createdAt === header.createdAt
  )
}
