import type { Records } from '#shared/edits/read-model.ts'
import { isApproved, wholeYearList } from '#shared/indicators/year-list.ts'
import type { CountingRules } from '#shared/pack/counting-rules.ts'
import type { Row } from '#shared/records/dictionary.ts'

/** A firm's place in one year's list, with what the register says of the firm. */
export type ListRow = Row<'participation'> & {
  readonly firmId: string
  readonly firmName: string
  readonly firmCode: string
  readonly firmPark: string
  /** 在列, 已退出, or 未审定 while the county has not decided, by the states the pack counts. */
  readonly status: ListStatus
  /** Whether the year counts the firm, by the same rule as 参与企业. */
  readonly counts: boolean
  /** What does not fit together; null when all does. */
  readonly doubt: string | null
}

export type ListStatus = '在列' | '已退出' | '未审定'

/** The list of a year in the order it was entered. 退出 firms stay: they are counted for their year. */
export function listRows(records: Records, rules: CountingRules, year: number): readonly ListRow[] {
  const voided = new Map(
    records
      .all('enterprise')
      .flatMap((firm) => (firm.voided === null ? [] : [[firm.id, firm.fields] as const])),
  )
  return wholeYearList(records, rules, year).entries.map(({ participation: entry, firm, verdict }) => {
    const gone = firm === null ? voided.get(entry.enterprise ?? '') : undefined
    const status = statusOf(entry, rules)
    const barred = verdict.counts || status === '未审定' ? null : verdict.reason
    return {
      ...entry,
      firmId: firm?.id ?? entry.enterprise ?? '',
      firmName: firm?.name ?? (typeof gone?.name === 'string' ? gone.name : '（名录中没有这家企业）'),
      firmCode: firm?.code ?? '',
      firmPark: firm?.park ?? '',
      status,
      counts: verdict.counts,
      doubt: gone === undefined ? (barred ?? doubtOf(entry)) : '企业已作废，请核对',
    }
  })
}

function statusOf(entry: Row<'participation'>, rules: CountingRules): ListStatus {
  if (!isApproved(entry, rules)) return '未审定'
  return entry.exitedOn === undefined ? '在列' : '已退出'
}

/** 类型 against 列入前情况: a firm with earlier grants is no 破零, one without has nothing to double. */
export function doubtOf(entry: Row<'participation'>): string | null {
  const had = entry.priorGrants === '曾有' || (entry.priorGrantCount ?? 0) > 0
  if (entry.type === '破零' && had) return '列入前曾有授权，不计破零'
  if (entry.type === '破零' && (entry.validPatents ?? 0) > 0) return '参与前已有有效专利，请核对'
  if (entry.type === '倍增' && entry.priorGrants === '从未') return '列入前没有授权，请核对'
  if (entry.priorGrants === '从未' && (entry.priorGrantCount ?? 0) > 0) return '列入前情况前后不一致'
  return null
}

export interface ListCounts {
  readonly total: number
  readonly zero: number
  readonly double: number
  readonly exited: number
  readonly undecided: number
  readonly doubtful: number
}

/** The total is 参与企业 of the year: 退出 firms are in it and in their type; 未审定 ones are not. */
export function listCounts(rows: readonly ListRow[]): ListCounts {
  const counted = rows.filter((row) => row.counts)
  return {
    total: counted.length,
    zero: counted.filter((row) => row.type === '破零').length,
    double: counted.filter((row) => row.type === '倍增').length,
    exited: rows.filter((row) => row.status === '已退出').length,
    undecided: rows.filter((row) => row.status === '未审定').length,
    doubtful: rows.filter((row) => row.doubt !== null).length,
  }
}
