import { z } from 'zod'
import { StationId } from '../edits/edit.ts'
import { MIGRATION } from '../migration/migrations.ts'
import { KeyId, PersonId, PublicJwk, Role, UnitCode } from './public-key.ts'

export const FORMAT = 'pbz-1'
/** Number of the data dictionary of the records inside; an older one is stepped up on reading, a newer one refused. */
export const DATA_SCHEMA = MIGRATION

/** 报送, 市级下发, 回执, 同步, 登记. */
export const KINDS = ['report', 'directive', 'receipt', 'exchange', 'enrolment'] as const
export const Kind = z.enum(KINDS)
export type Kind = z.infer<typeof Kind>

export const KIND_TITLES: { readonly [K in Kind]: string } = {
  report: '报送',
  directive: '市级下发',
  receipt: '回执',
  exchange: '同步',
  enrolment: '登记',
}

/** SHA-256 (hex) of the manifest payload: what a file is, whatever signatures it has gathered. */
export const Identity = z.string().regex(/^[0-9a-f]{64}$/)
export type Identity = z.infer<typeof Identity>

/** 季报 2021Q3, 月报 2021M09, 年报 2021Y, 名单 2021L, 专项 2021S01. */
export const PeriodId = z.string().regex(/^(20)\d{2}(Q[1-4]|M(0[1-9]|1[0-2])|Y|L|S\d{2})$/)
export type PeriodId = z.infer<typeof PeriodId>

export const Instant = z.iso.datetime().max(30)

export const Signer = z.strictObject({ kid: KeyId, jwk: PublicJwk, person: PersonId, role: Role })
export type Signer = z.infer<typeof Signer>

/** One part the manifest vouches for: the member `body`, or a file travelling beside it (never a path). */
export const Content = z.strictObject({
  name: z
    .string()
    .max(120)
    .regex(/^[^\p{Cc}\\/:*?"<>|]+$/u)
    .refine((name) => !name.startsWith('.')),
  bytes: z.int().nonnegative(),
  sha256: Identity,
})
export type Content = z.infer<typeof Content>
export const BODY = 'body'

/** A signed draft that was discarded (撤回) before 报送登记; its number stays used. */
export const VoidedFile = z.strictObject({ seq: z.int().positive(), identity: Identity })

export const Manifest = z
  .strictObject({
    kind: Kind,
    from: UnitCode,
    to: UnitCode,
    station: StationId,
    period: PeriodId.nullable(),
    seq: z.int().positive().max(999_999),
    previous: Identity.nullable(),
    supersedes: Identity.nullable(),
    void: z.array(VoidedFile).max(100),
    createdAt: Instant,
    schema: z.int().positive(),
    pack: z.strictObject({ id: z.string().min(1).max(60), version: z.string().min(1).max(40) }),
    counts: z.record(z.string().regex(/^[a-z]{1,40}$/), z.int().nonnegative()),
    contacts: z.enum(['included', 'omitted']),
    signers: z.array(Signer).max(20),
    repliesTo: Identity.nullable(),
    contents: z.array(Content).min(1).max(2000),
  })
  .refine((m) => m.contents[0]?.name === BODY, { path: ['contents'] })
  .refine((m) => new Set(m.contents.map((c) => c.name.toLowerCase())).size === m.contents.length, {
    path: ['contents'],
  })
  .refine((m) => new Set(m.signers.map((s) => s.kid)).size === m.signers.length, { path: ['signers'] })
  .refine((m) => m.void.every((v) => v.seq < m.seq), { path: ['void'] })
  .refine((m) => new Set(m.void.map((v) => v.seq)).size === m.void.length, { path: ['void'] })
  // Only the first file of a chain has no predecessor; numbers before it can only be voided ones.
  .refine((m) => m.previous !== null || m.void.length === m.seq - 1, { path: ['previous'] })
  .refine((m) => m.kind !== 'report' || m.period !== null, { path: ['period'] })
export type Manifest = z.infer<typeof Manifest>
