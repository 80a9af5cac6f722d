import type { HistoryEntry, RecordHistory } from '../edits/history.ts'
import type { Records } from '../edits/read-model.ts'
import { PURGES, purgedRegisters } from './purge-record.ts'
import { isPurgeable, PERSONAL_FIELDS } from './purge-target.ts'

/** What a purge would take out of one field. */
export interface PurgedField {
  readonly register: string
  /** Values in the history, the present one among them. */
  readonly values: number
  /** Has it a value, or several in conflict, now? */
  readonly isFilled: boolean
}

/** Every field of a firm with values a purge may take out: personal ones first, as in the dictionary. */
export function purgePreview({ writes }: RecordHistory): readonly PurgedField[] {
  const fields = new Map<string, PurgedField>()
  for (const write of writes.toReversed()) {
    const { register, value } = write
    if (value === null || !isPurgeable(register)) continue
    const before = fields.get(register) ?? { register, values: 0, isFilled: false }
    fields.set(register, {
      register,
      values: before.values + 1,
      isFilled: before.isFilled || stands(write),
    })
  }
  return [...fields.values()].toSorted((a, b) => rank(a) - rank(b))
}

function rank({ register }: PurgedField): number {
  const place = PERSONAL_FIELDS.indexOf(register)
  return place < 0 ? PERSONAL_FIELDS.length : place
}

/**
 * Registers of a purge whose values are still in this journal: it was interrupted, or made on another PC. What was
 * written after it is not meant.
 */
export function unfinishedPurge({ writes }: RecordHistory): readonly string[] {
  const open = new Set<string>()
  const asked = new Set<string>()
  // Newest first: whatever stands behind a purge is older.
  for (const { register, value } of writes) {
    for (const purged of purgedRegisters(register, value)) asked.add(purged)
    if (value !== null && asked.has(register)) open.add(register)
  }
  return [...open]
}

/** Firms, 作废 ones among them, with a purge that is not done on this PC. */
export function unfinishedFirms(
  records: Records,
  history: (firm: string) => RecordHistory,
): readonly string[] {
  return records
    .all('enterprise')
    .filter(({ fields }) => fields[PURGES] !== undefined)
    .filter(({ id }) => unfinishedPurge(history(id)).length > 0)
    .map(({ id }) => id)
}

function stands({ standing }: HistoryEntry): boolean {
  return standing === 'current' || standing === 'conflict'
}
