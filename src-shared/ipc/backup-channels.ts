import { z } from 'zod'
import { BackupReason, RecordCounts } from '../backup/backup-facts.ts'
import { TypeDifference } from '../backup/contents-difference.ts'
import { Who } from '../backup/encrypted-header.ts'
import { Secret } from '../backup/secret.ts'
import { PeriodId } from '../bundle/manifest.ts'
import { SignedFileRef } from './bundle-channels.ts'
import { FileRef, FileToken } from './channel.ts'

const Passphrase = z.string().min(1).max(200)

export const BACKUP_PLACES = ['data', 'second'] as const
export const BackupPlace = z.enum(BACKUP_PLACES)
export type BackupPlace = z.infer<typeof BackupPlace>

const PlaceStatus = z.strictObject({
  folder: FileRef,
  /** False while the stick or the share is not there. */
  reachable: z.boolean(),
  lastGood: z.strictObject({ name: z.string(), at: z.string(), count: z.int(), bytes: z.int() }).nullable(),
  /** The last attempt, when it failed; `damaged`: not the place, the journal is. */
  failure: z.strictObject({ at: z.string(), sentence: z.string(), damaged: z.boolean() }).nullable(),
  /** A second place on the disk of the data: it is lost with it. */
  sameDisk: z.boolean(),
  /** The red line applies: more than three days without a good backup here. */
  overdue: z.boolean(),
})
export type PlaceStatus = z.infer<typeof PlaceStatus>

export const BackupStatus = z.strictObject({
  /** False while the journal holds nothing: nothing to back up, no red line. */
  hasData: z.boolean(),
  data: PlaceStatus,
  /** When data was first seen in this folder by this PC. */
  since: z.string().nullable(),
  /** null until a second place was chosen. */
  second: PlaceStatus.nullable(),
  /** When the clerk said 以后再说; null when never asked or chosen. */
  postponed: z.string().nullable(),
  /** Whose passphrases open the backups; `lost`: the key of this PC is gone, and nothing is backed up until it is set anew; `unreadable`: it is there and cannot be read now. */
  protection: z.union([z.array(Who), z.literal(['lost', 'unreadable'])]),
  /** After a restore, until the last sent file was named: the next 报送 may not continue the chain. */
  chainOpen: z.boolean(),
})
export type BackupStatus = z.infer<typeof BackupStatus>

/** One file in one place, as its name tells. */
export const BackupEntry = z.strictObject({
  place: BackupPlace,
  name: z.string(),
  createdAt: z.string(),
  reason: BackupReason,
  /** Edits in it. */
  count: z.int().nonnegative(),
  unit: z.string(),
  /** First eight characters of the journal's and the station's id. */
  journal: z.string(),
  station: z.string(),
  bytes: z.int().nonnegative(),
  /** Reopened and counted by this PC after writing. */
  proved: z.boolean(),
})
export type BackupEntry = z.infer<typeof BackupEntry>

export const BackupPreview = z.strictObject({
  /** Names the opened backup for `backup:restore`. */
  opened: z.uuid(),
  fileName: z.string(),
  unit: z.string().nullable(),
  createdAt: z.string(),
  reason: BackupReason,
  program: z.string(),
  count: z.int().nonnegative(),
  counts: RecordCounts,
  /** Signed files and keys in it. */
  outbox: z.int().nonnegative(),
  keys: z.int().nonnegative(),
  /** What is there now; null when it cannot be opened, and then it is moved aside whole. */
  present: z
    .strictObject({
      count: z.int().nonnegative(),
      unit: z.string().nullable(),
      /** Edits that are there now and not in the backup. */
      notInBackup: z.int().nonnegative(),
    })
    .nullable(),
  differences: z.array(TypeDifference),
})
export type BackupPreview = z.infer<typeof BackupPreview>

export const backupChannels = {
  'backup:status': { request: z.null(), reply: BackupStatus },
  /** Backups in both places, newest first. */
  'backup:list': {
    request: z.null(),
    reply: z.strictObject({ backups: z.array(BackupEntry), secondReachable: z.boolean() }),
  },
  /** 立即备份 to both places. Fails when the data folder took none; a second place that is away is no failure. */
  'backup:now': {
    request: z.strictObject({ reason: z.enum(['manual', 'before-migration', 'before-purge']) }),
    reply: z.strictObject({ places: z.array(BackupPlace), name: z.string() }),
  },
  /** 移交包: a backup into a folder picked for `export`, reopened and counted like any other; `code` is that of its bytes. */
  'backup:package': {
    request: z.strictObject({ token: FileToken }),
    reply: z.strictObject({
      token: FileToken,
      name: z.string(),
      bytes: z.int().nonnegative(),
      code: z.string(),
      /** Whose passphrases open it besides the 恢复单; empty: it is not encrypted. */
      protection: z.array(Who),
    }),
  },
  /** A folder picked for `backup`, or null: 以后再说. Errors: backup.inside-data, file.*. */
  'backup:choose-second': { request: z.strictObject({ token: FileToken.nullable() }), reply: z.null() },
  /** Sets or changes passphrases; `current` proves the right once there are any. */
  'backup:protect': {
    request: z.strictObject({
      office: Passphrase.nullable(),
      reviewer: Passphrase.nullable(),
      current: Secret.nullable(),
    }),
    reply: z.null(),
  },
  /** The sixteen groups of the 恢复单, for paper. */
  'backup:sheet': {
    request: z.strictObject({ secret: Secret }),
    reply: z.strictObject({ groups: z.array(z.string()) }),
  },
  /** Whose secret this is, without opening a file (接任, 屏幕锁). Errors: backup.not-protected, backup.wrong-secret, backup.sheet-digits. */
  'backup:prove': {
    request: z.strictObject({ secret: Secret }),
    reply: z.strictObject({ by: z.enum(['office', 'reviewer', 'sheet']) }),
  },
  /** Opens and proves a backup, and compares it with what is there. Nothing is written. Errors: backup.secret-needed … */
  'backup:open': {
    request: z.strictObject({
      source: z.union([
        z.strictObject({ place: BackupPlace, name: z.string().max(200) }),
        z.strictObject({ token: FileToken }),
      ]),
      secret: Secret.nullable(),
    }),
    reply: BackupPreview,
  },
  /** Restores the opened backup after a safety copy of what is there; the workspace must be opened again afterwards. */
  'backup:restore': {
    request: z.strictObject({ opened: z.uuid() }),
    reply: z.strictObject({
      /** Name of the safety copy; null when there was no data, or it was moved aside. */
      safety: z.string().nullable(),
      /** Folder that holds the old data as it was; null when all of it is in the safety copy or the new folders. */
      aside: z.string().nullable(),
      /** The report chain is to be taken up, or said never to have begun: always for a unit that reports. */
      chainOpen: z.boolean(),
    }),
  },
  /**
   * The last sent file, or a 回执 to one in the 发件箱: verified, and kept in the 发件箱. `unit` is this unit.
   * Errors: backup.not-ours, backup.not-in-chain, backup.answered-missing, bundle.*.
   */
  'backup:last-sent': {
    request: z.strictObject({ token: FileToken, unit: z.string().max(20) }),
    reply: SignedFileRef.extend({
      seq: z.int().positive(),
      period: PeriodId.nullable(),
      station: z.string(),
      createdAt: z.string(),
      supersedes: z.string().nullable(),
    }),
  },
  /** The chain has been taken up, or this unit has never sent a report. */
  'backup:settle-chain': { request: z.null(), reply: z.null() },
} as const
