import fc from 'fast-check'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { quickCheck } from '#shared/edits/quick-check.ts'
import { fieldsOf, RecordType } from '#shared/records/dictionary.ts'

const fields = RecordType.options.flatMap((type) =>
  [...fieldsOf(type).values()].map((field) => ({
    name: `${type}.${field.name}`,
    schema: elementOf(field.schema),
  })),
)

/** The schema of a field, or of one element of a list field. */
function elementOf(schema: z.ZodType): z.ZodType {
  const inner = schema instanceof z.ZodOptional ? (schema.unwrap() as z.ZodType) : schema
  return inner instanceof z.ZodRecord ? (inner.valueType as z.ZodType) : inner
}

const choices = fields.flatMap(({ schema }) => (schema instanceof z.ZodEnum ? schema.options : []))
const scalar = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.string({ minLength: 40, maxLength: 400, unit: fc.constantFrom('甲', 'a') }),
  fc.constantFrom(
    '2021',
    '2021-02',
    '2021-02-29',
    '2020-02-29',
    '430626',
    'C30',
    'YY-430626',
    '',
    ...choices,
  ),
  fc.integer(),
  fc.double(),
  fc.integer({ min: -2, max: 2200 }),
  fc.constantFrom<unknown>(true, false, undefined, null, [], Number.NaN, 2 ** 53),
)
const value = fc.oneof(
  scalar,
  fc.dictionary(
    fc.constantFrom('name', 'year', 'order', 'enterprise', 'until', 'state', 'measure', 'other'),
    scalar,
  ),
)

test('the quick verdict on a value is the one of zod, for every field of the dictionary', () => {
  const checks = fields.map(({ name, schema }) => ({ name, schema, quick: quickCheck(schema) }))
  fc.assert(
    fc.property(fc.constantFrom(...checks), value, ({ name, schema, quick }, input) => {
      expect([name, quick(input)]).toEqual([name, schema.safeParse(input).success])
    }),
    { numRuns: Number(process.env.PBZ_RUNS ?? 300) * 20 },
  )
})
