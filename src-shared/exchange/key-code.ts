import { type BundleCrypto, sha256Hex } from '../bundle/bundle-crypto.ts'
import { fileCode } from '../bundle/file-code.ts'
import { type PublicJwk, thumbprintInput } from '../bundle/public-key.ts'

/**
 * The 30-digit code of a key as people compare it on two screens: as that of a file, over the SHA-256 whose base64url is
 * the key's thumbprint.
 */
export function keyCode(jwk: PublicJwk, crypto: BundleCrypto): string {
  return fileCode(sha256Hex(crypto, crypto.encodeUtf8(thumbprintInput(jwk))))
}
