import { isCreditCode } from '#shared/codes/credit-code.ts'
import type { Records } from '#shared/edits/read-model.ts'
import { voidedRowsOf } from '#shared/edits/voided-rows.ts'
import type { Row } from '#shared/records/dictionary.ts'

/** A firm of the register with what the list says about it. */
export type RegisterRow = Row<'enterprise'> & {
  /** Another firm has the same valid code. */
  readonly isDouble: boolean
  /** Reason of 作废; null for a live firm. */
  readonly voidedFor: string | null
}

export type RegisterRowSource = (records: Records, withVoided: boolean) => readonly RegisterRow[]

/** Makes the rows of 企业名录; a firm that did not change keeps its row, so that the grid need not draw it again. */
export function registerRowSource(): RegisterRowSource {
  const made = new WeakMap<Row<'enterprise'>, RegisterRow>()
  return (records, withVoided) => {
    const firms = records.of('enterprise')
    const doubles = doubleCodes(firms)
    const rows = firms.map((firm): RegisterRow => {
      const isDouble = firm.code !== undefined && doubles.has(firm.code)
      const known = made.get(firm)
      if (known !== undefined && known.isDouble === isDouble) return known
      const row = { ...firm, isDouble, voidedFor: null }
      made.set(firm, row)
      return row
    })
    return withVoided ? [...rows, ...voidedRows(records)] : rows
  }
}

/** Valid codes that stand on more than one firm. */
export function doubleCodes(firms: readonly Row<'enterprise'>[]): ReadonlySet<string> {
  const seen = new Set<string>()
  const doubled = new Set<string>()
  for (const { code } of firms) {
    if (code === undefined) continue
    if (seen.has(code) && isCreditCode(code)) doubled.add(code)
    seen.add(code)
  }
  return doubled
}

/** 作废 firms, as they stood. */
export function voidedRows(records: Records): readonly RegisterRow[] {
  return voidedRowsOf(records, 'enterprise').map(({ row, reason }) => ({
    ...row,
    isDouble: false,
    voidedFor: reason,
  }))
}

/** Live firms that share this firm's valid code. */
export function twinsOfFirm(records: Records, firm: Row<'enterprise'>): readonly Row<'enterprise'>[] {
  if (firm.code === undefined || !isCreditCode(firm.code)) return []
  return records.of('enterprise').filter((each) => each.code === firm.code && each.id !== firm.id)
}
