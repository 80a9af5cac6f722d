import { fieldsOf, RecordType } from '../records/dictionary.ts'
import type { StoredRecord } from './read-model.ts'
import { recordsOf } from './records-view.ts'
import type { EditState } from './state.ts'

/** How many records of each type point at firms that go; types without any are left out. */
export type Pointing = Readonly<Partial<Record<RecordType, number>>>

/** Types with a field, or a list whose elements have one, that names a firm. */
const POINTING_TYPES = RecordType.options.filter((type) =>
  [...fieldsOf(type).values()].some(({ kind }) => kind === 'ref' || kind === 'list'),
)

/** Records that are not 作废 and would point at nothing once these firms are gone; `goes` tells those that go as well. */
export function pointingAt(
  state: EditState,
  firms: ReadonlySet<string>,
  goes: (type: RecordType, id: string) => boolean,
): Pointing {
  if (firms.size === 0) return {}
  const records = recordsOf(state)
  const counts: Partial<Record<RecordType, number>> = {}
  for (const type of POINTING_TYPES) {
    const pointing = records
      .all(type)
      .filter((record) => record.voided === null && pointsAt(record, firms) && !goes(type, record.id))
    if (pointing.length > 0) counts[type] = pointing.length
  }
  return counts
}

function pointsAt({ type, fields }: StoredRecord, firms: ReadonlySet<string>): boolean {
  for (const { name, kind } of fieldsOf(type).values()) {
    const value = fields[name]
    if (kind === 'ref' && typeof value === 'string' && firms.has(value)) return true
    if (kind === 'list' && typeof value === 'object' && value !== null && listPointsAt(value, firms))
      return true
  }
  return false
}

function listPointsAt(list: object, firms: ReadonlySet<string>): boolean {
  return Object.values(list).some(
    (element) =>
      typeof element === 'object' &&
      element !== null &&
      'enterprise' in element &&
      firms.has(String(element.enterprise)),
  )
}
