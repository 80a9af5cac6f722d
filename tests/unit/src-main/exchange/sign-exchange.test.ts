import { describe, expect, test } from 'vitest'
import { nodeBundleCrypto } from '#main/bundles/crypto-suite.ts'
import type { StationKey } from '#main/stations/station-key.ts'
import { cutIntoParts } from '#shared/exchange/compose-exchange.ts'
import type { ExchangeBody, TravellingEdit } from '#shared/exchange/exchange-body.ts'
import { readExchange } from '#shared/exchange/read-exchange.ts'
import { type Forgery, forge } from '#tests/support/bundle-forge.ts'
import { commit, firm, manyFirms, Pc, readAll, value } from '../journal/journal-fixture.ts'
import { fileOf, keyOf, NOW, UNIT } from './exchange-fixture.ts'

const read = (bytes: Uint8Array, unit = UNIT) => readExchange(bytes, unit, nodeBundleCrypto)

async function written() {
  const journal = await new Pc().opened()
  for (const ops of [[firm('a')], manyFirms(2000), [firm('b')]]) value(await commit(journal, ops))
  const key = await keyOf(journal.opened().station)
  return { journal, key, bytes: await fileOf(journal, key) }
}

describe('an exchange file', () => {
  test('carries the edits of a journal as written, and another journal takes them up unchanged', async () => {
    const { journal, key, bytes } = await written()
    const { station, clock } = journal.opened()
    const file = value(await read(bytes))
    expect(file.signer.kid).toBe(key.kid)
    expect(file.manifest).toMatchObject({
      kind: 'exchange',
      from: UNIT,
      to: UNIT,
      seq: 1,
      counts: { edits: 3 },
    })
    expect(file.body).toMatchObject({ name: '科室一号机', before: {}, after: { [station]: 3 }, knows: clock })
    const other = await new Pc().opened()
    const { edits } = file.body
    const answer = value(
      await other.takeUp(
        edits.map(({ edit }) => edit),
        edits.map((one) => one.migration),
      ),
    )
    expect([answer.taken.length, answer.left]).toEqual([3, []])
    expect(await readAll(other)).toEqual(await readAll(journal))
  })

  test('of a purged edit keeps the digest the chain goes by', async () => {
    const { key } = await written()
    const forged = await forgedFile(key, (body) => ({
      ...body,
      edits: body.edits.map((one) => ({ ...one, original: 'a'.repeat(64) })),
    }))
    expect(value(await read(forged)).body.edits[0]?.original).toBe('a'.repeat(64))
  })

  test('is cut into several when it grows long, one behind the other and without a gap', async () => {
    const { journal } = await written()
    const { station } = journal.opened()
    const edits = value(await journal.written({})) as readonly TravellingEdit[]
    const parts = cutIntoParts(edits, {}, (edit) => JSON.stringify(edit).length, 100_000)
    expect(parts.map((part) => [part.before, part.after, part.edits.length])).toEqual([
      [{}, { [station]: 1 }, 1],
      [{ [station]: 1 }, { [station]: 2 }, 1],
      [{ [station]: 2 }, { [station]: 3 }, 1],
    ])
    expect(cutIntoParts([], { [station]: 3 }, () => 1)).toEqual([])
  })
})

/** A small file of one edit, signed with this key over whatever it is told to hold. */
async function forgedFile(
  key: StationKey,
  change: (body: ExchangeBody) => unknown = (body) => body,
  forgery: Forgery = {},
): Promise<Buffer> {
  const journal = await new Pc().opened()
  value(await commit(journal))
  const { station, clock } = journal.opened()
  const edits = value(await journal.written({})) as TravellingEdit[]
  const body = { name: '科室一号机', station, before: {}, after: clock, knows: clock, edits }
  const { kid, jwk } = key
  const role = 'station' as const
  const changed = change(body) as ExchangeBody
  return forge({
    bodyText: JSON.stringify(changed),
    signers: [
      {
        key: { public: { kid, jwk, person: '科室一号机', role, unit: UNIT }, privateJwk: key.privateJwk },
        header: { typ: 'pbz-exchange+json' },
      },
    ],
    ...forgery,
    manifest: {
      kind: 'exchange',
      to: UNIT,
      station,
      period: null,
      counts: { edits: changed.edits.length },
      signers: [{ kid, jwk, person: '科室一号机', role }],
      ...forgery.manifest,
    },
  })
}

describe('a file that is not what it should be is refused in a sentence', () => {
  test('when any byte of it is changed, cut off or added', async () => {
    const { bytes } = await written()
    const small = await forgedFile(await keyOf('a'.repeat(32)))
    expect((await read(small)).ok).toBe(true)
    for (let at = 0; at < small.length; at += 7) {
      const flipped = Buffer.from(small)
      flipped[at] = (flipped[at] ?? 0) ^ 1
      expect([(await read(flipped)).ok, at]).toEqual([false, at])
      expect([(await read(small.subarray(0, at))).ok, at]).toEqual([false, at])
    }
    expect((await read(Buffer.concat([bytes, Buffer.from(' ')]))).ok).toBe(false)
  })

  test.each<[string, (body: ExchangeBody) => unknown, string]>([
    ['with a gap', (body) => ({ ...body, before: { [body.station]: 1 } }), 'exchange.not-whole'],
    [
      'that says it goes further',
      (body) => ({ ...body, after: { [body.station]: 2 } }),
      'exchange.not-whole',
    ],
    ['that knows less than it holds', (body) => ({ ...body, knows: {} }), 'exchange.not-whole'],
    ['of another station', (body) => ({ ...body, station: 'b'.repeat(32) }), 'bundle.body-disagrees'],
    ['with a member too many', (body) => ({ ...body, path: '/etc' }), 'bundle.body-invalid'],
    ['without a name', (body) => ({ ...body, name: ' ' }), 'bundle.body-invalid'],
    [
      'with an edit that is none',
      (body) => ({ ...body, edits: [{ migration: 1, edit: { id: 3 } }] }),
      'bundle.body-invalid',
    ],
    [
      'that nests too deep',
      (body) => ({
        ...body,
        edits: body.edits.map((one) => ({ ...one, edit: { ...one.edit, x: [[[[[[]]]]]] } })),
      }),
      'bundle.too-deep',
    ],
  ])('%s', async (_name, change, code) => {
    const key = await keyOf('a'.repeat(32))
    expect(await read(await forgedFile(key, change))).toMatchObject({ ok: false, error: { code } })
  })

  test.each<[string, Forgery, string]>([
    ['of another unit', { manifest: { from: 'YY-430621', to: 'YY-430621' } }, 'exchange.other-unit'],
    ['to another unit', { manifest: { to: 'YY-430600' } }, 'exchange.other-unit'],
    ['with other counts', { manifest: { counts: { edits: 7 } } }, 'bundle.body-disagrees'],
    ['without a key', { manifest: { signers: [] } }, 'exchange.not-signed-by-station'],
    ['without a signature', { signers: [] }, 'bundle.no-signature'],
    ['of another kind', { manifest: { kind: 'receipt' } }, 'exchange.not-exchange'],
    ['of a newer program', { manifest: { schema: 99 } }, 'bundle.newer'],
  ])('%s', async (_name, forgery, code) => {
    const key = await keyOf('a'.repeat(32))
    expect(await read(await forgedFile(key, undefined, forgery))).toMatchObject({
      ok: false,
      error: { code },
    })
  })

  test('signed by a key that only says it is the one it carries', async () => {
    const [key, thief] = [await keyOf('a'.repeat(32)), await keyOf('b'.repeat(32))]
    const { kid, jwk } = key
    const { privateJwk } = thief
    const signer = { public: { kid, jwk, person: 'x', role: 'station' as const, unit: UNIT }, privateJwk }
    const file = await forgedFile(key, undefined, {
      signers: [{ key: signer, header: { typ: 'pbz-exchange+json' } }],
    })
    expect(await read(file)).toMatchObject({ ok: false, error: { code: 'bundle.signature-bad' } })
  })

  test('signed in the role of a person', async () => {
    const key = await keyOf('a'.repeat(32))
    const { kid, jwk, privateJwk } = key
    const signer = { public: { kid, jwk, person: 'x', role: 'preparer' as const, unit: UNIT }, privateJwk }
    const file = await forgedFile(key, undefined, {
      signers: [{ key: signer, header: { typ: 'pbz-exchange+json' } }],
    })
    expect(await read(file)).toMatchObject({ ok: false, error: { code: 'exchange.not-signed-by-station' } })
  })
})

test('an exchange file shown to 验证 is told where it belongs', async () => {
  const { verifyFile } = await import('#main/bundles/verify-file.ts')
  const file = await forgedFile(await keyOf('a'.repeat(32)))
  const { verdict } = await verifyFile(file, { trust: null, previous: null, now: NOW, expected: {} })
  expect(verdict.steps.at(-1)?.problems[0]?.code).toBe('exchange.is-exchange')
})
