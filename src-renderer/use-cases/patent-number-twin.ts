import { comparablePatentNumber } from '#shared/codes/patent-number.ts'
import type { Records } from '#shared/edits/read-model.ts'
import type { Row } from '#shared/records/dictionary.ts'

/** The live record that already has this 申请号, in whatever spelling; `except` is the record being edited. */
export function patentWithNumber(
  records: Records,
  typed: string,
  except?: string,
): Row<'patent'> | undefined {
  const wanted = comparablePatentNumber(typed)
  if (wanted === '') return undefined
  return records
    .of('patent')
    .find((patent) => patent.id !== except && comparablePatentNumber(patent.applicationNo ?? '') === wanted)
}
