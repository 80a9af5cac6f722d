import { type BackupHeading, BackupReason } from './backup-facts.ts'

/** What the name of a backup says: enough for the list and the ladder, without opening the file. */
export interface BackupName {
  readonly name: string
  readonly unit: string
  /** ISO 8601 UTC. */
  readonly createdAt: string
  readonly reason: BackupReason
  /** Edits in it. */
  readonly count: number
  /** First eight characters of the journal's and the station's id. */
  readonly journal: string
  readonly station: string
}

const SUFFIX = '.pbz-backup'
const NO_UNIT = 'YY-000000'
const NAME =
  /^(YY-[A-Z0-9]{3,6})_(\d{4})-?(\d\d)-?(\d\d)T(\d\d)(\d\d)(\d\d)Z_([a-z-]+)_(\d{1,12})_([0-9a-f]{8})_([A-Za-z0-9_-]{8})\.pbz-backup$/

/** `YY-430626_20211008T010000Z_daily_1234_1a2b3c4d_5e6f7a8b.pbz-backup`: ASCII, in order of time by name. */
export function backupName(heading: BackupHeading): string {
  const time = `${heading.createdAt.slice(0, 19).replaceAll(/[-:]/g, '')}Z`
  const { reason, head } = heading
  return `${[heading.unit ?? NO_UNIT, time, reason, head.count, heading.journal.slice(0, 8), heading.station.slice(0, 8)].join('_')}${SUFFIX}`
}

/** Null for a file that is not called like one of ours; it can still be opened by hand. */
export function parseBackupName(name: string): BackupName | null {
  const found = NAME.exec(name)
  if (found === null) return null
  const [, unit = '', year, month, day, hour, minute, second, why, count, journal = '', station = ''] = found
  const reason = BackupReason.safeParse(why)
  const createdAt = `${year}-${month}-${day}T${hour}:${minute}:${second}Z`
  if (!reason.success || Number.isNaN(Date.parse(createdAt))) return null
  return { name, unit, createdAt, reason: reason.data, count: Number(count), journal, station }
}
