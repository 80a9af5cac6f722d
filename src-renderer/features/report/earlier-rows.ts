import { periodTitle } from '#shared/bundle/handover.ts'
import type { OutboxEntry } from '#shared/ipc/bundle-channels.ts'
import type { Row } from '#shared/records/dictionary.ts'
import type { StatusTone } from '../../ui/Status.tsx'

/** One line of 以往报送. */
export interface EarlierRow {
  readonly key: string
  readonly period: string
  readonly seq: number
  readonly fileName: string
  readonly tone: StatusTone
  readonly state: string
  readonly signedOn: string
  /** U盘 2021-10-09 张三. */
  readonly delivery: string
  /** Name of the file that this one replaced. */
  readonly replaces: string
  /** Identity of a file that is in the 发件箱. */
  readonly identity: string | null
}

const TONES: Readonly<Record<string, StatusTone>> = { 定稿: 'note', 已报送: 'good', 已撤回: 'waiting' }

/** Every signed file, newest number first; files of the 发件箱 without a record are shown as 未登记. */
export function earlierRows(
  submissions: readonly Row<'submission'>[],
  outbox: readonly OutboxEntry[],
): readonly EarlierRow[] {
  const names = new Map(submissions.map((row) => [row.identity, row.fileName ?? '']))
  const kept = new Set<string>(outbox.map((entry) => entry.identity))
  const recorded = submissions.map((row): EarlierRow => {
    const delivery = [row.method, row.sentOn, row.receiver].filter((part) => part !== undefined)
    return {
      key: row.id,
      period: row.period ?? '',
      seq: row.seq ?? 0,
      fileName: row.fileName ?? '',
      tone: TONES[row.state ?? ''] ?? 'note',
      state: row.state ?? '—',
      signedOn: row.signedOn ?? '—',
      delivery: delivery.length === 0 ? '—' : delivery.join(' '),
      replaces: row.supersedes === undefined ? '' : (names.get(row.supersedes) ?? '以前的文件'),
      identity: row.identity !== undefined && kept.has(row.identity) ? row.identity : null,
    }
  })
  const orphans = outbox
    .filter((entry) => !names.has(entry.identity))
    .map(
      (entry): EarlierRow => ({
        key: entry.identity,
        period: entry.period ?? '',
        seq: entry.seq,
        fileName: entry.name,
        tone: 'warn',
        state: '签过名，没有登记',
        signedOn: entry.createdAt.slice(0, 10),
        delivery: '—',
        replaces: '',
        identity: entry.identity,
      }),
    )
  return [...recorded, ...orphans].toSorted((a, b) => b.seq - a.seq)
}

/** 2021年三季度. */
export const periodWords = (period: string): string => (period === '' ? '—' : periodTitle(period))
