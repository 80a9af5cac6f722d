import { z } from 'zod'

/** Does a value fit a schema? */
export type Accepts = (value: unknown) => boolean

/**
 * The verdict of a schema without building zod's result: an import of 20,000 rows has half a million values. Only forms
 * that are understood completely are taken over; everything else is asked of zod itself.
 */
export function quickCheck(schema: z.ZodType): Accepts {
  const inner = schema instanceof z.ZodOptional ? (schema.unwrap() as z.ZodType) : schema
  return textCheck(inner) ?? numberCheck(inner) ?? choiceCheck(inner) ?? elementCheck(inner) ?? askZod(inner)
}

function textCheck(schema: z.ZodType): Accepts | null {
  if (!(schema instanceof z.ZodString) || !hasOnly(schema, ['min_length', 'max_length', 'string_format']))
    return null
  const patterns = patternsOf(schema)
  if (patterns === null) return null
  const min = schema.minLength ?? 0
  const max = schema.maxLength ?? Number.POSITIVE_INFINITY
  return (value) => {
    if (typeof value !== 'string' || value.length < min || value.length > max) return false
    for (const pattern of patterns) if (!pattern.test(value)) return false
    return true
  }
}

/** The patterns of `.regex()` checks; null when there is another format, or a pattern that keeps a place. */
function patternsOf(schema: z.ZodString): readonly RegExp[] | null {
  const patterns: RegExp[] = []
  for (const check of schema.def.checks ?? []) {
    const { def } = check._zod
    if (def.check !== 'string_format') continue
    const isRegex = 'format' in def && def.format === 'regex' && 'pattern' in def
    if (!isRegex || !(def.pattern instanceof RegExp) || def.pattern.global || def.pattern.sticky) return null
    patterns.push(def.pattern)
  }
  return patterns
}

function numberCheck(schema: z.ZodType): Accepts | null {
  if (!(schema instanceof z.ZodNumber)) return null
  if (!hasOnly(schema, ['greater_than', 'less_than', 'number_format']) || !isInclusive(schema)) return null
  const min = schema.minValue ?? Number.NEGATIVE_INFINITY
  const max = schema.maxValue ?? Number.POSITIVE_INFINITY
  const isNumber = schema.isInt ? Number.isSafeInteger : Number.isFinite
  return (value) => isNumber(value) && Number(value) >= min && Number(value) <= max
}

function choiceCheck(schema: z.ZodType): Accepts | null {
  if (schema instanceof z.ZodBoolean && hasOnly(schema, [])) return (value) => typeof value === 'boolean'
  if (!(schema instanceof z.ZodEnum) || !hasOnly(schema, [])) return null
  const options = new Set<unknown>(schema.options)
  return (value) => options.has(value)
}

/** A strict object of such values: one element of a list. */
function elementCheck(schema: z.ZodType): Accepts | null {
  if (!(schema instanceof z.ZodObject) || !hasOnly(schema, [])) return null
  if (!(schema.def.catchall instanceof z.ZodNever)) return null
  const members = Object.entries(schema.shape as Record<string, z.ZodType>).map(([name, member]) => {
    return { name, optional: member instanceof z.ZodOptional, accepts: quickCheck(member) }
  })
  const names = new Set(members.map((member) => member.name))
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
    if (!Object.keys(value).every((key) => names.has(key))) return false
    return members.every(({ name, optional, accepts }) => {
      const part = (value as Record<string, unknown>)[name]
      return part === undefined ? optional : accepts(part)
    })
  }
}

/** Dates and the like come again and again: zod's verdict on a text is remembered, up to a limit. */
const REMEMBERED = 5000

function askZod(schema: z.ZodType): Accepts {
  const verdicts = new Map<string, boolean>()
  return (value) => {
    if (typeof value !== 'string') return schema.safeParse(value).success
    const known = verdicts.get(value)
    if (known !== undefined) return known
    const verdict = schema.safeParse(value).success
    if (verdicts.size >= REMEMBERED) verdicts.clear()
    verdicts.set(value, verdict)
    return verdict
  }
}

/** Does the schema have no other checks (refinements, patterns, coercion) than these? */
function hasOnly(schema: z.ZodType, allowed: readonly string[]): boolean {
  const { def } = schema
  if ('coerce' in def && def.coerce === true) return false
  return (def.checks ?? []).every((check) => allowed.includes(check._zod.def.check))
}

function isInclusive(schema: z.ZodNumber): boolean {
  return (schema.def.checks ?? []).every((check) => {
    const { def } = check._zod
    return !('inclusive' in def) || def.inclusive === true
  })
}
