import { z } from 'zod'
import type { AppError } from '../errors/app-error.ts'
import { ok, type Result } from '../result.ts'
import type { BundleCrypto } from './bundle-crypto.ts'
import { fileCode } from './file-code.ts'
import { bundleFileName } from './file-name.ts'
import { Identity, Manifest } from './manifest.ts'
import { KeyId, Role } from './public-key.ts'
import { readBundle, readHeaders } from './read-bundle.ts'

/** What a file says of itself (`inspect`); nothing here is verified. */
export const Inspection = z.strictObject({
  format: z.literal('pbz-1'),
  identity: Identity,
  code: z.string(),
  name: z.string(),
  bytes: z.int().nonnegative(),
  kind: Manifest.shape.kind,
  from: z.string(),
  to: z.string(),
  period: z.string().nullable(),
  seq: z.int(),
  previous: Identity.nullable(),
  supersedes: Identity.nullable(),
  createdAt: z.string(),
  contacts: Manifest.shape.contacts,
  counts: Manifest.shape.counts,
  contents: Manifest.shape.contents,
  signatures: z.array(
    z.strictObject({ kid: KeyId, role: Role, signedAt: z.string(), person: z.string().nullable() }),
  ),
})
export type Inspection = z.infer<typeof Inspection>

/** Form and headers only: errors of steps 1 and 2. */
export function inspectBundle(
  bytes: Uint8Array,
  crypto: BundleCrypto,
  fileName = '',
): Result<Inspection, AppError> {
  const read = readBundle(bytes, crypto, fileName)
  if (!read.ok) return read
  const headers = readHeaders(read.value, crypto)
  if (!headers.ok) return headers
  const { manifest, identity } = read.value
  return ok({
    format: 'pbz-1',
    identity,
    code: fileCode(identity),
    name: bundleFileName(manifest),
    bytes: bytes.length,
    kind: manifest.kind,
    from: manifest.from,
    to: manifest.to,
    period: manifest.period,
    seq: manifest.seq,
    previous: manifest.previous,
    supersedes: manifest.supersedes,
    createdAt: manifest.createdAt,
    contacts: manifest.contacts,
    counts: manifest.counts,
    contents: manifest.contents,
    signatures: headers.value.map(({ header }) => ({
      kid: header.kid,
      role: header.role,
      signedAt: header.signedAt,
      person: manifest.signers.find((signer) => signer.kid === header.kid)?.person ?? null,
    })),
  })
}
