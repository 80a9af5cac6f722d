import type { Records } from '#shared/edits/read-model.ts'
import type { Row } from '#shared/records/dictionary.ts'

/** Records of a firm and year that were taken out by 作废. */
export function voidedFigures(records: Records, firm: string, year: number): readonly Row<'figures'>[] {
  return records
    .all('figures')
    .filter((stored) => stored.voided !== null)
    .map((stored) => ({ ...stored.fields, id: stored.id }) as Row<'figures'>)
    .filter(({ enterprise, ...row }) => {
      return (
        row.year === year && enterprise !== undefined && records.resolve('enterprise', enterprise) === firm
      )
    })
}
