import fc from 'fast-check'
import { expect, test } from 'vitest'
import { verifyFile } from '#main/bundles/verify-file.ts'
import { fileCode } from '#shared/bundle/file-code.ts'
import { countsOf, type ReportBody } from '#shared/bundle/report-body.ts'
import { parseStrictJson } from '#shared/bundle/strict-json.ts'
import { body, countersigned, NOW, signedReport, trust } from '#tests/support/bundle-vectors.ts'

const runs = Number(process.env.PBZ_RUNS ?? 100)
const context = { trust, previous: null, now: NOW, expected: {} }
const outcomeOf = async (bytes: Uint8Array) => (await verifyFile(bytes, context)).verdict.outcome

/** Any text a clerk can type: whole code points, control characters, quotes, the astral planes. */
const typed = (maxLength: number) => fc.string({ unit: 'binary', minLength: 1, maxLength })
/** Keys that reach an object's prototype are refused; strict-json.test.ts and verify-file.test.ts try them. */
const id = fc.stringMatching(/^[A-Za-z0-9_-]{1,12}$/).filter((key) => key !== '__proto__')
const amount = fc.double({ min: -1e9, max: 1e9, noNaN: true }).map((value) => (value === 0 ? 0 : value))

const enterprise = fc.record(
  { name: typed(40), note: typed(60), product: typed(30), id },
  { requiredKeys: ['id'] },
)
const figures = fc.record(
  { enterprise: id, year: fc.integer({ min: 2018, max: 2023 }), rdExpense: amount, revenue: amount, id },
  { requiredKeys: ['id'] },
)
const activity = fc.record(
  {
    name: typed(40),
    participants: fc.dictionary(id, fc.record({ name: typed(20) }), { maxKeys: 4 }),
    id,
  },
  { requiredKeys: ['id'] },
)
const anyBody: fc.Arbitrary<ReportBody> = fc
  .record({
    enterprise: fc.array(enterprise, { maxLength: 5 }),
    figures: fc.array(figures, { maxLength: 5 }),
    activity: fc.array(activity, { maxLength: 5 }),
  })
  .map((some) => ({ ...body, records: { ...body.records, ...some } }))

test('encode then decode gives the report that was signed', async () => {
  await fc.assert(
    fc.asyncProperty(anyBody, async (report) => {
      const signed = await signedReport({}, report)
      const read = await verifyFile(signed.bytes, context)
      expect(read.verdict.outcome).toBe('accepted')
      expect(read.report).toEqual(report)
      expect(read.verdict.manifest?.counts).toEqual(countsOf(report))
    }),
    { numRuns: runs },
  )
})

test('a bit flipped in every byte of a file with two signatures is rejected', async () => {
  const { bytes } = await countersigned(await signedReport())
  expect(await outcomeOf(bytes)).toBe('accepted')
  const survived: number[] = []
  for (let at = 0; at < bytes.length; at += 1) {
    const flipped = Uint8Array.from(bytes)
    flipped[at] = (flipped[at] ?? 0) ^ (1 << (at % 8))
    if ((await outcomeOf(flipped)) !== 'rejected') survived.push(at)
  }
  expect(survived).toEqual([])
})

test('any byte changed, inserted or removed anywhere is rejected', async () => {
  const { bytes } = await countersigned(await signedReport())
  const place = fc.nat({ max: bytes.length - 1 })
  const mutation = fc.record({
    at: place,
    byte: fc.nat({ max: 255 }),
    how: fc.constantFrom('set', 'insert', 'cut'),
  })
  await fc.assert(
    fc.asyncProperty(mutation, async ({ at, byte, how }) => {
      const middle = how === 'cut' ? [] : [byte]
      const rest = bytes.subarray(how === 'insert' ? at : at + 1)
      const mutated = Buffer.concat([bytes.subarray(0, at), Uint8Array.from(middle), rest])
      fc.pre(!mutated.equals(bytes))
      expect(await outcomeOf(mutated)).toBe('rejected')
    }),
    { numRuns: 3 * runs },
  )
})

test('a text is taken strictly only when it is its own JSON.stringify, and always then', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
      const text = JSON.stringify(value)
      const strict = parseStrictJson(text, { depth: 8 })
      const spoiled = text.includes('"__proto__":') || /\\ud[89a-f]/.test(text)
      if (spoiled) expect(strict.ok).toBe(false)
      else expect(strict).toEqual({ ok: true, value: JSON.parse(text) })
      expect(parseStrictJson(`${text} `, { depth: 8 }).ok).toBe(false)
    }),
    { numRuns: runs },
  )
})

test('the code has six groups of five digits and depends on the first 100 bits only', () => {
  const hex = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((b) => Buffer.from(b).toString('hex'))
  fc.assert(
    fc.property(hex, hex, (a, b) => {
      expect(fileCode(a)).toMatch(/^(\d{5} ){5}\d{5}$/)
      expect(fileCode(a.slice(0, 25) + b.slice(25))).toBe(fileCode(a))
    }),
    { numRuns: runs },
  )
})
