import type { z } from 'zod'
import type { $ZodType } from 'zod/v4/core'
import { scalarConforms } from './scalar-conforms.ts'

/**
 * True exactly when zod accepts the JSON value; builds no copy of it, so it costs a fraction. JSON has no undefined: a
 * member that is undefined does not conform.
 */
export type Conforms = (value: unknown) => boolean

interface Definition {
  readonly type: string
  readonly shape?: Readonly<Record<string, $ZodType>>
  readonly catchall?: $ZodType
  readonly element?: $ZodType
  readonly valueType?: $ZodType
  readonly keyType?: $ZodType
  readonly innerType?: $ZodType
  readonly checks?: readonly unknown[]
}

/**
 * Compiles a schema for large bodies and imports: strict objects, arrays, records, optionals and plain scalars are
 * judged in place, every other schema is asked itself.
 */
export function conforms(schema: z.ZodType | $ZodType): Conforms {
  const definition = schema._zod.def as unknown as Definition
  const scalar = scalarConforms(schema)
  if (scalar !== null) return scalar
  if ((definition.checks?.length ?? 0) > 0 && definition.type !== 'array') return leaf(schema)
  switch (definition.type) {
    case 'object':
      return definition.catchall?._zod.def.type === 'never'
        ? strictObject(definition.shape ?? {})
        : leaf(schema)
    case 'array':
      return array(schema, definition)
    case 'record':
      return record(definition) ?? leaf(schema)
    case 'optional':
      return definition.innerType === undefined ? leaf(schema) : conforms(definition.innerType)
    default:
      return leaf(schema)
  }
}

/** Dates and the like come again and again: the schema's verdict on a text is remembered, up to a limit. */
const REMEMBERED = 5000

function leaf(schema: z.ZodType | $ZodType): Conforms {
  const context = { async: false as const }
  const ask: Conforms = (value) => {
    const payload = schema._zod.run({ value, issues: [] }, context)
    return !(payload instanceof Promise) && payload.issues.length === 0
  }
  const verdicts = new Map<string, boolean>()
  return (value) => {
    if (typeof value !== 'string') return value !== undefined && ask(value)
    const known = verdicts.get(value)
    if (known !== undefined) return known
    const verdict = ask(value)
    if (verdicts.size >= REMEMBERED) verdicts.clear()
    verdicts.set(value, verdict)
    return verdict
  }
}

function strictObject(shape: Readonly<Record<string, $ZodType>>): Conforms {
  const fields = new Map(Object.entries(shape).map(([name, schema]) => [name, conforms(schema)]))
  const required = Object.entries(shape).flatMap(([name, schema]) =>
    schema._zod.optin === undefined ? [name] : [],
  )
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
    for (const name of required) if (!Object.hasOwn(value, name)) return false
    for (const name in value) {
      const field = fields.get(name)
      if (field === undefined || !field((value as Readonly<Record<string, unknown>>)[name])) return false
    }
    return true
  }
}

function array(schema: z.ZodType | $ZodType, definition: Definition): Conforms {
  if (definition.element === undefined) return leaf(schema)
  const element = conforms(definition.element)
  const checks = (definition.checks ?? []) as readonly { readonly _zod: ArrayCheck }[]
  return (value) => {
    if (!Array.isArray(value)) return false
    for (const one of value) if (!element(one)) return false
    return checks.every((check) => {
      const payload = { value, issues: [] as unknown[] }
      check._zod.check(payload)
      return payload.issues.length === 0
    })
  }
}

interface ArrayCheck {
  check(payload: { readonly value: unknown; readonly issues: unknown[] }): void
}

function record(definition: Definition): Conforms | null {
  if (definition.keyType === undefined || definition.valueType === undefined) return null
  const key = conforms(definition.keyType)
  const element = conforms(definition.valueType)
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
    for (const name in value) {
      if (!key(name) || !element((value as Readonly<Record<string, unknown>>)[name])) return false
    }
    return true
  }
}
