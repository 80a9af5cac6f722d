import { describe, expect, test } from 'vitest'
import type { SigningKey } from '#main/bundles/key-file.ts'
import { verifyFile } from '#main/bundles/verify-file.ts'
import type { Expected } from '#shared/bundle/check-order.ts'
import type { TrustedKey, TrustList } from '#shared/bundle/trust.ts'
import type { Verdict } from '#shared/bundle/verdict.ts'
import { forge, kidOf, plainManifest } from '#tests/support/bundle-forge.ts'
import {
  body,
  countersigned,
  NOW,
  preparer,
  reviewer,
  signedReport,
  testKey,
  trust,
} from '#tests/support/bundle-vectors.ts'

interface Given {
  readonly trust?: TrustList | null
  readonly previous?: Uint8Array
  readonly expected?: Expected
  readonly now?: string
}

async function verify(bytes: Uint8Array, given: Given = {}): Promise<Verdict> {
  const { verdict } = await verifyFile(bytes, {
    trust: given.trust === undefined ? trust : given.trust,
    previous: given.previous ?? null,
    now: given.now ?? NOW,
    expected: given.expected ?? {},
  })
  return verdict
}

/** Outcome and every problem: what a row of the tables below states. */
async function judged(bytes: Uint8Array, given: Given = {}) {
  const verdict = await verify(bytes, given)
  return [verdict.outcome, ...verdict.steps.flatMap((step) => step.problems.map((problem) => problem.code))]
}

const enrol = (key: SigningKey, change: Partial<TrustedKey> = {}): TrustedKey => ({
  ...key.public,
  ...change,
})
const trusting = (keys: TrustedKey[], policy: TrustList['policy'] = { report: ['preparer'] }): TrustList => ({
  ...trust,
  policy,
  keys,
})
const bothRoles = trusting([enrol(preparer), enrol(reviewer)], { report: ['preparer', 'reviewer'] })
const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('utf8')
const bytesOf = (file: string) => Buffer.from(file, 'utf8')

describe('a good file', () => {
  test('passes every step in order', async () => {
    const file = await signedReport()
    const verdict = await verify(file.bytes)
    expect({ ...verdict, manifest: null }).toEqual({
      outcome: 'accepted',
      summary: '验证通过',
      identity: file.identity,
      code: file.code,
      name: 'YY-430626_2021Q3_0001.pbz.json',
      bytes: file.bytes.length,
      manifest: null,
      signatures: [
        {
          kid: preparer.public.kid,
          person: '测试填报人',
          role: 'preparer',
          unit: 'YY-430626',
          signedAt: '2021-10-08T01:00:00Z',
          state: 'valid',
        },
      ],
      flags: [],
      steps: ['form', 'header', 'signature', 'trust', 'order', 'body'].map((step) => ({
        step,
        title: expect.any(String),
        ok: true,
        message: expect.any(String),
        problems: [],
      })),
    })
  })

  test('is the same whoever made its bytes', async () => {
    const file = await signedReport()
    expect(text(forge())).toBe(text(file.bytes))
  })

  test('gives the body only when it is not rejected', async () => {
    const context = { trust, previous: null, now: NOW, expected: {} }
    const file = await signedReport()
    expect((await verifyFile(file.bytes, context)).report).toEqual(body)
    const flipped = bytesOf(text(file.bytes).replace('示例新材料', '示例旧材料'))
    expect((await verifyFile(flipped, context)).report).toBeNull()
  })
})

describe('the byte-exact rule', () => {
  const good = async () => text((await signedReport()).bytes)
  const cases: readonly [string, (file: string) => string][] = [
    ['a trailing line break', (file) => `${file}\n`],
    ['a leading space', (file) => ` ${file}`],
    ['a byte order mark', (file) => `\uFEFF${file}`],
    ['a space between members', (file) => file.replace(',"manifest"', ', "manifest"')],
    ['a doubled member', (file) => file.replace('{"format":"pbz-1"', '{"format":"pbz-1","format":"pbz-1"')],
    ['another escape of the same letter', (file) => file.replace('"pbz-1"', '"\\u0070bz-1"')],
    ['an upper-case escape', (file) => file.replace('"body":"', '"body":"\\u000B')],
    ['members in another order', (file) => JSON.stringify(reversed(JSON.parse(file)))],
    ['a fourth member', (file) => file.replace(/\}$/, ',"note":"x"}')],
    ['a __proto__ member', (file) => file.replace(/\}$/, ',"__proto__":{"x":1}}')],
    ['padding of the payload', (file) => file.replace('","signatures"', '=","signatures"')],
    ['a cut file', (file) => file.slice(0, -1)],
    ['an empty file', () => ''],
    ['a lone surrogate', (file) => file.replace('"body":"', '"body":"\\ud800')],
    ['great depth', (file) => file.replace('"pbz-1"', '['.repeat(100_000) + ']'.repeat(100_000))],
  ]
  test.each(cases)('refuses %s', async (_, change) => {
    const verdict = await verify(bytesOf(change(await good())))
    expect([verdict.outcome, verdict.steps.map((step) => step.step)]).toEqual(['rejected', ['form']])
  })

  test('refuses bytes that are not UTF-8', async () => {
    const file = Buffer.from((await signedReport()).bytes)
    file[file.length - 10] = 0xff
    expect(await judged(file)).toEqual(['rejected', 'bundle.not-utf8'])
  })

  test('refuses spare bits in the last character of a signature', async () => {
    const file = await good()
    const at = file.indexOf('"}]},"body"') - 1
    // 86 characters carry 516 bits for 512: the last two pairs of bits must be zero.
    const spare = `${file.slice(0, at)}${nextLetter(file[at] ?? '')}${file.slice(at + 1)}`
    expect(await judged(bytesOf(spare))).toEqual(['rejected', 'bundle.not-exact'])
  })

  test('holds for the manifest and the body too', async () => {
    const spaced = JSON.stringify(plainManifest()).replace('{"kind"', '{ "kind"')
    expect(await judged(forge({ payloadText: spaced }))).toEqual(['rejected', 'bundle.not-exact'])
    const doubled = JSON.stringify(plainManifest()).replace('"seq":1', '"seq":1,"seq":1')
    expect(await judged(forge({ payloadText: doubled }))).toEqual(['rejected', 'bundle.not-exact'])
    const bodyText = JSON.stringify(body).replace('"period"', '"__proto__":{},"period"')
    expect(await judged(forge({ bodyText }))).toEqual(['rejected', 'bundle.forbidden-key'])
  })
})

function reversed(value: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).reverse())
}

function nextLetter(letter: string): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
  return letters[letters.indexOf(letter) + 1] ?? ''
}

describe('a damaged file is not called a foreign one', () => {
  const good = forge()
  const flippedAt = (at: number, bit: number) => {
    const file = Buffer.from(good)
    file[at] = (file[at] ?? 0) ^ bit
    return file
  }
  test.each<[string, Uint8Array, string]>([
    ['empty', Buffer.alloc(0), 'bundle.empty'],
    ['truncated', good.subarray(0, good.length - 40), 'bundle.damaged'],
    ['cut to its first bytes', good.subarray(0, 30), 'bundle.damaged'],
    ['with a byte order mark', Buffer.concat([bytesOf('\uFEFF'), good]), 'bundle.damaged'],
    ['with its first brace flipped', flippedAt(0, 1), 'bundle.damaged'],
    ['with its format flipped', flippedAt(good.indexOf('pbz-1'), 1), 'bundle.damaged'],
    ['with the digit of its format flipped', flippedAt(good.indexOf('pbz-1') + 4, 1), 'bundle.damaged'],
    ['of plain text', bytesOf('不是签名文件'), 'bundle.not-a-bundle'],
    ['of other bytes', Buffer.from([0x50, 0x4b, 3, 4, 0xff, 0xfe]), 'bundle.not-a-bundle'],
    ['of other JSON with spaces', bytesOf('{ "format": "pbz-trust-1" }'), 'bundle.not-a-bundle'],
    ['of other JSON', bytesOf('{"format":"pbz-trust-1"}'), 'bundle.not-a-bundle'],
  ])('one %s', async (_, bytes, code) => {
    expect(await judged(bytes)).toEqual(['rejected', code])
  })

  test('the name counts where the bytes say nothing', async () => {
    const context = {
      trust,
      previous: null,
      now: NOW,
      expected: {},
      fileName: 'YY-430626_2021Q3_0001.PBZ.json',
    }
    const { verdict } = await verifyFile(good.subarray(0, 4), context)
    expect(verdict.summary).toContain('文件已损坏或被改动（写法与签名时不一致）')
  })

  test('alg none with an empty signature is told by its algorithm', async () => {
    const file = JSON.parse(text(forge({ signers: [{ key: preparer, header: { alg: 'none' } }] })))
    file.manifest.signatures[0].signature = ''
    const verdict = await verify(bytesOf(JSON.stringify(file)))
    expect(verdict.summary).toContain('第 1 个签名使用了不允许的算法“none”')
  })
})

describe('what kind of file it is', () => {
  test.each([
    ['a newer format', { file: { format: 'pbz-2' } }, 'bundle.newer'],
    ['a newer data schema', { manifest: { schema: 2 } }, 'bundle.newer'],
    ['an unknown kind', { manifest: { kind: 'gift' } }, 'bundle.kind-unknown'],
    ['another format', { file: { format: 'zip' } }, 'bundle.damaged'],
    ['a manifest member too many', { manifest: { note: 'x' } }, 'bundle.manifest-invalid'],
    ['a body that is not the first content', { manifest: { contents: [] } }, 'bundle.manifest-invalid'],
    ['a first file with a number left out', { manifest: { seq: 2 } }, 'bundle.manifest-invalid'],
    [
      'an evidence name that climbs out',
      {
        manifest: {
          contents: [
            ...(plainManifest().contents as object[]),
            { name: '../x', bytes: 1, sha256: '0'.repeat(64) },
          ],
        },
      },
      'bundle.manifest-invalid',
    ],
  ])('refuses %s', async (_, forgery, code) => {
    expect(await judged(forge(forgery))).toEqual(['rejected', code])
  })

  test('asks for a newer program in plain words', async () => {
    const verdict = await verify(forge({ manifest: { schema: 2 } }))
    expect(verdict.steps[0]?.problems).toEqual([
      {
        code: 'bundle.newer',
        title: '文件由较新版本的软件生成',
        advice: '请先升级软件。没有采用其中任何内容。',
      },
    ])
  })
})

describe('protected headers', () => {
  test.each([
    ['alg none', { alg: 'none' }, 'bundle.algorithm'],
    ['alg HS256', { alg: 'HS256' }, 'bundle.algorithm'],
    ['alg ES256', { alg: 'ES256' }, 'bundle.algorithm'],
    ['the polymorphic alg EdDSA', { alg: 'EdDSA' }, 'bundle.algorithm'],
    ['crit', { crit: ['b64'], b64: false }, 'bundle.header-invalid'],
    ['an embedded key', { jwk: preparer.public.jwk }, 'bundle.header-invalid'],
    ['an unknown role', { role: 'mayor' }, 'bundle.header-invalid'],
    ['no signing time', { signedAt: undefined }, 'bundle.header-invalid'],
    ['the typ of another kind', { typ: 'pbz-receipt+json' }, 'bundle.type-mismatch'],
    ['the typ of a JWT', { typ: 'JWT' }, 'bundle.header-invalid'],
  ])('refuse %s although the signature is good', async (_, header, code) => {
    expect(await judged(forge({ signers: [{ key: preparer, header }] }))).toEqual(['rejected', code])
  })

  test('refuse an unprotected header', async () => {
    const file = text(forge()).replace('"signatures":[{', '"signatures":[{"header":{"alg":"none"},')
    expect(await judged(bytesOf(file))).toEqual(['rejected', 'bundle.header-invalid'])
  })

  test('refuse a header that is not spelled exactly', async () => {
    const { kid, role } = preparer.public
    const plain = { alg: 'Ed25519', kid, typ: 'pbz-report+json', role, signedAt: '2021-10-08T01:00:00Z' }
    const spaced = JSON.stringify(plain).replace(',', ', ')
    expect(await judged(forge({ signers: [{ key: preparer, text: spaced }] }))).toEqual([
      'rejected',
      'bundle.not-exact',
    ])
  })
})

describe('signatures', () => {
  test('a file with none is refused', async () => {
    expect(await judged(forge({ signers: [] }))).toEqual(['rejected', 'bundle.no-signature'])
  })

  test('the same key twice is refused', async () => {
    const signers = [{ key: preparer }, { key: preparer, header: { signedAt: '2021-10-09T01:00:00Z' } }]
    expect(await judged(forge({ signers }))).toEqual(['rejected', 'bundle.signature-doubled'])
  })

  test('one bad signature rejects a file with a good one, in either place', async () => {
    const file = text((await countersigned(await signedReport())).bytes)
    const values = [...file.matchAll(/"signature":"([^"]+)"/g)].map((match) => match[1] ?? '')
    for (const value of values) {
      const broken = file.replace(value, `${value[0] === 'A' ? 'B' : 'A'}${value.slice(1)}`)
      expect(await judged(bytesOf(broken))).toEqual(['rejected', 'bundle.signature-bad'])
    }
  })

  test('signatures swapped between their headers are refused', async () => {
    const file = text((await countersigned(await signedReport())).bytes)
    const [one = '', two = ''] = [...file.matchAll(/"signature":"([^"]+)"/g)].map((match) => match[1] ?? '')
    const swapped = file.replace(one, '#').replace(two, one).replace('#', two)
    expect(await judged(bytesOf(swapped))).toEqual([
      'rejected',
      'bundle.signature-bad',
      'bundle.signature-bad',
    ])
  })

  test('a signature of another file does not fit', async () => {
    const one = JSON.parse(text((await signedReport()).bytes))
    const two = JSON.parse(text((await signedReport({ station: 'station-test-0002' })).bytes))
    one.manifest.signatures = two.manifest.signatures
    expect(await judged(bytesOf(JSON.stringify(one)))).toEqual(['rejected', 'bundle.signature-bad'])
  })

  test('a key that is nowhere gives 待登记 and is listed as unknown, not as bad', async () => {
    const stranger = testKey('stranger', '陌生人', 'reviewer')
    const verdict = await verify(forge({ signers: [{ key: preparer }, { key: stranger }] }))
    const short = `${stranger.public.kid.slice(0, 8)}…`
    expect({
      outcome: verdict.outcome,
      problems: verdict.steps.flatMap(({ step, problems }) => problems.map(({ code }) => [step, code])),
      signers: verdict.signatures.map(({ person, unit, state }) => [person, unit, state]),
    }).toEqual({
      outcome: 'pending-enrolment',
      problems: [['trust', 'bundle.key-missing']],
      signers: [
        ['测试填报人', 'YY-430626', 'valid'],
        [`未登记的密钥（${short}）`, null, 'unknown'],
      ],
    })
    expect(verdict.summary).toContain(short)
  })

  test('an unknown key beside a bad signature of a known one is rejected all the same', async () => {
    const file = JSON.parse(
      text(forge({ signers: [{ key: preparer }, { key: testKey('stranger', '陌生人', 'reviewer') }] })),
    )
    const [first] = file.manifest.signatures
    first.signature = `${first.signature[0] === 'A' ? 'B' : 'A'}${first.signature.slice(1)}`
    expect(await judged(bytesOf(JSON.stringify(file)))).toEqual(['rejected', 'bundle.signature-bad'])
  })

  test('a header of a known signer changed anywhere, its kid included, is a changed file, not an unknown key', async () => {
    const file = JSON.parse(text(forge({ signers: [{ key: preparer }, { key: reviewer }] })))
    const [, second] = file.manifest.signatures
    const { protected: original } = second
    const outcomes = new Set<string>()
    for (let at = 0; at < original.length; at += 1) {
      second.protected = `${original.slice(0, at)}${nextLetter(original[at])}${original.slice(at + 1)}`
      outcomes.add(
        (await verify(bytesOf(JSON.stringify(file)), { trust: trusting([enrol(preparer)]) })).outcome,
      )
    }
    expect([...outcomes]).toEqual(['rejected'])
  })

  test('a file signed by unknown keys alone is never accepted', async () => {
    const file = forge({ signers: [{ key: testKey('stranger', '陌生人', 'preparer') }] })
    expect(await judged(file)).toEqual(['pending-enrolment', 'bundle.key-missing'])
    expect((await verify(forge(), { previous: file })).outcome).toBe('rejected')
  })

  test('a kid that is claimed for another key is refused', async () => {
    const { jwk, person, role } = testKey('stranger', '陌生人', 'preparer').public
    const signers = [{ kid: preparer.public.kid, jwk, person, role }]
    expect(await judged(forge({ manifest: { signers } }))).toEqual(['rejected', 'bundle.key-id-wrong'])
  })

  test.each([
    ['the neutral point', '0100000000000000000000000000000000000000000000000000000000000000'],
    ['a point of order two', 'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f'],
    ['a point of order four', '0000000000000000000000000000000000000000000000000000000000000000'],
    ['a point of order eight', 'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a'],
    ['a non-canonical spelling', 'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f'],
    ['no point at all', '0200000000000000000000000000000000000000000000000000000000000000'],
  ])('a key that is %s is refused', async (_, hex) => {
    const x = Buffer.from(hex, 'hex').toString('base64url')
    const signer = { kid: kidOf(x), jwk: { kty: 'OKP', crv: 'Ed25519', x }, person: '某人', role: 'preparer' }
    expect(await judged(forge({ manifest: { signers: [signer] } }))).toEqual([
      'rejected',
      'bundle.key-unsafe',
    ])
  })
})

describe('signers', () => {
  test('an unknown key gives 待登记, never accepted', async () => {
    const file = (await signedReport()).bytes
    expect(await judged(file, { trust: trusting([]) })).toEqual([
      'pending-enrolment',
      'bundle.signer-unknown',
    ])
    expect(await judged(file, { trust: null })).toEqual(['pending-enrolment', 'bundle.signer-unknown'])
  })

  test('a signer of another unit is refused', async () => {
    const keys = [enrol(preparer, { unit: 'YY-430621' })]
    expect(await judged(forge(), { trust: trusting(keys) })).toEqual(['rejected', 'bundle.signer-foreign'])
  })

  test('a foreign signature beside a good one is refused', async () => {
    const foreign = testKey('foreign', '邻县填报人', 'preparer', 'YY-430621')
    const keys = [enrol(preparer), enrol(foreign)]
    const signers = [{ key: preparer }, { key: foreign }]
    expect(await judged(forge({ signers }), { trust: trusting(keys) })).toEqual([
      'rejected',
      'bundle.signer-foreign',
    ])
  })

  test('a revoked key is refused whatever time it claims', async () => {
    const keys = [enrol(preparer, { revoked: '2021-11-01' })]
    expect(await judged(forge(), { trust: trusting(keys) })).toEqual(['rejected', 'bundle.signer-revoked'])
  })

  test('a claimed role must be the enrolled one', async () => {
    const signers = [{ key: preparer, header: { role: 'reviewer' } }]
    expect(await judged(forge({ signers }))).toEqual(['rejected', 'bundle.signer-role'])
  })

  test('the policy asks for different persons, not different keys', async () => {
    const second = testKey('second', '测试填报人', 'reviewer')
    const keys = trusting([enrol(preparer), enrol(second)], { report: ['preparer', 'reviewer'] })
    const verdict = await verify(forge({ signers: [{ key: preparer }, { key: second }] }), { trust: keys })
    expect([verdict.outcome, verdict.flags.map((flag) => flag.flag)]).toEqual([
      'awaiting-countersignature',
      ['same-person'],
    ])
  })

  test('a file that lacks the second signature waits and is accepted with it', async () => {
    const one = await signedReport()
    expect(await judged(one.bytes, { trust: bothRoles })).toEqual([
      'awaiting-countersignature',
      'bundle.signatures-missing',
    ])
    expect(await judged((await countersigned(one)).bytes, { trust: bothRoles })).toEqual(['accepted'])
  })

  test('without a policy a report needs its preparer only', async () => {
    const { policy: _, ...without } = trust
    expect(await judged(forge(), { trust: without })).toEqual(['accepted'])
    expect(await judged(forge({ signers: [{ key: reviewer }] }), { trust: without })).toEqual([
      'awaiting-countersignature',
      'bundle.signatures-missing',
    ])
  })

  test('an expired list and a clock ahead are said, not punished', async () => {
    const late = await verify(forge(), { now: '2023-01-01T00:00:00Z' })
    const early = await verify(forge(), { now: '2021-10-01T00:00:00Z' })
    expect([late, early].map((one) => [one.outcome, one.flags.map((flag) => flag.flag)])).toEqual([
      ['accepted', ['trust-expired']],
      ['accepted', ['clock-ahead']],
    ])
  })
})

describe('addressee, period and order', () => {
  test.each([
    [{ to: 'YY-430626' }, 'bundle.addressee'],
    [{ kind: 'receipt' as const }, 'bundle.kind-unexpected'],
    [{ period: '2021Q4' }, 'bundle.period-unexpected'],
  ])('a file that is not %j is refused', async (expected, code) => {
    expect(await judged(forge(), { expected })).toEqual(['rejected', code])
  })

  test('the next file is accepted after its predecessor', async () => {
    const one = await signedReport()
    const next = await signedReport({ seq: 2, previous: one.identity, supersedes: one.identity })
    const verdict = await verify(next.bytes, { previous: one.bytes })
    expect([verdict.outcome, verdict.flags]).toEqual(['accepted', []])
    const alone = await verify(next.bytes)
    expect([alone.outcome, alone.flags.map((flag) => flag.flag)]).toEqual(['accepted', ['order-unchecked']])
  })

  test('the same file again has no effect; with one more signature it is taken', async () => {
    const one = await signedReport()
    expect(await judged(one.bytes, { previous: one.bytes })).toEqual(['repeated'])
    const more = await verify((await countersigned(one)).bytes, { previous: one.bytes })
    expect([more.outcome, more.flags.map((flag) => flag.flag)]).toEqual(['accepted', ['countersigned']])
  })

  test('an older file is refused', async () => {
    const one = await signedReport()
    const next = await signedReport({ seq: 2, previous: one.identity, supersedes: one.identity })
    expect(await judged(one.bytes, { previous: next.bytes })).toEqual(['rejected', 'bundle.outdated'])
  })

  test('a gap is accepted and flagged', async () => {
    const one = await signedReport()
    const far = forge({ manifest: { seq: 4, previous: 'a'.repeat(64), supersedes: one.identity } })
    const verdict = await verify(far, { previous: one.bytes })
    expect([verdict.outcome, verdict.flags]).toEqual([
      'accepted',
      [{ flag: 'gap', message: '中间缺 2 份文件，请与填报单位核实' }],
    ])
  })

  test('numbers explained by void are no gap, and a voided file is refused later', async () => {
    const one = await signedReport()
    const draft = await signedReport({ seq: 2, previous: one.identity, supersedes: one.identity })
    const third = await signedReport({
      seq: 3,
      previous: one.identity,
      supersedes: one.identity,
      void: [{ seq: 2, identity: draft.identity }],
    })
    const verdict = await verify(third.bytes, { previous: one.bytes })
    expect([verdict.outcome, verdict.flags]).toEqual(['accepted', []])
    expect(await judged(draft.bytes, { previous: third.bytes })).toEqual(['rejected', 'bundle.voided'])
  })

  test('two files of one number are a fork', async () => {
    const one = await signedReport()
    const other = await signedReport({ station: 'station-test-0002' })
    expect(await judged(other.bytes, { previous: one.bytes })).toEqual(['quarantined', 'bundle.fork'])
  })

  test('a successor of an unknown file is a fork', async () => {
    const one = await signedReport()
    const manifest = { seq: 2, previous: 'b'.repeat(64), supersedes: one.identity }
    expect(await judged(forge({ manifest }), { previous: one.bytes })).toEqual(['quarantined', 'bundle.fork'])
  })

  test.each([
    ['names nothing', null],
    ['names another file', 'c'.repeat(64)],
  ])('a second report of a period that %s is quarantined', async (_, supersedes) => {
    const one = await signedReport()
    const manifest = { seq: 2, previous: one.identity, supersedes }
    expect(await judged(forge({ manifest }), { previous: one.bytes })).toEqual([
      'quarantined',
      'bundle.supersedes-wrong',
    ])
  })

  test('two reports that supersede the same one are a fork', async () => {
    const one = await signedReport()
    const change = { seq: 2, previous: one.identity, supersedes: one.identity }
    const a = await signedReport(change)
    const b = forge({ manifest: { ...change, seq: 3, previous: a.identity } })
    expect(await judged(b, { previous: a.bytes })).toEqual(['quarantined', 'bundle.supersedes-wrong'])
  })

  test('a report of another period that supersedes what the last one superseded is a fork', async () => {
    const one = await signedReport()
    const a = await signedReport({ seq: 2, previous: one.identity, supersedes: one.identity })
    const manifest = { seq: 3, previous: a.identity, supersedes: one.identity, period: '2021Q4' }
    const bodyText = JSON.stringify({ ...body, period: '2021Q4', cutoff: '2021-12-31' })
    expect(await judged(forge({ manifest, bodyText }), { previous: a.bytes })).toEqual([
      'quarantined',
      'bundle.supersedes-wrong',
    ])
  })

  test('a previous file of another unit, or a broken one, is not compared with', async () => {
    const one = await signedReport()
    const elsewhere = forge({ manifest: { to: 'YY-430621' } })
    expect(await judged(one.bytes, { previous: elsewhere })).toEqual([
      'rejected',
      'bundle.previous-unrelated',
    ])
    const broken = bytesOf(text(one.bytes).replace('示例新材料', '示例旧材料'))
    expect(await judged(one.bytes, { previous: broken })).toEqual(['rejected', 'bundle.previous-unusable'])
  })
})

describe('the body', () => {
  const changed = (change: object) => JSON.stringify({ ...body, ...change })
  const withPhone = {
    records: { ...body.records, enterprise: [{ ...body.records.enterprise[0], phone: '15400000001' }] },
  }
  test.each([
    ['of another length', { file: { body: '{}' } }, 'bundle.body-length'],
    ['of another digest', { file: { body: changed({ cutoff: '2021-09-29' }) } }, 'bundle.body-digest'],
    ['with an unknown member', { bodyText: changed({ note: 'x' }) }, 'bundle.body-invalid'],
    [
      'of another unit',
      { bodyText: changed({ unit: { ...body.unit, unit: 'YY-430621' } }) },
      'bundle.body-disagrees',
    ],
    ['of another period', { bodyText: changed({ period: '2021Q4' }) }, 'bundle.body-disagrees'],
    ['with other counts', { manifest: { counts: { enterprise: 9 } } }, 'bundle.body-disagrees'],
    ['with contacts said to be omitted', { bodyText: changed(withPhone) }, 'bundle.body-disagrees'],
  ])('%s is refused', async (_, forgery, code) => {
    expect(await judged(forge(forgery))).toEqual(['rejected', code])
  })

  test('of a kind this program cannot read yet is refused', async () => {
    const city = testKey('city', '市局', 'city', 'YY-430600')
    const file = forge({
      manifest: { kind: 'receipt', from: 'YY-430600', to: 'YY-430626' },
      signers: [{ key: city, header: { typ: 'pbz-receipt+json' } }],
    })
    expect(await judged(file, { trust: trusting([enrol(city)]) })).toEqual([
      'rejected',
      'bundle.kind-unsupported',
    ])
  })
})
