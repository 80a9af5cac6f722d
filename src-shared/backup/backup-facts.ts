import { z } from 'zod'
import { UnitCode } from '../bundle/public-key.ts'
import { StationId } from '../edits/edit.ts'
import { JournalPosition } from '../ipc/journal-channels.ts'

/** The one format number of a backup: of the zip, and of the encrypted file around it. */
export const BACKUP_FORMAT = 'pbz-backup-1'

/** Why a backup was made. The first three are the ladder's, the others are asked for. */
export const BACKUP_REASONS = [
  'change',
  'daily',
  'monthly',
  'close',
  'manual',
  'before-restore',
  'before-migration',
  'before-purge',
  'succession',
] as const
export const BackupReason = z.enum(BACKUP_REASONS)
export type BackupReason = z.infer<typeof BackupReason>

export const BACKUP_REASON_TITLES: { readonly [R in BackupReason]: string } = {
  change: '修改后自动',
  daily: '每日自动',
  monthly: '每月自动',
  close: '退出时自动',
  manual: '立即备份',
  'before-restore': '恢复前',
  'before-migration': '升级前',
  'before-purge': '清除个人信息前',
  succession: '移交包',
}

/** What a backup says of itself without being opened. Later versions may add members, never change these. */
export const BackupHeading = z.object({
  format: z.literal(BACKUP_FORMAT),
  /** Version of the program that wrote it. */
  program: z.string().max(60),
  /** 填报单位; null before 首次设置. */
  unit: UnitCode.nullable(),
  journal: z.uuid(),
  station: StationId,
  /** Number of edits and hash of the last line. */
  head: JournalPosition,
  /** ISO 8601 UTC by this PC's clock; shown, and never what decides which backup is newer. */
  createdAt: z.iso.datetime(),
  reason: BackupReason,
})
export type BackupHeading = z.infer<typeof BackupHeading>

/** One file of the zip beside backup.json and README.txt. */
export const BackupPart = z.object({
  name: z.string().max(200),
  bytes: z.int().nonnegative(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
})
export type BackupPart = z.infer<typeof BackupPart>

/** Records ever written, 作废 ones too, by type. */
export const RecordCounts = z.record(z.string().max(40), z.int().nonnegative())
export type RecordCounts = z.infer<typeof RecordCounts>

/** backup.json: the heading, how many records there are, and every other file with its digest. */
export const BackupFacts = BackupHeading.extend({
  counts: RecordCounts,
  files: z.array(BackupPart).min(1).max(20_000),
})
export type BackupFacts = z.infer<typeof BackupFacts>
