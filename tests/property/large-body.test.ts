import fc from 'fast-check'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { encodeBundleFile } from '#shared/bundle/bundle-file.ts'
import { ReportBody } from '#shared/bundle/report-body.ts'
import { splitBundle } from '#shared/bundle/split-bundle.ts'
import { parseStrictJson } from '#shared/bundle/strict-json.ts'
import { conforms } from '#shared/records/conforms.ts'

const numRuns = Number(process.env.PBZ_RUNS ?? 300)
const utf8 = new TextEncoder()
const textOf = (bytes: Uint8Array) => new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
const fileOf = (body: string) => ({
  format: 'pbz-1' as const,
  manifest: { payload: 'YQ', signatures: [] },
  body,
})

test('any body comes out of the quick reading as it went in', () => {
  const bodies = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary-ascii' }), fc.json())
  fc.assert(
    fc.property(bodies, (body) => {
      const split = splitBundle(utf8.encode(encodeBundleFile(fileOf(body))))
      expect(split === null ? null : textOf(split.body)).toBe(body)
    }),
    { numRuns },
  )
})

test('what the quick reading takes, the byte-exact rule takes too, with the same body', () => {
  const pieces = [
    '\\',
    '"',
    '\\"',
    '\\u000b',
    '\\u000B',
    '\\u0041',
    '\\/',
    '\\n',
    '\u0007',
    'n',
    'u',
    ' ',
    '"}',
    ',"body":"',
    'é',
    '}',
  ]
  const edit = fc.record({ at: fc.nat(200), piece: fc.constantFrom(...pieces), cut: fc.nat(2) })
  fc.assert(
    fc.property(fc.string({ unit: 'binary-ascii' }), fc.array(edit, { maxLength: 3 }), (body, edits) => {
      let text = encodeBundleFile(fileOf(body))
      for (const { at, piece, cut } of edits) text = text.slice(0, at) + piece + text.slice(at + cut)
      const split = splitBundle(utf8.encode(text))
      if (split === null) return
      const head = parseStrictJson(textOf(split.head), { depth: 6 })
      if (!head.ok) return
      const whole = parseStrictJson(text, { depth: 6 })
      expect(whole).toEqual({ ok: true, value: { ...(head.value as object), body: textOf(split.body) } })
    }),
    { numRuns: numRuns * 10 },
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
