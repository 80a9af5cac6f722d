import { z } from 'zod'
import { Instant, type Kind } from './manifest.ts'
import { KeyId, Role } from './public-key.ts'

export const ALGORITHM = 'Ed25519'

/** The allow-list: exactly these members (DESIGN.md 5); crit, jwk, jku, b64 and anything else refuse the file. */
export const ProtectedHeader = z.strictObject({
  alg: z.literal(ALGORITHM),
  kid: KeyId,
  typ: z.string().regex(/^pbz-[a-z]{1,20}\+json$/),
  role: Role,
  signedAt: Instant,
})
export type ProtectedHeader = z.infer<typeof ProtectedHeader>

export function typeOfKind(kind: Kind): string {
  return `pbz-${kind}+json`
}
