import type { AppError } from '../errors/app-error.ts'
import { err, ok, type Result } from '../result.ts'
import type { BundleCrypto } from './bundle-crypto.ts'
import { checkBody } from './check-body.ts'
import { checkOrder, type Expected, expectationProblems, type PreviousFile } from './check-order.ts'
import { checkSigners, missingRoles } from './check-signers.ts'
import { fileCode } from './file-code.ts'
import { bundleFileName } from './file-name.ts'
import { ROLE_TITLES } from './public-key.ts'
import { type ReadBundle, readBundle, readHeaders } from './read-bundle.ts'
import type { ReportBody } from './report-body.ts'
import { isExpired, type TrustList } from './trust.ts'
import {
  type Flag,
  OUTCOME_TITLES,
  type Outcome,
  problemOf,
  type SignatureFinding,
  STEP_TITLES,
  type Step,
  type Verdict,
} from './verdict.ts'

export interface VerifyContext {
  /** null: no list at hand, so every key is unknown (待登记). */
  readonly trust: TrustList | null
  /** Bytes of the last file accepted from the same sender. */
  readonly previous: Uint8Array | null
  /** ISO 8601 UTC. */
  readonly now: string
  readonly expected: Expected
  /** Tells a damaged file from a foreign one; nothing else depends on it. */
  readonly fileName?: string
}

export interface Verification {
  readonly verdict: Verdict
  /** The body, only when every step passed or merely asks for enrolment, a countersignature or a decision. */
  readonly report: ReportBody | null
}

/** Reads a foreign file in the order of DESIGN.md 5. Writes nothing; every expected failure is in the verdict. */
export async function verifyBundle(
  bytes: Uint8Array,
  context: VerifyContext,
  crypto: BundleCrypto,
): Promise<Verification> {
  const protocol = new Protocol(bytes.length)
  const read = readBundle(bytes, crypto, context.fileName)
  if (!read.ok) return protocol.reject('form', [read.error])
  const bundle = read.value
  protocol.identify(bundle)
  protocol.pass('form', '写法与签名时一致')
  const headers = readHeaders(bundle, crypto)
  if (!headers.ok) return protocol.reject('header', [headers.error])
  protocol.pass('header', `共 ${headers.value.length} 个签名，算法和种类正确`)
  const signers = await checkSigners(bundle, headers.value, context.trust, crypto)
  protocol.sign(signers.findings)
  if (signers.broken.length > 0) return protocol.reject('signature', signers.broken)
  protocol.pass('signature', signatureMessage(headers.value.length, signers.unverified))
  if (signers.refused.length > 0) return protocol.reject('trust', signers.refused)
  protocol.note(trustFlags(context, signers.findings))
  const missing = missingRoles(context.trust, bundle.manifest, signers.findings)
  const roles = missing.map((role) => ROLE_TITLES[role]).join('、')
  const short: AppError[] = missing.length > 0 ? [{ code: 'bundle.signatures-missing', roles }] : []
  if (signers.unknown.length > 0) protocol.hold('trust', 'pending-enrolment', [...signers.unknown, ...short])
  else if (short.length > 0) protocol.hold('trust', 'awaiting-countersignature', short)
  else protocol.pass('trust', '签名人已登记，身份相符')
  const refusal = await applyOrder(protocol, bundle, headers.value.length, context, crypto)
  if (refusal !== null) return refusal
  const body = checkBody(bundle, crypto)
  if (!body.ok) return protocol.reject('body', [body.error])
  protocol.pass('body', '正文完整，与清单一致')
  protocol.note(evidenceFlags(bundle))
  return { verdict: protocol.verdict(), report: body.value }
}

function signatureMessage(signatures: number, unverified: number): string {
  if (unverified === 0) return '每个签名都与内容相符'
  const rest = unverified < signatures ? '，其余签名与内容相符' : ''
  return `有 ${unverified} 个签名的密钥未登记，暂不能核对${rest}`
}

async function applyOrder(
  protocol: Protocol,
  bundle: ReadBundle,
  signatures: number,
  context: VerifyContext,
  crypto: BundleCrypto,
): Promise<Verification | null> {
  const unexpected = expectationProblems(bundle.manifest, context.expected)
  if (unexpected.length > 0) return protocol.reject('order', unexpected)
  const previous = context.previous === null ? ok(null) : await readPrevious(context.previous, crypto)
  if (!previous.ok) return protocol.reject('order', [{ code: 'bundle.previous-unusable' }])
  const order = checkOrder(bundle.manifest, bundle.identity, signatures, previous.value)
  protocol.note(order.flags)
  if (order.standing === 'refused') return protocol.reject('order', order.problems)
  if (order.standing === 'fork') protocol.hold('order', 'quarantined', order.problems)
  else {
    protocol.pass('order', order.flags[0]?.message ?? '收件、期别与次序无误')
    if (order.standing === 'repeated') protocol.repeat()
  }
  return null
}

/**
 * The last accepted file stands by its hash: its signers may have been revoked since, so it is held only to its
 * own form, its carried keys and its body. A file none of whose signatures can be checked is not whole.
 */
export async function readPrevious(
  bytes: Uint8Array,
  crypto: BundleCrypto,
  fileName = '',
): Promise<Result<PreviousFile, AppError>> {
  const read = readBundle(bytes, crypto, fileName)
  if (!read.ok) return read
  const headers = readHeaders(read.value, crypto)
  if (!headers.ok) return headers
  const { broken, unknown, unverified } = await checkSigners(read.value, headers.value, null, crypto)
  const [bad] = unverified === headers.value.length ? unknown : broken
  if (bad !== undefined) return err(bad)
  const body = checkBody(read.value, crypto)
  if (!body.ok) return body
  const { manifest, identity } = read.value
  return ok({ manifest, identity, signatures: headers.value.length })
}

function trustFlags(context: VerifyContext, findings: readonly SignatureFinding[]): Flag[] {
  const flags: Flag[] = []
  if (context.trust !== null && isExpired(context.trust, context.now))
    flags.push({ flag: 'trust-expired', message: '信任名单已过有效期，请向市局索取新名单' })
  if (new Set(findings.map((one) => one.person)).size < findings.length)
    flags.push({ flag: 'same-person', message: '同一人用不同密钥签了多次，只算一人' })
  const tomorrow = Date.parse(context.now) + 24 * 60 * 60 * 1000
  if (findings.some((one) => Date.parse(one.signedAt) > tomorrow))
    flags.push({ flag: 'clock-ahead', message: '签名时间晚于本机时间，请检查双方电脑的日期' })
  return flags
}

function evidenceFlags({ manifest }: ReadBundle): Flag[] {
  const flags: Flag[] = []
  const evidence = manifest.contents.length - 1
  if (evidence > 0)
    flags.push({ flag: 'evidence-unchecked', message: `另有 ${evidence} 个佐证文件，请一并核对` })
  if (manifest.from === 'YY-DEMO') flags.push({ flag: 'trial', message: '试用单位的文件，不是真实数据' })
  return flags
}

const SEVERITY: readonly Outcome[] = [
  'accepted',
  'repeated',
  'awaiting-countersignature',
  'pending-enrolment',
  'quarantined',
  'rejected',
]

/** Gathers the steps in order; the gravest outcome wins. */
class Protocol {
  readonly #bytes: number
  readonly #steps: Verdict['steps'] = []
  readonly #flags: Flag[] = []
  #signatures: readonly SignatureFinding[] = []
  #bundle: ReadBundle | null = null
  #outcome: Outcome = 'accepted'

  constructor(bytes: number) {
    this.#bytes = bytes
  }

  identify(bundle: ReadBundle): void {
    this.#bundle = bundle
  }

  sign(findings: readonly SignatureFinding[]): void {
    this.#signatures = findings
  }

  note(flags: readonly Flag[]): void {
    this.#flags.push(...flags)
  }

  pass(step: Step, message: string): void {
    this.#steps.push({ step, title: STEP_TITLES[step], ok: true, message, problems: [] })
  }

  repeat(): void {
    this.#raise('repeated')
  }

  hold(step: Step, outcome: Outcome, errors: readonly AppError[]): void {
    const problems = errors.map(problemOf)
    const message = problems.map((problem) => problem.title).join('；')
    this.#steps.push({ step, title: STEP_TITLES[step], ok: false, message, problems })
    this.#raise(outcome)
  }

  reject(step: Step, errors: readonly AppError[]): Verification {
    this.hold(step, 'rejected', errors)
    return { verdict: this.verdict(), report: null }
  }

  verdict(): Verdict {
    const failed = this.#steps.filter((step) => !step.ok).map((step) => step.message)
    const bundle = this.#bundle
    return {
      outcome: this.#outcome,
      summary: [OUTCOME_TITLES[this.#outcome], failed.join('；')].filter((part) => part !== '').join('：'),
      identity: bundle?.identity ?? null,
      code: bundle === null ? null : fileCode(bundle.identity),
      name: bundle === null ? null : bundleFileName(bundle.manifest),
      bytes: this.#bytes,
      manifest: bundle?.manifest ?? null,
      signatures: [...this.#signatures],
      flags: [...this.#flags],
      steps: [...this.#steps],
    }
  }

  #raise(outcome: Outcome): void {
    if (SEVERITY.indexOf(outcome) > SEVERITY.indexOf(this.#outcome)) this.#outcome = outcome
  }
}
