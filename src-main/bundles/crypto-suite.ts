import { isUtf8 } from 'node:buffer'
import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, scrypt } from 'node:crypto'
import { ed25519 } from '@noble/curves/ed25519.js'
import { CompactEncrypt, compactDecrypt, FlattenedSign, flattenedVerify } from 'jose'
import type { BundleCrypto } from '#shared/bundle/bundle-crypto.ts'
import type { BundleSignature } from '#shared/bundle/bundle-file.ts'
import type { ProtectedHeader } from '#shared/bundle/protected-header.ts'
import { type PublicJwk, thumbprintInput } from '#shared/bundle/public-key.ts'

/**
 * Every algorithm the program uses, in this one file. Electron is built on BoringSSL, which lacks much of what
 * OpenSSL has, and the tests run on OpenSSL: so nothing outside this list may be named anywhere in src-main.
 */
export const SUITE = {
  signature: 'Ed25519',
  digest: 'sha256',
  keyWrap: 'dir',
  content: 'A256GCM',
  kdf: 'scrypt',
  scrypt: { N: 131_072, r: 8, p: 1, maxmem: 256 * 1024 * 1024 },
} as const

/** The private half (RFC 8037); leaves this folder only inside an encrypted key file. */
export interface PrivateJwk extends PublicJwk {
  readonly d: string
}

export const nodeBundleCrypto: BundleCrypto = {
  sha256: (bytes) => createHash(SUITE.digest).update(bytes).digest(),
  encodeUtf8: (text) => Buffer.from(text, 'utf8'),
  decodeUtf8: (bytes) =>
    isUtf8(bytes) ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8') : null,
  encodeBase64Url: (bytes) => Buffer.from(bytes).toString('base64url'),
  decodeBase64Url: (text) => Buffer.from(text, 'base64url'),
  isSafePublicKey,
  verifySignature: async (signature, key) => {
    try {
      await flattenedVerify({ ...signature }, { ...key }, { algorithms: [SUITE.signature] })
      return true
    } catch {
      return false
    }
  },
}

/** A low-order or mixed-order point verifies signatures nobody made; a non-canonical one is a second name of a key. */
function isSafePublicKey(x: Uint8Array): boolean {
  try {
    const point = ed25519.Point.fromBytes(Uint8Array.from(x), false)
    return !point.isSmallOrder() && point.isTorsionFree()
  } catch {
    return false
  }
}

/** RFC 7638 thumbprint. */
export function thumbprint(jwk: PublicJwk): string {
  return createHash(SUITE.digest).update(thumbprintInput(jwk)).digest('base64url')
}

export function generatePrivateJwk(): PrivateJwk {
  return toPrivateJwk(generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' }))
}

/** The private key of a 32-byte seed (RFC 8032): test vectors only. */
export function privateJwkOfSeed(seed: Uint8Array): PrivateJwk {
  const x = Buffer.from(ed25519.getPublicKey(Uint8Array.from(seed))).toString('base64url')
  return { kty: 'OKP', crv: 'Ed25519', x, d: Buffer.from(seed).toString('base64url') }
}

/** True when `d` really is the private half of `x`. */
export function isKeyPair(jwk: PrivateJwk): boolean {
  try {
    return (
      createPublicKey(createPrivateKey({ key: { ...jwk }, format: 'jwk' })).export({ format: 'jwk' }).x ===
      jwk.x
    )
  } catch {
    return false
  }
}

/** One JWS signature over payload bytes; Ed25519 is deterministic, so equal input gives equal bytes. */
export async function signPayload(
  payload: Uint8Array,
  header: ProtectedHeader,
  key: PrivateJwk,
): Promise<BundleSignature> {
  const signed = await new FlattenedSign(payload).setProtectedHeader({ ...header }).sign({ ...key })
  if (signed.protected === undefined) throw new Error('signature without protected header')
  return { protected: signed.protected, signature: signed.signature }
}

/** The 256-bit key under a passphrase. NFKC, so that an input method's full-width letters open the same file. */
export function deriveKey(passphrase: string, salt: Uint8Array): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    scrypt(passphrase.normalize('NFKC'), salt, 32, SUITE.scrypt, (error, key) =>
      error === null ? resolve(key) : reject(error),
    )
  })
}

/** JWE compact: `dir` + A256GCM; the header is authenticated, so nothing in it can be changed unnoticed. */
export function encryptDirect(
  plaintext: Uint8Array,
  header: Readonly<Record<string, unknown>>,
  key: Uint8Array,
): Promise<string> {
  return new CompactEncrypt(plaintext)
    .setProtectedHeader({ alg: SUITE.keyWrap, enc: SUITE.content, ...header })
    .encrypt(key)
}

/** The plaintext, or null when key or text do not fit. */
export async function decryptDirect(jwe: string, key: Uint8Array): Promise<Uint8Array | null> {
  try {
    const allowed = { keyManagementAlgorithms: [SUITE.keyWrap], contentEncryptionAlgorithms: [SUITE.content] }
    return (await compactDecrypt(jwe, key, allowed)).plaintext
  } catch {
    return null
  }
}

function toPrivateJwk(jwk: { x?: string; d?: string }): PrivateJwk {
  if (jwk.x === undefined || jwk.d === undefined) throw new Error('key generation gave no Ed25519 key')
  return { kty: 'OKP', crv: 'Ed25519', x: jwk.x, d: jwk.d }
}
