import { z } from 'zod'
import { ReportHeading } from '../bundle/compose.ts'
import { Identity, PeriodId } from '../bundle/manifest.ts'
import { KeyId, PublicKey } from '../bundle/public-key.ts'
import { Verdict } from '../bundle/verdict.ts'
import { FileToken } from './channel.ts'

const Passphrase = z.string().min(1).max(200)

/** One key and its 口令; the 口令 crosses the bridge once and is not kept. */
export const Unlock = z.strictObject({ kid: KeyId, passphrase: Passphrase })

export const SignedFileRef = z.strictObject({
  token: FileToken,
  identity: Identity,
  /** The 30-digit code, six groups of five. */
  code: z.string(),
  name: z.string(),
  bytes: z.int().nonnegative(),
})
export type SignedFileRef = z.infer<typeof SignedFileRef>

/** 发件箱: a signed file as it was sent, byte for byte. */
export const OutboxEntry = SignedFileRef.extend({
  period: PeriodId.nullable(),
  seq: z.int().positive(),
  createdAt: z.string(),
  signatures: z.int().nonnegative(),
})
export type OutboxEntry = z.infer<typeof OutboxEntry>

export const bundleChannels = {
  'keys:list': { request: z.null(), reply: z.array(PublicKey) },
  /** Makes a key in the data folder. Errors: key.passphrase-short, file.*. */
  'keys:create': {
    request: PublicKey.pick({ person: true, role: true, unit: true }).extend({ passphrase: Passphrase }),
    reply: PublicKey,
  },
  /** 定稿签名, with 审核签名 on the same PC when `countersigner` is given. Into the 发件箱, nothing else is written. */
  'bundle:sign': {
    request: z.strictObject({
      heading: ReportHeading,
      body: z.string().max(200_000_000),
      signer: Unlock,
      countersigner: Unlock.optional(),
    }),
    reply: SignedFileRef,
  },
  /** 审核签名 added to a file; the identity and code stay. */
  'bundle:countersign': {
    request: z.strictObject({ token: FileToken, signer: Unlock }),
    reply: SignedFileRef,
  },
  /** Without a trust list the unit's own keys (本机密钥) are the list. */
  'bundle:verify': {
    request: z.strictObject({
      token: FileToken,
      trustToken: FileToken.optional(),
      previousToken: FileToken.optional(),
    }),
    reply: Verdict,
  },
  'bundle:outbox': { request: z.null(), reply: z.array(OutboxEntry) },
} as const
