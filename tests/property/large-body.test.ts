import fc from 'fast-check'
import { expect, test } from 'vitest'
import { encodeBundleFile } from '#shared/bundle/bundle-file.ts'
import { splitBundle } from '#shared/bundle/split-bundle.ts'
import { parseStrictJson } from '#shared/bundle/strict-json.ts'

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
