import { chinaMinute } from '#shared/china-day.ts'
import type { BackupStatus, PlaceStatus } from '#shared/ipc/backup-channels.ts'

export interface BackupAlarm {
  readonly tone: 'bad' | 'warn'
  readonly sentence: string
  /** Said once: the clerk may put it away for good. */
  readonly once?: 'passphrase'
}

/** What the alarm depends on besides the status. */
export interface AlarmContext {
  /** ISO 8601 UTC. */
  readonly now: string
  /** 试用: nobody needs its data. */
  readonly isTrial: boolean
  /** The missing passphrase was put away. */
  readonly passphraseSaid: boolean
}

const DAY_MS = 86_400_000
/** 以后再说 is taken at its word for a week. */
const REMIND_AFTER_DAYS = 7
/** Where the question was never answered (a restored or copied folder): from the day after the first data. */
const ASK_AFTER_DAYS = 1

/** The line across the top of the window; null while all is well. */
export function backupAlarm(status: BackupStatus | null, context: AlarmContext): BackupAlarm | null {
  if (status === null || !status.hasData) return null
  if (status.protection === 'lost')
    return { tone: 'bad', sentence: '本机的备份密钥丢失，没有自动备份。请重新设置备份口令' }
  if (status.protection === 'unreadable')
    return {
      tone: 'bad',
      sentence: '本机的备份密钥现在读不出来，没有自动备份。请关闭占用它的程序，或重新启动电脑后再试',
    }
  // Not in three days: what is typed from now on may be in no backup, and the good ones are thinned out.
  if (status.data.failure?.damaged)
    return { tone: 'bad', sentence: `没有备份成功：${status.data.failure.sentence}` }
  if (status.data.overdue)
    return {
      tone: 'bad',
      sentence: `已超过 3 天没有可用的备份（${lastOf(status.data)}）${whyNot(status.data)}`,
    }
  const { second } = status
  if (second?.overdue) {
    const what = second.reachable ? whyNot(second) : '。请插好U盘或连上共享文件夹'
    return {
      tone: 'bad',
      sentence: `第二处备份“${second.folder.name}”已超过 3 天没有更新（${lastOf(second)}）${what}`,
    }
  }
  return context.isTrial ? null : reminder(status, context)
}

function reminder(status: BackupStatus, { now, passphraseSaid }: AlarmContext): BackupAlarm | null {
  const { second, postponed, since, protection } = status
  const isAsked =
    postponed === null
      ? daysFrom(since, now) >= ASK_AFTER_DAYS
      : daysFrom(postponed, now) >= REMIND_AFTER_DAYS
  if (second === null && isAsked)
    return { tone: 'warn', sentence: '还没有第二处备份：数据和备份在同一块磁盘上，磁盘损坏时会一起丢失' }
  if (protection.length === 0 && !passphraseSaid && daysFrom(since, now) >= REMIND_AFTER_DAYS)
    return {
      tone: 'warn',
      once: 'passphrase',
      sentence: '还没有设置备份口令：备份里有电话和经营数据，U盘丢失时外人能打开',
    }
  return null
}

/** A clock that was set back counts like one that went on. */
function daysFrom(then: string | null, now: string): number {
  return then === null ? 0 : Math.abs(Date.parse(now) - Date.parse(then)) / DAY_MS
}

function lastOf({ lastGood }: PlaceStatus): string {
  return lastGood === null ? '还没有成功过' : `最近一次 ${chinaMinute(lastGood.at)}`
}

function whyNot({ failure }: PlaceStatus): string {
  return failure === null ? '' : `：${failure.sentence}`
}
