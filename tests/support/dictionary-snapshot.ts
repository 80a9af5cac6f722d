import { z } from 'zod'
import { fieldsOf, RecordType } from '#shared/records/dictionary.ts'

/** What stored values of a field rely on: its kind and which values it takes. Words on the screen are not among it. */
export interface FrozenField {
  readonly kind: string
  readonly unit?: string
  readonly ref?: string
  readonly values: unknown
}

/** The dictionary as data on disk knows it: fields by record type. */
export type DictionarySnapshot = Readonly<Record<string, Readonly<Record<string, FrozenField>>>>

export function dictionarySnapshot(): DictionarySnapshot {
  return Object.fromEntries(
    RecordType.options.map((type) => [
      type,
      Object.fromEntries(
        [...fieldsOf(type).values()].map(({ name, kind, unit, ref, schema }) => [
          name,
          {
            kind,
            ...(unit === undefined ? {} : { unit }),
            ...(ref === undefined ? {} : { ref }),
            values: withoutWords(z.toJSONSchema(schema, { io: 'input' })),
          },
        ]),
      ),
    ]),
  )
}

/** Titles, synonyms, widths and help may change at any time. */
const WORDS = new Set([
  '$schema',
  'title',
  'synonyms',
  'width',
  'help',
  'group',
  'personal',
  'internal',
  'kind',
  'unit',
  'ref',
  'choices',
])

function withoutWords(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutWords)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name, one]) => !WORDS.has(name) && !(name === 'required' && typeof one === 'boolean'))
      .map(([name, one]) => [name, withoutWords(one)]),
  )
}

/** What was changed or taken away since the snapshot: stored values would be read wrongly or not at all. */
export function changedFields(frozen: DictionarySnapshot, today: DictionarySnapshot): readonly string[] {
  return eachField(frozen).flatMap(([type, name, field]) => {
    const now = today[type]?.[name]
    if (now === undefined) return [`${type}.${name} is gone`]
    return JSON.stringify(now) === JSON.stringify(field) ? [] : [`${type}.${name} was changed`]
  })
}

/** Fields that the snapshot does not hold yet. */
export function addedFields(frozen: DictionarySnapshot, today: DictionarySnapshot): readonly string[] {
  return eachField(today).flatMap(([type, name]) =>
    frozen[type]?.[name] === undefined ? [`${type}.${name}`] : [],
  )
}

function eachField(snapshot: DictionarySnapshot): readonly (readonly [string, string, FrozenField])[] {
  return Object.entries(snapshot).flatMap(([type, fields]) =>
    Object.entries(fields).map(([name, field]) => [type, name, field] as const),
  )
}
