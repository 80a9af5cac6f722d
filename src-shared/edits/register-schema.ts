import { z } from 'zod'
import { type Conforms, conforms } from '../records/conforms.ts'
import { CUSTOM_PREFIX, fieldsOf, type RecordType } from '../records/dictionary.ts'
import { VOID_FIELD } from './edit.ts'

const VoidValue = z.strictObject({ reason: z.string().min(1).max(200) })
const CustomValue = z.union([z.string().min(1).max(4000), z.number()])
/** As RecordId, without zod's cost. */
const COLUMN_ID = /^[A-Za-z0-9_-]{1,40}$/
const ELEMENT_KEY = /^[^/\p{Cc}]{1,120}$/u
const FORBIDDEN_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])

const isCustomValue = conforms(CustomValue)

/** Checks of plain fields and, under `name/`, of list elements; made once per type from the dictionary. */
const checks = new Map<RecordType, Checks>()

/**
 * The first register of a write that a record of type `record` does not have, or whose value it does not take; null
 * when all are good. null empties any register.
 */
export function firstBadRegister(record: RecordType, set: Readonly<Record<string, unknown>>): string | null {
  const known = checksOf(record)
  for (const name of Object.keys(set)) {
    const value = set[name]
    const accepts = (name.endsWith('/') ? null : known.get(name)) ?? rareCheck(record, known, name)
    if (accepts === null || value === undefined) return name
    if (value !== null && !accepts(value)) return name
  }
  return null
}

/** False for names that reach an object's prototype. */
export function isSafeKey(key: string): boolean {
  return !FORBIDDEN_KEYS.has(key)
}

type Checks = ReadonlyMap<string, Conforms>

/** Checks of 自定义列 and list elements, whose names are not in the dictionary. */
function rareCheck(record: RecordType, known: Checks, register: string): Conforms | null {
  if (register.startsWith(CUSTOM_PREFIX)) return customCheck(record, register.slice(CUSTOM_PREFIX.length))
  const slash = register.indexOf('/')
  if (slash < 1) return null
  const key = register.slice(slash + 1)
  if (!ELEMENT_KEY.test(key) || !isSafeKey(key)) return null
  return known.get(register.slice(0, slash + 1)) ?? null
}

/** Only firms have 自定义列. */
function customCheck(record: RecordType, column: string): Conforms | null {
  if (record !== 'enterprise' || !COLUMN_ID.test(column)) return null
  return isCustomValue
}

function checksOf(record: RecordType): Checks {
  const known = checks.get(record)
  if (known !== undefined) return known
  const made = new Map<string, Conforms>([[VOID_FIELD, conforms(VoidValue)]])
  for (const { name, kind, schema } of fieldsOf(record).values()) {
    if (kind === 'list') made.set(`${name}/`, conforms(elementSchema(schema)))
    else made.set(name, conforms(schema))
  }
  checks.set(record, made)
  return made
}

/** The schema of one element of a list field, which the dictionary declares as an optional record. */
function elementSchema(list: z.ZodType): z.ZodType {
  const inner = list instanceof z.ZodOptional ? list.unwrap() : list
  if (!(inner instanceof z.ZodRecord)) throw new Error('a list field must be a z.record')
  return inner.valueType as z.ZodType
}
