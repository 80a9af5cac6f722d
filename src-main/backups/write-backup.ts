import { join } from 'node:path'
import type { BackupFacts } from '#shared/backup/backup-facts.ts'
import { backupName } from '#shared/backup/backup-name.ts'
import { type AppError, messageOf } from '#shared/errors/app-error.ts'
import { err, ok, type Result } from '#shared/result.ts'
import { writeFileAtomically } from '../files/atomic-write.ts'
import { writeFailure } from '../files/file-failures.ts'
import type { FileSystem } from '../files/file-system.ts'
import { readFileWithin } from '../files/read-file.ts'
import { openBackupFile } from './backup-file.ts'
import type { GoodBackup } from './backup-memory.ts'
import { BACKUP_MEGABYTES } from './open-backup.ts'
import { proveContents } from './prove-backup.ts'

/** A finished backup and what it must hold when it is opened again. */
export interface MeantBackup {
  readonly bytes: Uint8Array
  readonly facts: BackupFacts
  readonly key: Uint8Array | null
}

/**
 * Writes a backup into a folder under a name that was free, whole or not at all, and opens it again from the file system: it
 * counts only when its journal proves itself and holds the edits and records meant. Otherwise it is removed.
 */
export async function writeBackup(
  fs: FileSystem,
  folder: string,
  meant: MeantBackup,
): Promise<Result<GoodBackup, AppError>> {
  const name = await freeName(fs, folder, meant.facts)
  if (!name.ok) return name
  const path = join(folder, name.value)
  const written = await writeFileAtomically(fs, path, meant.bytes)
  if (!written.ok) return written
  const proved = await proveFile(fs, path, name.value, meant)
  if (!proved.ok) {
    await fs.remove(path).catch(() => undefined)
    const where = proved.error.code === 'backup.damaged' ? proved.error.where : messageOf(proved.error).title
    return err({ code: 'backup.not-proved', fileName: name.value, where })
  }
  const { createdAt, head } = meant.facts
  return ok({
    name: name.value,
    at: createdAt,
    hash: head.hash,
    count: head.count,
    bytes: meant.bytes.length,
  })
}

/** A name is never written over: what stands under it may be the last good backup. */
async function freeName(
  fs: FileSystem,
  folder: string,
  facts: BackupFacts,
): Promise<Result<string, AppError>> {
  try {
    for (let second = 0; ; second++) {
      const createdAt = new Date(Date.parse(facts.createdAt) + second * 1000).toISOString()
      const name = backupName({ ...facts, createdAt })
      if (!(await fs.exists(join(folder, name)))) return ok(name)
    }
  } catch (error) {
    return err(writeFailure(error, folder, folder))
  }
}

async function proveFile(
  fs: FileSystem,
  path: string,
  name: string,
  { facts, key }: MeantBackup,
): Promise<Result<void, AppError>> {
  const file = await readFileWithin(fs, path, BACKUP_MEGABYTES)
  if (!file.ok) return file
  const opened = await openBackupFile(file.value.bytes, name, { key, secret: null })
  if (!opened.ok) return opened
  const { contents } = opened.value
  const journal = await proveContents(contents, name)
  if (!journal.ok) return journal
  const isMeant = JSON.stringify(contents.facts) === JSON.stringify(facts)
  return isMeant
    ? ok(undefined)
    : err({ code: 'backup.damaged', fileName: name, where: '内容与应备份的不符' })
}
