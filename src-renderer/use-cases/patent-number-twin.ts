import { normalisePatentNumber } from '#shared/codes/patent-number.ts'
import type { Records } from '#shared/edits/read-model.ts'
import type { Row } from '#shared/records/dictionary.ts'

/** The live record that already has this 申请号, in whatever spelling; `except` is the record being edited. */
export function patentWithNumber(
  records: Records,
  typed: string,
  except?: string,
): Row<'patent'> | undefined {
  const wanted = comparableNumber(typed)
  if (wanted === '') return undefined
  return records
    .of('patent')
    .find((patent) => patent.id !== except && comparableNumber(patent.applicationNo ?? '') === wanted)
}

/** Equal for ZL201911044411.X, CN201911044411X and 201911044411.x. */
export function comparableNumber(typed: string): string {
  return normalisePatentNumber(typed) ?? typed.normalize('NFKC').replace(/\s+/g, '').toUpperCase()
}
