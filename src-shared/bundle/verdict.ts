import { z } from 'zod'
import { type AppError, type ErrorCode, messageOf } from '../errors/app-error.ts'
import { Identity, Manifest } from './manifest.ts'
import { KeyId, Role } from './public-key.ts'

/** Only `accepted` may be taken in; `repeated` is the same file again and has no effect. */
export const OUTCOMES = [
  'accepted',
  'repeated',
  'awaiting-countersignature',
  'pending-enrolment',
  'quarantined',
  'rejected',
] as const
export const Outcome = z.enum(OUTCOMES)
export type Outcome = z.infer<typeof Outcome>

export const OUTCOME_TITLES: { readonly [O in Outcome]: string } = {
  accepted: '验证通过',
  repeated: '验证通过，与上一份是同一文件',
  'awaiting-countersignature': '待会签',
  'pending-enrolment': '待登记',
  quarantined: '次序有疑问，单独存放',
  rejected: '验证不通过',
}

/** The reading order of DESIGN.md 5. */
export const STEPS = ['form', 'header', 'signature', 'trust', 'order', 'body'] as const
export type Step = (typeof STEPS)[number]

export const STEP_TITLES: { readonly [S in Step]: string } = {
  form: '文件写法',
  header: '签名说明',
  signature: '每个签名',
  trust: '签名人',
  order: '收件、期别与次序',
  body: '正文',
}

/** An AppError with its sentence, plain enough for IPC and `--json`. */
export const Problem = z.strictObject({ code: z.string(), title: z.string(), advice: z.string() })
export type Problem = z.infer<typeof Problem> & { readonly code: ErrorCode }

export const FLAGS = [
  'gap',
  'order-unchecked',
  'countersigned',
  'same-person',
  'trust-expired',
  'clock-ahead',
  'trial',
  'evidence-unchecked',
] as const
export const Flag = z.strictObject({ flag: z.enum(FLAGS), message: z.string() })
export type Flag = z.infer<typeof Flag>

export const SIGNATURE_STATES = ['valid', 'bad', 'unknown', 'foreign', 'revoked', 'wrong-role'] as const

/** One signature and what is known of its signer; `unit` is null while the key is not enrolled. */
export const SignatureFinding = z.strictObject({
  kid: KeyId,
  person: z.string(),
  role: Role,
  unit: z.string().nullable(),
  signedAt: z.string(),
  state: z.enum(SIGNATURE_STATES),
})
export type SignatureFinding = z.infer<typeof SignatureFinding>

export const Verdict = z.strictObject({
  outcome: Outcome,
  /** One sentence for the screen. */
  summary: z.string(),
  identity: Identity.nullable(),
  code: z.string().nullable(),
  /** The name the file had when it was made. */
  name: z.string().nullable(),
  bytes: z.int().nonnegative(),
  manifest: Manifest.nullable(),
  signatures: z.array(SignatureFinding),
  flags: z.array(Flag),
  steps: z.array(
    z.strictObject({
      step: z.enum(STEPS),
      title: z.string(),
      ok: z.boolean(),
      message: z.string(),
      problems: z.array(Problem),
    }),
  ),
})
export type Verdict = z.infer<typeof Verdict>

export function problemOf(error: AppError): Problem {
  return { code: error.code, ...messageOf(error) }
}
