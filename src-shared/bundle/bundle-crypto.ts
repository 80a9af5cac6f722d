import type { PublicJwk } from './public-key.ts'

/** One signature of a General JWS together with its payload (RFC 7515, 7.2.2). */
export interface DetachedSignature {
  readonly payload: string
  readonly protected: string
  readonly signature: string
}

/** What verification needs from outside; src-main/bundles/crypto-suite.ts gives it. */
export interface BundleCrypto {
  sha256(bytes: Uint8Array): Uint8Array
  encodeUtf8(text: string): Uint8Array
  /** null when the bytes are not UTF-8; a byte order mark stays in the text. */
  decodeUtf8(bytes: Uint8Array): string | null
  encodeBase64Url(bytes: Uint8Array): string
  /** May be lenient: callers encode again and compare. */
  decodeBase64Url(text: string): Uint8Array
  /** False for a point that is not canonical, of small order or outside the prime-order group. */
  isSafePublicKey(x: Uint8Array): boolean
  verifySignature(signature: DetachedSignature, key: PublicJwk): Promise<boolean>
}

/** Lower-case hexadecimal SHA-256. */
export function sha256Hex(crypto: BundleCrypto, bytes: Uint8Array): string {
  return [...crypto.sha256(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** Bytes of base64url text without padding, or null when the text is not the one spelling of its bytes. */
export function decodeCanonicalBase64Url(crypto: BundleCrypto, text: string): Uint8Array | null {
  const bytes = crypto.decodeBase64Url(text)
  return crypto.encodeBase64Url(bytes) === text ? bytes : null
}
