import { z } from 'zod'
import { Instant, KINDS } from './manifest.ts'
import { KeyId, PersonId, PublicJwk, Role, UnitCode } from './public-key.ts'

export const TrustedKey = z.strictObject({
  kid: KeyId,
  jwk: PublicJwk,
  unit: UnitCode,
  role: Role,
  person: PersonId,
  /** When it was revoked: from then on nothing new is accepted, whatever time a file claims. */
  revoked: z.union([z.iso.date(), Instant]).optional(),
})
export type TrustedKey = z.infer<typeof TrustedKey>

/** 信任名单, issued by the city (DESIGN.md 5). `policy` names the roles a kind needs, each by another person. */
export const TrustList = z
  .strictObject({
    format: z.literal('pbz-trust-1'),
    serial: z.int().nonnegative(),
    expires: z.union([z.iso.date(), Instant]),
    policy: z.partialRecord(z.enum(KINDS), z.array(Role).min(1).max(4)).optional(),
    keys: z.array(TrustedKey).max(10_000),
    /** The city's P-256 key for encrypted contacts. */
    enc: z
      .strictObject({
        kty: z.literal('EC'),
        crv: z.literal('P-256'),
        x: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
        y: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
        kid: KeyId.optional(),
      })
      .optional(),
  })
  .refine((trust) => new Set(trust.keys.map((key) => key.kid)).size === trust.keys.length, { path: ['keys'] })
export type TrustList = z.infer<typeof TrustList>

const DEFAULT_POLICY = {
  report: ['preparer'],
  directive: ['city'],
  receipt: ['city'],
  exchange: ['station'],
  enrolment: ['preparer'],
} as const satisfies { readonly [K in (typeof KINDS)[number]]: readonly Role[] }

/** Roles that must have signed a file of this kind. */
export function requiredRoles(trust: TrustList, kind: (typeof KINDS)[number]): readonly Role[] {
  return trust.policy?.[kind] ?? DEFAULT_POLICY[kind]
}

/** `expires` as a day means the end of that day, UTC. */
export function isExpired(trust: TrustList, now: string): boolean {
  const end = trust.expires.length === 10 ? `${trust.expires}T23:59:59Z` : trust.expires
  return Date.parse(now) > Date.parse(end)
}
