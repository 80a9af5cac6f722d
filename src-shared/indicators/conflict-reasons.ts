import { VOID_FIELD } from '../edits/edit.ts'
import type { Records } from '../edits/read-model.ts'
import { registerTitle } from '../edits/register-words.ts'
import { fieldsOf } from '../records/dictionary.ts'
import { type ConflictPlace, conflictPlaces } from '../review/conflict.ts'
import type { Contribution, Measure } from './indicator.ts'

/** What is in conflict of the records behind a contribution, by its record and id. */
export type ConflictReasons = ReadonlyMap<string, string>

/**
 * A cell in conflict counts as missing: the reason says that it is not empty but to be settled. Figures speak for their
 * firm, a firm for its entries of the list.
 */
export function conflictReasons(records: Records): ConflictReasons {
  const titles = new Map<string, Set<string>>()
  const note = (key: string, title: string) => titles.set(key, (titles.get(key) ?? new Set()).add(title))
  for (const place of conflictPlaces(records).filter(isCounted)) {
    const title = registerTitle({ records, indicators: [] }, { ...place, value: null })
    for (const key of keysOf(records, place)) note(key, title)
  }
  return new Map([...titles].map(([key, all]) => [key, `${[...all].join('、')}有两个不同的值，待核对`]))
}

/** Contacts and notes make no number. */
function isCounted({ type, register }: ConflictPlace): boolean {
  if (register === VOID_FIELD) return true
  const field = fieldsOf(type).get(register.split('/')[0] ?? '')
  return field !== undefined && field.personal !== true && field.kind !== 'longText'
}

function keysOf(records: Records, { type, id }: ConflictPlace): readonly string[] {
  const own = `${type} ${id}`
  if (type === 'figures') {
    const firm = records.get('figures', id)?.enterprise
    return firm === undefined ? [own] : [own, `enterprise ${firm}`]
  }
  if (type !== 'enterprise') return [own]
  const entries = records.of('participation').filter(({ enterprise }) => enterprise === id)
  return [own, ...entries.map((entry) => `participation ${entry.id}`)]
}

export function withConflictReasons(measure: Measure, reasons: ConflictReasons): Measure {
  if (reasons.size === 0) return measure
  return { ...measure, contributions: measure.contributions.map((one) => withReason(one, reasons)) }
}

function withReason(one: Contribution, reasons: ConflictReasons): Contribution {
  const reason = reasons.get(`${one.record} ${one.id}`)
  return reason === undefined ? one : { ...one, reason: `${one.reason}（${reason}）` }
}
