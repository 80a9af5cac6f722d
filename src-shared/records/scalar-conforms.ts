import type { $ZodType } from 'zod/v4/core'

interface ScalarDefinition {
  readonly type: string
  readonly format?: string
  readonly coerce?: boolean
  readonly entries?: Readonly<Record<string, string | number>>
  readonly checks?: readonly { readonly _zod: { readonly def: CheckDefinition } }[]
}

interface CheckDefinition {
  readonly check: string
  readonly minimum?: number
  readonly maximum?: number
  readonly value?: number
  readonly inclusive?: boolean
  readonly format?: string
  readonly pattern?: RegExp
}

type Verdict = (value: unknown) => boolean

/** The usual text, number, choice and yes/no schemas as plain comparisons; null for any other schema. */
export function scalarConforms(schema: { readonly _zod: $ZodType['_zod'] }): Verdict | null {
  const definition = schema._zod.def as unknown as ScalarDefinition
  if (definition.coerce === true) return null
  const checks = checksOf(definition)
  switch (definition.type) {
    case 'boolean':
      return checks.length > 0 ? null : (value) => typeof value === 'boolean'
    case 'enum': {
      const values = new Set<unknown>(Object.values(definition.entries ?? {}))
      return checks.length > 0 ? null : (value) => values.has(value)
    }
    case 'string':
      return textVerdict(checks)
    case 'number':
      return numberVerdict(checks)
    default:
      return null
  }
}

/** A format of the schema itself (`z.int()`) is a check like any other. */
function checksOf(definition: ScalarDefinition): readonly CheckDefinition[] {
  const own = definition.format === undefined ? [] : [definition as unknown as CheckDefinition]
  return [...own, ...(definition.checks ?? []).map((check) => check._zod.def)]
}

function textVerdict(checks: readonly CheckDefinition[]): Verdict | null {
  let [min, max] = [0, Number.POSITIVE_INFINITY]
  const patterns: RegExp[] = []
  for (const { check, minimum, maximum, format, pattern } of checks) {
    if (check === 'min_length' && minimum !== undefined) min = Math.max(min, minimum)
    else if (check === 'max_length' && maximum !== undefined) max = Math.min(max, maximum)
    else if (check === 'string_format' && format === 'regex' && pattern && keepsNoPlace(pattern))
      patterns.push(pattern)
    else return null
  }
  const fits = (value: unknown): value is string =>
    typeof value === 'string' && value.length >= min && value.length <= max
  return patterns.length === 0 ? fits : (value) => fits(value) && patterns.every((one) => one.test(value))
}

const keepsNoPlace = (pattern: RegExp): boolean => !pattern.global && !pattern.sticky

function numberVerdict(checks: readonly CheckDefinition[]): Verdict | null {
  let [min, max, isInt] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY, false]
  for (const { check, value, inclusive, format } of checks) {
    if (check === 'greater_than' && value !== undefined && inclusive) min = Math.max(min, value)
    else if (check === 'less_than' && value !== undefined && inclusive) max = Math.min(max, value)
    else if (check === 'number_format' && format === 'safeint') isInt = true
    else return null
  }
  const isNumber = isInt ? Number.isSafeInteger : Number.isFinite
  return (value) => isNumber(value) && Number(value) >= min && Number(value) <= max
}
