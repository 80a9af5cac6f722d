import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ed25519 } from '@noble/curves/ed25519.js'
import { expect, test } from 'vitest'
import { nodeBundleCrypto, privateJwkOfSeed, SUITE, signPayload } from '#main/bundles/crypto-suite.ts'
import { failedSelfTest } from '#main/bundles/self-test.ts'

const sources = ['src-main', 'src-shared', 'src-renderer'].map((folder) =>
  fileURLToPath(new URL(`../../../../${folder}`, import.meta.url)),
)

/** What BoringSSL lacks or jose must not use under it (AES key wrap, PBES2, the 448 curves, the SM family), and weak ones. */
const FORBIDDEN =
  /\b(A(128|192|256)KW|A\d{3}GCMKW|ECDH-ES\+A\d{3}KW|PBES2[\w+-]*|Ed448|X448|ed448|x448|SM[234]|sm[234]|secp256k1|aes-?\d{3}-?wrap|md5|sha-?1|RSA1_5|HS256)\b/g

function forbiddenIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .flatMap((name) =>
      [...readFileSync(join(folder, name), 'utf8').matchAll(FORBIDDEN)].map((hit) => `${name}: ${hit[0]}`),
    )
}

test('no source names an algorithm that Electron lacks', () => {
  expect(sources.flatMap(forbiddenIn)).toEqual([])
})

test('the search finds what it is there to find', () => {
  const line = "setProtectedHeader({ alg: 'PBES2-HS256+A128KW' }); createHash('sm3'); 'Ed448'"
  expect([...line.matchAll(FORBIDDEN)].map((hit) => hit[0])).toEqual(['PBES2-HS256+A128KW', 'sm3', 'Ed448'])
})

test('node:crypto and jose are named in crypto-suite.ts only, apart from random numbers', () => {
  const main = sources[0] ?? ''
  const users = readdirSync(main, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.startsWith('bundles') && name.endsWith('.ts'))
    .filter((name) => /from '(jose|@noble\/[^']*|node:crypto)'/.test(readFileSync(join(main, name), 'utf8')))
  expect(users).toEqual([join('bundles', 'crypto-suite.ts')])
})

test('the self-test passes here', async () => {
  expect(await failedSelfTest()).toBeNull()
})

test('our signature is the one an independent implementation makes', async () => {
  const seed = Buffer.alloc(32, 7)
  const key = privateJwkOfSeed(seed)
  const payload = Buffer.from('{"a":1}')
  const header = {
    alg: SUITE.signature,
    kid: 'A'.repeat(43),
    typ: 'pbz-report+json',
    role: 'preparer',
    signedAt: '2021-10-08T01:00:00Z',
  } as const
  const signed = await signPayload(payload, header, key)
  const input = `${signed.protected}.${payload.toString('base64url')}`
  const theirs = ed25519.sign(Buffer.from(input), seed)
  expect(signed.signature).toBe(Buffer.from(theirs).toString('base64url'))
})

test('a signature whose S is not reduced is refused', async () => {
  const key = privateJwkOfSeed(Buffer.alloc(32, 7))
  const header = { alg: SUITE.signature, kid: 'A'.repeat(43), typ: 'pbz-report+json' } as const
  const signed = await signPayload(
    Buffer.from('abc'),
    { ...header, role: 'preparer', signedAt: '2021-10-08T01:00:00Z' },
    key,
  )
  const order = 2n ** 252n + 27742317777372353535851937790883648493n
  const raw = Buffer.from(signed.signature, 'base64url')
  const s = BigInt(`0x${Buffer.from(raw.subarray(32)).reverse().toString('hex')}`) + order
  const unreduced = Buffer.from(s.toString(16).padStart(64, '0'), 'hex').reverse()
  const signature = Buffer.concat([raw.subarray(0, 32), unreduced]).toString('base64url')
  const jwk = { kty: key.kty, crv: key.crv, x: key.x }
  const payload = Buffer.from('abc').toString('base64url')
  expect(await nodeBundleCrypto.verifySignature({ payload, ...signed }, jwk)).toBe(true)
  expect(await nodeBundleCrypto.verifySignature({ payload, ...signed, signature }, jwk)).toBe(false)
})
