import type { AppError } from '#shared/errors/app-error.ts'
import {
  nodeBundleCrypto as crypto,
  decryptDirect,
  deriveKey,
  isKeyPair,
  privateJwkOfSeed,
  SUITE,
  signPayload,
  thumbprint,
} from './crypto-suite.ts'

/** FIPS 180-2, "abc". */
const ABC_DIGEST = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'
/** RFC 8032 7.1 test 1, and its thumbprint in RFC 8037 A.3. */
const SEED = '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60'
const KID = 'kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k'
/** The JWS of "abc" under that key, made by an independent implementation. */
const SIGNATURE = 'N9jLuEcVYeoLUA5XUWQm5qYkvarutWaIWt6K8Xx5UUAJVCkApJmfmE4vWGEMJMRoSYjykGsy6tXDqEljqMqSDg'
/** scrypt of pbz-self-test over salt 00…0f, made by Python's hashlib (OpenSSL). */
const DERIVED = 'bc9dc929902c1b6975c82434691998ce9c100e4a916234e0d8a75bbd7194a4ce'
/** "abc" sealed under that key. */
const SEALED =
  'eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIiwidHlwIjoicGJ6LXNlbGYtdGVzdCJ9..AAECAwQFBgcICQoL.Jfxu.XQl1Z997zaHPYftHoqR3Yw'

/**
 * Runs every algorithm of the suite against fixed vectors: the runtime's crypto library is not ours to choose.
 * Returns `key.self-test-failed` for the first that differs, else null.
 */
export async function failedSelfTest(): Promise<AppError | null> {
  const tests: readonly [string, () => Promise<boolean>][] = [
    [SUITE.digest, async () => Buffer.from(crypto.sha256(Buffer.from('abc'))).toString('hex') === ABC_DIGEST],
    [SUITE.signature, signatureHolds],
    [`${SUITE.kdf}+${SUITE.content}`, encryptionHolds],
  ]
  for (const [algorithm, holds] of tests) {
    if (!(await holds().catch(() => false))) return { code: 'key.self-test-failed', algorithm }
  }
  return null
}

async function signatureHolds(): Promise<boolean> {
  const key = privateJwkOfSeed(Buffer.from(SEED, 'hex'))
  const jwk = { kty: key.kty, crv: key.crv, x: key.x }
  const header = { alg: SUITE.signature, kid: KID, typ: 'pbz-report+json', role: 'preparer' } as const
  const signed = await signPayload(Buffer.from('abc'), { ...header, signedAt: '2021-10-08T01:00:00Z' }, key)
  const good = { payload: crypto.encodeBase64Url(Buffer.from('abc')), ...signed }
  const bad = { ...good, payload: crypto.encodeBase64Url(Buffer.from('abd')) }
  return (
    thumbprint(jwk) === KID &&
    isKeyPair(key) &&
    signed.signature === SIGNATURE &&
    (await crypto.verifySignature(good, jwk)) &&
    !(await crypto.verifySignature(bad, jwk))
  )
}

async function encryptionHolds(): Promise<boolean> {
  const key = await deriveKey(
    'pbz-self-test',
    Uint8Array.from({ length: 16 }, (_, at) => at),
  )
  const opened = await decryptDirect(SEALED, key)
  const altered = await decryptDirect(`${SEALED.slice(0, -2)}AA`, key)
  return (
    Buffer.from(key).toString('hex') === DERIVED &&
    opened !== null &&
    Buffer.from(opened).toString() === 'abc' &&
    altered === null
  )
}
