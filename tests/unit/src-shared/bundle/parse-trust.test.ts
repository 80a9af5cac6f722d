import { expect, test } from 'vitest'
import { readTrust } from '#main/bundles/verify-file.ts'
import { isExpired, requiredRoles, TrustList } from '#shared/bundle/trust.ts'
import { preparer, reviewer, trust } from '#tests/support/bundle-vectors.ts'

const read = (value: unknown) => readTrust(Buffer.from(JSON.stringify(value, null, 2)))
const [first] = trust.keys

test('a list written by hand is read as it is', () => {
  expect(read(trust)).toEqual({ ok: true, value: trust })
})

test.each([
  ['a private key', { ...trust, keys: [{ ...first, jwk: preparer.privateJwk }] }, 'bundle.trust-invalid'],
  ['a key twice', { ...trust, keys: [first, first] }, 'bundle.trust-invalid'],
  ['an unknown role', { ...trust, keys: [{ ...first, role: 'mayor' }] }, 'bundle.trust-invalid'],
  ['an unknown member', { ...trust, note: 'x' }, 'bundle.trust-invalid'],
  ['an empty policy', { ...trust, policy: { report: [] } }, 'bundle.trust-invalid'],
  ['another format', { ...trust, format: 'pbz-trust-2' }, 'bundle.trust-invalid'],
  [
    'a kid of another key',
    { ...trust, keys: [{ ...first, kid: reviewer.public.kid }] },
    'bundle.key-id-wrong',
  ],
  [
    'a low-order key',
    { ...trust, keys: [{ ...first, jwk: { kty: 'OKP', crv: 'Ed25519', x: 'A'.repeat(43) } }] },
    'bundle.key-unsafe',
  ],
])('a list with %s is refused', (_, value, code) => {
  expect(read(value)).toMatchObject({ ok: false, error: { code } })
})

test.each([
  [{ ...trust, keys: [first, { ...trust.keys[1], revoked: 'gone' }] }, '第2个密钥的“停用”'],
  [{ ...trust, keys: [{ ...first, jwk: { kty: 'OKP' } }] }, '第1个密钥的“公钥”'],
  [{ ...trust, keys: [{ ...first, note: 'x' }] }, '第1个密钥多出“note”'],
  [{ ...trust, keys: [first, first] }, '“密钥”有重复'],
  [{ ...trust, expires: 'never' }, '“有效期”'],
  [{ ...trust, note: 'x' }, '多出“note”'],
  [[], '结构'],
])('a wrong list is told by its place in words', (value, where) => {
  expect(read(value)).toEqual({ ok: false, error: { code: 'bundle.trust-invalid', where } })
})

test('what is no JSON is told as such', () => {
  expect(readTrust(Buffer.from('PK'))).toEqual({
    ok: false,
    error: { code: 'bundle.trust-invalid', where: '不是 JSON 文件' },
  })
})

test('the policy of the list wins, else one 填报人 signs a report', () => {
  const strict = TrustList.parse({ ...trust, policy: { report: ['preparer', 'reviewer'] } })
  const { policy: _, ...without } = trust
  expect([requiredRoles(strict, 'report'), requiredRoles(without, 'report')]).toEqual([
    ['preparer', 'reviewer'],
    ['preparer'],
  ])
})

test('a day of expiry lasts to its end', () => {
  const at = (now: string) => isExpired({ ...trust, expires: '2022-12-31' }, now)
  expect([at('2022-12-31T23:00:00Z'), at('2023-01-01T00:00:00Z')]).toEqual([false, true])
})
