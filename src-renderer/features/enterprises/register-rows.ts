import type { Records } from '#shared/edits/read-model.ts'
import { voidedRowsOf } from '#shared/edits/voided-rows.ts'
import type { Row } from '#shared/records/dictionary.ts'
import { duplicatesOf } from '#shared/review/duplicate.ts'

/** A firm of the register with what the list says about it. */
export type RegisterRow = Row<'enterprise'> & {
  /** Another firm may be the same one (疑似重复). */
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
    const doubles = new Set(duplicatesOf(records).flatMap(({ ids }) => ids))
    const rows = firms.map((firm): RegisterRow => {
      const isDouble = doubles.has(firm.id)
      const known = made.get(firm)
      if (known !== undefined && known.isDouble === isDouble) return known
      const row = { ...firm, isDouble, voidedFor: null }
      made.set(firm, row)
      return row
    })
    return withVoided ? [...rows, ...voidedRows(records)] : rows
  }
}

/** 作废 firms, as they stood. */
export function voidedRows(records: Records): readonly RegisterRow[] {
  return voidedRowsOf(records, 'enterprise').map(({ row, reason }) => ({
    ...row,
    isDouble: false,
    voidedFor: reason,
  }))
}

/** A live firm that may be the same one, and what the two have in common. */
export interface FirmTwin {
  readonly twin: Row<'enterprise'>
  readonly words: string
}

/** Firms 待核对 pairs with this one. */
export function twinsOfFirm(records: Records, firm: Row<'enterprise'>): readonly FirmTwin[] {
  return duplicatesOf(records).flatMap(({ type, ids, words }) => {
    if (type !== 'enterprise' || !ids.includes(firm.id)) return []
    const twin = records.get('enterprise', ids[0] === firm.id ? ids[1] : ids[0])
    return twin === undefined ? [] : [{ twin, words }]
  })
}
