import type { BundleCrypto } from './bundle-crypto.ts'
import type { PublicJwk } from './public-key.ts'
import type { ReadBundle, ReadSignature } from './read-bundle.ts'
import type { TrustList } from './trust.ts'

interface KnownKey {
  readonly kid: string
  readonly jwk: PublicJwk
  readonly person: string
}

/**
 * Whose signature stands under a `kid` that nobody knows, when it is somebody's known to us: then the kid was changed
 * after signing. null: the key is really unknown. Without this a flipped bit in a kid would read as 待登记.
 */
export async function misnamedSigner(
  bundle: ReadBundle,
  { header, raw }: ReadSignature,
  trust: TrustList | null,
  crypto: BundleCrypto,
): Promise<string | null> {
  const text = crypto.decodeUtf8(crypto.decodeBase64Url(raw.protected)) ?? ''
  const { payload } = bundle.file.manifest
  for (const { kid, jwk, person } of knownKeys(bundle, trust)) {
    const restored = crypto.encodeUtf8(text.replace(header.kid, kid))
    const signature = { payload, protected: crypto.encodeBase64Url(restored), signature: raw.signature }
    if (await crypto.verifySignature(signature, jwk)) return person
  }
  return null
}

/** Keys the unit may have signed with: those the file carries and those enrolled for the unit. */
function knownKeys({ manifest }: ReadBundle, trust: TrustList | null): readonly KnownKey[] {
  const enrolled = trust?.keys.filter(({ unit }) => unit === manifest.from) ?? []
  return [...new Map([...manifest.signers, ...enrolled].map((key) => [key.kid, key])).values()]
}
