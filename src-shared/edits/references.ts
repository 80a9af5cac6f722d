import type { DictionaryField } from '../records/dictionary.ts'
import type { StoredRecord } from './read-model.ts'

type Resolve = (type: 'enterprise', id: string) => string

/** Replaces references to a firm, in fields and in list elements (`enterprise`), by the id that stands for it. */
export function resolveReferences(
  record: StoredRecord,
  dictionary: ReadonlyMap<string, DictionaryField>,
  resolve: Resolve,
): StoredRecord {
  const changed: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(record.fields)) {
    const field = dictionary.get(name)
    const next = field === undefined ? value : resolveValue(field, value, resolve)
    if (next !== value) changed[name] = next
  }
  if (Object.keys(changed).length === 0) return record
  return { ...record, fields: { ...record.fields, ...changed } }
}

function resolveValue(field: DictionaryField, value: unknown, resolve: Resolve): unknown {
  if (field.kind === 'ref' && field.ref !== undefined && typeof value === 'string') {
    return resolve(field.ref, value)
  }
  if (field.kind === 'list' && typeof value === 'object' && value !== null) return resolveList(value, resolve)
  return value
}

function resolveList(list: object, resolve: Resolve): object {
  const entries = Object.entries(list as Record<string, Record<string, unknown>>)
  const moved = entries.flatMap(([key, element]) => {
    const { enterprise } = element
    if (typeof enterprise !== 'string') return []
    const id = resolve('enterprise', enterprise)
    return id === enterprise ? [] : [[key, { ...element, enterprise: id }] as const]
  })
  return moved.length === 0 ? list : { ...list, ...Object.fromEntries(moved) }
}
