import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { type BackupKey, backupBytes } from '#main/backups/backup-file.ts'
import { type BuiltBackup, buildBackup } from '#main/backups/build-backup.ts'
import { RecordCounter } from '#main/backups/record-counter.ts'
import { wrapKey } from '#main/backups/sealed-backup.ts'
import type { MeantBackup } from '#main/backups/write-backup.ts'
import type { NamedBytes } from '#main/files/atomic-write.ts'
import type { Journal } from '#main/journal/journal.ts'
import { createRecord } from '#shared/edits/operations.ts'
import { PROFILE_ID } from '#shared/records/profile.ts'
import type { FaultyFileSystem } from '#tests/support/faulty-file-system.ts'
import { commit, firm, Pc, value } from '../journal/journal-fixture.ts'

export const NOW = '2021-10-08T01:00:00.000Z'

/** A PC with an office and two firms. */
export async function office(): Promise<{ pc: Pc; journal: Journal }> {
  const pc = new Pc()
  const journal = await pc.opened()
  value(await commit(journal, [createRecord('profile', PROFILE_ID, { unit: 'YY-430626' })]))
  value(await commit(journal, [firm('a', '甲厂'), firm('b', '乙厂')]))
  return { pc, journal }
}

export const SENT: NamedBytes = {
  name: `outbox/${'a'.repeat(64)}.pbz.json`,
  bytes: Buffer.from('{"sent":1}'),
}
export const KEY_FILE: NamedBytes = { name: `keys/${'k'.repeat(43)}.pbz-key.json`, bytes: Buffer.from('{}') }

export async function built(journal: Journal, createdAt = NOW): Promise<BuiltBackup> {
  const snapshot = value(await journal.snapshot())
  const counted = value(await new RecordCounter().countTo(journal, snapshot.head))
  const files = [SENT, KEY_FILE]
  return value(
    await buildBackup({
      snapshot,
      counted,
      files,
      program: '0.1.0',
      createdAt,
      reason: 'manual',
      folder: '/台账',
    }),
  )
}

export async function meant(backup: BuiltBackup, protection: BackupKey | null = null): Promise<MeantBackup> {
  return {
    bytes: await backupBytes(backup, protection),
    facts: backup.facts,
    key: protection?.key ?? null,
  }
}

export const OFFICE = '一句容易记住的话二〇二一'
export const REVIEWER = '审核人自己的一句话二〇二一'

export async function protection(): Promise<BackupKey> {
  const key = randomBytes(32)
  const wraps = [
    await wrapKey('office', OFFICE, key, randomBytes),
    await wrapKey('reviewer', REVIEWER, key, randomBytes),
  ]
  return { key, wraps }
}

/** Names directly in a folder of a medium in memory. */
export function namesOn(fs: FaultyFileSystem): (path: string) => Promise<string[]> {
  return async (path) => {
    fs.medium.step('list')
    if (!fs.folders.has(path)) throw Object.assign(new Error(path), { code: 'ENOENT' })
    const all = [...fs.files.keys(), ...fs.folders]
    return all
      .filter((name) => name.startsWith(join(path, '/')) && !name.slice(path.length + 1).includes('/'))
      .map((name) => name.slice(path.length + 1))
  }
}
