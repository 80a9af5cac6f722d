import type { Records } from '#shared/edits/read-model.ts'
import { voidedRowsOf } from '#shared/edits/voided-rows.ts'
import type { Row } from '#shared/records/dictionary.ts'

/** An entry of a year's list taken out by 作废. */
export type VoidedEntry = Row<'participation'> & {
  readonly firmName: string
  readonly firmCode: string
  readonly voidedFor: string
  /** The firm was put on the list again since: restoring would list it twice. */
  readonly isListedAgain: boolean
}

/** 作废 entries of the list of a year. */
export function voidedEntries(records: Records, year: number): readonly VoidedEntry[] {
  const listed = new Set(
    records.of('participation').flatMap((entry) => (entry.year === year ? [entry.enterprise] : [])),
  )
  const names = new Map(records.all('enterprise').map(({ id, fields }) => [id, fields]))
  return voidedRowsOf(records, 'participation')
    .filter(({ row }) => row.year === year)
    .map(({ row, reason }) => {
      const firm = names.get(records.resolve('enterprise', row.enterprise ?? ''))
      return {
        ...row,
        firmName: typeof firm?.name === 'string' ? firm.name : '（名录中没有这家企业）',
        firmCode: typeof firm?.code === 'string' ? firm.code : '',
        voidedFor: reason,
        isListedAgain: listed.has(row.enterprise),
      }
    })
}
