import { BACKUP_REASON_TITLES } from '#shared/backup/backup-facts.ts'
import type { TypeDifference } from '#shared/backup/contents-difference.ts'
import { chinaMinute } from '#shared/china-day.ts'
import { unitByCode } from '#shared/codes/reporting-units.ts'
import type { BackupEntry, BackupPreview, BackupStatus, PlaceStatus } from '#shared/ipc/backup-channels.ts'
import { RECORD_TITLES } from '#shared/records/dictionary.ts'
import { sizeText } from '#shared/sheets/cover-sheet.ts'
import type { StatusTone } from '../../ui/Status.tsx'

export interface Said {
  readonly tone: StatusTone
  readonly word: string
}

/** One place in a word. */
export function placeSaid(place: PlaceStatus, hasData: boolean): Said {
  if (!hasData) return { tone: 'note', word: '还没有数据' }
  if (place.overdue) return { tone: 'bad', word: '超过 3 天没有备份' }
  if (!place.reachable) return { tone: 'warn', word: '现在不在' }
  if (place.failure !== null) return { tone: 'warn', word: '上次没有成功' }
  if (place.sameDisk) return { tone: 'warn', word: '与数据在同一个盘上' }
  return place.lastGood === null
    ? { tone: 'waiting', word: '等待第一次备份' }
    : { tone: 'good', word: '正常' }
}

/** Allowed, and said: a county may have but one disk. */
export const SAME_DISK = '这个位置与数据在同一个盘上，磁盘损坏时会一起丢失。建议另选U盘或共享文件夹。'

/** Where the second place is. */
export function secondWhere({ folder, sameDisk }: PlaceStatus): string {
  return sameDisk ? `位置：${folder.name}。${SAME_DISK}` : `位置：${folder.name}`
}

/** The last good backup of a place in a line. */
export function lastGoodLine({ lastGood }: PlaceStatus): string {
  if (lastGood === null) return '还没有备份'
  return `最近：${chinaMinute(lastGood.at)}，${lastGood.count} 次修改，${sizeText(lastGood.bytes)}，已验证`
}

/** Whether and by whom backups can be opened. */
export function protectionSaid(protection: BackupStatus['protection']): Said {
  if (protection === 'lost') return { tone: 'bad', word: '备份密钥丢失' }
  if (protection === 'unreadable') return { tone: 'bad', word: '备份密钥现在读不出来' }
  if (protection.length === 0) return { tone: 'warn', word: '未设口令' }
  return protection.includes('reviewer')
    ? { tone: 'good', word: '已设办公室口令和审核人口令' }
    : { tone: 'good', word: '已设办公室口令' }
}

/** One backup as a row; the same backup in both places is one row. */
export interface BackupRow {
  readonly key: string
  readonly entry: BackupEntry
  readonly time: string
  readonly reason: string
  readonly edits: string
  readonly size: string
  readonly unit: string
  readonly places: string
  readonly proved: boolean
}

const PLACE_NAMES = { data: '数据文件夹', second: '第二处' } as const

export function backupRows(entries: readonly BackupEntry[]): readonly BackupRow[] {
  const rows = new Map<string, BackupRow>()
  for (const entry of entries) {
    const key = `${entry.name} ${entry.bytes}`
    const before = rows.get(key)
    const place = PLACE_NAMES[entry.place]
    rows.set(key, {
      key,
      entry: before?.entry ?? entry,
      time: chinaMinute(entry.createdAt),
      reason: BACKUP_REASON_TITLES[entry.reason],
      edits: String(entry.count),
      size: sizeText(entry.bytes),
      unit: unitByCode(entry.unit)?.name ?? '—',
      places: before === undefined ? place : `${before.places}、${place}`,
      proved: entry.proved || (before?.proved ?? false),
    })
  }
  return [...rows.values()]
}

/** 平江县, or — before a unit was chosen. */
export function unitName(code: string | null): string {
  return code === null ? '—' : (unitByCode(code)?.name ?? code)
}

/** What restoring would do to the edits there are, in a sentence. */
export function presentSentence({ present, count }: BackupPreview): Said {
  if (present === null)
    return { tone: 'warn', word: '现有台账打不开，无法比较；恢复时原样移到一边，不会删除' }
  if (present.count === 0) return { tone: 'note', word: '本机还没有数据' }
  if (present.notInBackup === 0)
    return { tone: 'good', word: `备份包含现有的全部 ${present.count} 次修改（备份 ${count} 次）` }
  return {
    tone: 'warn',
    word: `现有台账比备份多 ${present.notInBackup} 次修改，恢复后不再有（会先自动备份现有数据）`,
  }
}

/** A row of the comparison. */
export interface DifferenceRow {
  readonly title: string
  readonly cells: readonly [backup: number, present: number, appears: number, goes: number, changed: number]
}

export function differenceRows(differences: readonly TypeDifference[]): readonly DifferenceRow[] {
  return differences.map((each) => ({
    title: RECORD_TITLES[each.type],
    cells: [each.inBackup, each.inPresent, each.onlyBackup.count, each.onlyPresent.count, each.changed.count],
  }))
}

/** Names behind the numbers: 只在现有台账 · 企业(3)：甲厂、乙厂… */
export function namedDifferences(differences: readonly TypeDifference[]): readonly string[] {
  const parts = [
    ['onlyPresent', '恢复后消失'],
    ['onlyBackup', '恢复后出现'],
    ['changed', '恢复后变回备份时的内容'],
  ] as const
  return parts.flatMap(([part, words]) =>
    differences
      .filter((each) => each[part].count > 0)
      .map((each) => {
        const { names, count } = each[part]
        const more = count > names.length ? ` 等 ${count} 条` : ''
        return `${words} · ${RECORD_TITLES[each.type]}：${names.join('、')}${more}`
      }),
  )
}
