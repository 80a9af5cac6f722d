import { fieldsOf, RecordType } from '../../records/dictionary.ts'
import type { ValueKey } from '../cleaned.ts'

/** What a value key names: a field of a record type, and of which year or period (`2020`, `2021Q3`; '' for neither). */
export interface ValueName {
  readonly type: RecordType
  readonly name: string
  readonly isList: boolean
  readonly when: string
}

const KEY = /^(\w+)\.(\w+)(?:@(\d{4}(?:Q[1-4])?))?$/

/** A sheet has a few dozen keys and thousands of rows. */
const names = new Map<ValueKey, ValueName | null>()

/** Null for what is no field of the dictionary (`custom.…`). */
export function namedBy(key: ValueKey): ValueName | null {
  const known = names.get(key)
  if (known !== undefined) return known
  const made = parse(key)
  if (names.size >= 1000) names.clear()
  names.set(key, made)
  return made
}

function parse(key: ValueKey): ValueName | null {
  const found = KEY.exec(key)
  const type = RecordType.safeParse(found?.[1])
  const name = found?.[2] ?? ''
  const field = type.success ? fieldsOf(type.data).get(name) : undefined
  if (!type.success || field === undefined) return null
  return { type: type.data, name, isList: field.kind === 'list', when: found?.[3] ?? '' }
}
