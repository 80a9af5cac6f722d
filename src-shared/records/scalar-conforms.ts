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

type Test<T> = (value: T) => boolean

/** The usual text, number, choice and yes/no schemas as plain comparisons; null for any other schema. */
export function scalarConforms(schema: {
  readonly _zod: $ZodType['_zod']
}): ((value: unknown) => boolean) | null {
  const definition = schema._zod.def as unknown as ScalarDefinition
  if (definition.coerce === true) return null
  switch (definition.type) {
    case 'boolean':
      return definition.checks?.length ? null : (value) => typeof value === 'boolean'
    case 'enum': {
      const values = new Set<unknown>(Object.values(definition.entries ?? {}))
      return definition.checks?.length ? null : (value) => values.has(value)
    }
    case 'string': {
      const tests = testsOf(definition, textTest)
      return tests && ((value) => typeof value === 'string' && tests.every((test) => test(value)))
    }
    case 'number': {
      const tests = testsOf(definition, numberTest)
      return (
        tests &&
        ((value) => typeof value === 'number' && Number.isFinite(value) && tests.every((test) => test(value)))
      )
    }
    default:
      return null
  }
}

function testsOf<T>(
  definition: ScalarDefinition,
  testOf: (check: CheckDefinition) => Test<T> | null,
): readonly Test<T>[] | null {
  const own = definition.format === undefined ? [] : [definition as unknown as CheckDefinition]
  const checks = [...own, ...(definition.checks ?? []).map((check) => check._zod.def)]
  const tests = checks.map(testOf)
  return tests.every((test) => test !== null) ? tests : null
}

function textTest(check: CheckDefinition): Test<string> | null {
  const { minimum = 0, maximum = Number.POSITIVE_INFINITY, pattern } = check
  if (check.check === 'min_length') return (text) => text.length >= minimum
  if (check.check === 'max_length') return (text) => text.length <= maximum
  if (
    check.check === 'string_format' &&
    check.format === 'regex' &&
    pattern !== undefined &&
    !pattern.global
  ) {
    return (text) => pattern.test(text)
  }
  return null
}

function numberTest(check: CheckDefinition): Test<number> | null {
  const { value = Number.NaN, inclusive = false } = check
  if (check.check === 'greater_than') return inclusive ? (n) => n >= value : (n) => n > value
  if (check.check === 'less_than') return inclusive ? (n) => n <= value : (n) => n < value
  if (check.check === 'number_format' && check.format === 'safeint') return Number.isSafeInteger
  return null
}
