import fc from 'fast-check'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { ReportBody } from '#shared/bundle/report-body.ts'
import { conforms } from '#shared/records/conforms.ts'
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

const numRuns = Number(process.env.PBZ_RUNS ?? 300)

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
  fc.constantFrom<unknown>(true, false, null, [], Number.NaN, 2 ** 53),
)
const value = fc.oneof(
  scalar,
  fc.dictionary(
    fc.constantFrom('name', 'year', 'order', 'enterprise', 'until', 'state', 'measure', 'other'),
    scalar,
  ),
)

test('a value conforms exactly when zod accepts it, for every field of the dictionary', () => {
  const checks = fields.map(({ name, schema }) => ({ name, schema, quick: conforms(schema) }))
  fc.assert(
    fc.property(fc.constantFrom(...checks), value, ({ name, schema, quick }, input) => {
      expect([name, quick(input)]).toEqual([name, schema.safeParse(input).success])
    }),
    { numRuns: numRuns * 20 },
  )
})

test('a body conforms exactly when zod accepts it', () => {
  const check = conforms(ReportBody)
  const row = fc.record(
    {
      id: fc.constantFrom('e1', 'e 1', '', 7),
      name: fc.constantFrom('平江县样例公司', '', 'x'.repeat(121), null),
      founded: fc.constantFrom('2021-02-28', '2021-02-30', '2021', '2021-2', 2021),
      size: fc.constantFrom('小型', '超大型'),
      employees: fc.constantFrom(5, -1, 1.5, '5'),
      aboveScale: fc.constantFrom(true, '是'),
      titles: fc.constantFrom({}, { a: { name: '高新技术企业' } }, { a: { name: '' } }, { a: {} }, [], null),
      extra: fc.constant(1),
    },
    { requiredKeys: ['id'] },
  )
  const body = fc.record({
    unit: fc.constantFrom({ unit: 'YY-430626', fullName: '某局' }, { unit: 'X' }, {}, []),
    period: fc.constantFrom('2021Q3', '2021'),
    cutoff: fc.constantFrom('2021-09-30', '2021-09-31'),
    contacts: fc.constantFrom('omitted', 'masked'),
    records: fc.array(row, { maxLength: 3 }).map((enterprise) => ({
      enterprise,
      participation: [],
      patent: [],
      figures: [],
      activity: [],
      plan: [],
    })),
    figures: fc.constantFrom([], {}, [{}]),
    overrides: fc.constant([]),
  })
  fc.assert(
    fc.property(body, (value) => {
      expect(check(value)).toBe(ReportBody.safeParse(value).success)
    }),
    { numRuns: numRuns * 10 },
  )
})

test('an array longer than its limit does not conform', () => {
  const few = conforms(z.array(z.int()).max(2))
  expect([few([1, 2]), few([1, 2, 3]), few([1, 'a'])]).toEqual([true, false, false])
})

test('JSON has no undefined: such a member does not conform', () => {
  const element = conforms(z.strictObject({ name: z.string(), year: z.int().optional() }))
  expect([element({ name: 'a' }), element({ name: 'a', year: undefined })]).toEqual([true, false])
})
