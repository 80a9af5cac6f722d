import { z } from 'zod'

/** RFC 7638 thumbprint with SHA-256, base64url. */
export const KeyId = z.string().regex(/^[A-Za-z0-9_-]{43}$/)
export type KeyId = z.infer<typeof KeyId>

/** Ed25519 public key (RFC 8037). Strict: a private key (`d`) handed over by mistake is refused. */
export const PublicJwk = z.strictObject({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  x: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
})
export type PublicJwk = z.infer<typeof PublicJwk>

/** 填报人, 审核人, 市级, and a station's own key (同步). */
export const ROLES = ['preparer', 'reviewer', 'city', 'station'] as const
export const Role = z.enum(ROLES)
export type Role = z.infer<typeof Role>

export const ROLE_TITLES: { readonly [R in Role]: string } = {
  preparer: '填报人',
  reviewer: '审核人',
  city: '市级',
  station: '本机',
}

export const UnitCode = z.string().regex(/^YY-[A-Z0-9]{3,6}$/)
export type UnitCode = z.infer<typeof UnitCode>

/** What names a person in keys and trust lists: compared as text, never guessed from a display name. */
export const PersonId = z
  .string()
  .min(1)
  .max(60)
  .regex(/^\S(?:[^\p{Cc}]*\S)?$/u)

/** The public half of a key file, as `keygen` prints it and as 登记 carries it. */
export const PublicKey = z.strictObject({
  kid: KeyId,
  jwk: PublicJwk,
  person: PersonId,
  role: Role,
  unit: UnitCode,
})
export type PublicKey = z.infer<typeof PublicKey>

/** The text whose SHA-256 is the thumbprint: required members in lexical order (RFC 7638, RFC 8037 A.3). */
export function thumbprintInput(jwk: PublicJwk): string {
  return JSON.stringify({ crv: jwk.crv, kty: jwk.kty, x: jwk.x })
}
