import { unitByCode } from '../codes/reporting-units.ts'
import type { AppError } from '../errors/app-error.ts'
import type { BundleCrypto } from './bundle-crypto.ts'
import type { Manifest } from './manifest.ts'
import { misnamedSigner } from './misnamed-signer.ts'
import { type PublicJwk, ROLE_TITLES, type Role } from './public-key.ts'
import type { ReadBundle, ReadSignature } from './read-bundle.ts'
import { requiredRoles, type TrustedKey, type TrustList } from './trust.ts'
import type { SignatureFinding } from './verdict.ts'

export interface SignerCheck {
  readonly findings: readonly SignatureFinding[]
  /** Step 3: a signature that does not fit. */
  readonly broken: readonly AppError[]
  /** Step 4: a signer who may not sign this. */
  readonly refused: readonly AppError[]
  /** 待登记: the key is not in the trust list. */
  readonly unknown: readonly AppError[]
  /** How many of these could not be checked at all, because the file does not carry the key either. */
  readonly unverified: number
}

/** Steps 3 and 4: every signature by itself, then every signer against the trust list. */
export async function checkSigners(
  bundle: ReadBundle,
  signatures: readonly ReadSignature[],
  trust: TrustList | null,
  crypto: BundleCrypto,
): Promise<SignerCheck> {
  const findings: SignatureFinding[] = []
  const broken: AppError[] = []
  const refused: AppError[] = []
  const unknown: AppError[] = []
  let unverified = 0
  for (const [at, { header, raw }] of signatures.entries()) {
    const enrolled = trust?.keys.find((key) => key.kid === header.kid) ?? null
    const carried = bundle.manifest.signers.find((signer) => signer.kid === header.kid)
    const person = enrolled?.person ?? carried?.person ?? ''
    const finding = { kid: header.kid, person, role: header.role, signedAt: header.signedAt }
    const key: PublicJwk | undefined = enrolled?.jwk ?? carried?.jwk
    if (key === undefined) {
      const judged = await withoutKey(bundle, { header, raw }, at + 1, trust, crypto)
      findings.push({ ...finding, unit: null, ...judged.finding })
      if (judged.finding.state === 'bad') broken.push(judged.problem)
      else {
        unverified += 1
        unknown.push(judged.problem)
      }
      continue
    }
    const payload = bundle.file.manifest.payload
    const fits = await crypto.verifySignature({ payload, ...raw }, key)
    if (!fits) broken.push({ code: 'bundle.signature-bad', index: at + 1, person })
    const standing = standingOf(bundle.manifest, header.role, enrolled, person)
    findings.push({ ...finding, unit: enrolled?.unit ?? null, state: fits ? standing.state : 'bad' })
    if (standing.state === 'unknown') unknown.push(standing.problem)
    else if (standing.state !== 'valid') refused.push(standing.problem)
  }
  return { findings, broken, refused, unknown, unverified }
}

/** A late countersignature by a key unknown when the file was made is not bad, and never accepted. */
async function withoutKey(
  bundle: ReadBundle,
  signature: ReadSignature,
  index: number,
  trust: TrustList | null,
  crypto: BundleCrypto,
): Promise<{ finding: Pick<SignatureFinding, 'person' | 'state'>; problem: AppError }> {
  const signer = await misnamedSigner(bundle, signature, trust, crypto)
  if (signer !== null) {
    const problem: AppError = { code: 'bundle.signature-bad', index, person: signer }
    return { finding: { person: signer, state: 'bad' }, problem }
  }
  const key = `${signature.header.kid.slice(0, 8)}…`
  const finding = { person: `未登记的密钥（${key}）`, state: 'unknown' } as const
  return { finding, problem: { code: 'bundle.key-missing', index, key } }
}

type Standing =
  | { readonly state: 'valid' }
  | { readonly state: 'unknown' | 'foreign' | 'revoked' | 'wrong-role'; readonly problem: AppError }

/** The trust list alone decides; what the file says of its signers only names an unknown one. */
function standingOf(manifest: Manifest, claimed: Role, key: TrustedKey | null, person: string): Standing {
  if (key === null) return { state: 'unknown', problem: { code: 'bundle.signer-unknown', person } }
  if (key.unit !== manifest.from) {
    const [unit, from] = [unitTitle(key.unit), unitTitle(manifest.from)]
    return { state: 'foreign', problem: { code: 'bundle.signer-foreign', person, unit, from } }
  }
  if (key.revoked !== undefined)
    return { state: 'revoked', problem: { code: 'bundle.signer-revoked', person } }
  if (key.role !== claimed) {
    const roles = { claimed: ROLE_TITLES[claimed], enrolled: ROLE_TITLES[key.role] }
    return { state: 'wrong-role', problem: { code: 'bundle.signer-role', person, ...roles } }
  }
  return { state: 'valid' }
}

export function unitTitle(code: string): string {
  return unitByCode(code)?.name ?? code
}

/**
 * Roles the policy asks for that no one has filled, giving every person one role only.
 * An unknown signer fills his claimed role here: his file is 待登记 anyhow.
 */
export function missingRoles(
  trust: TrustList | null,
  manifest: Manifest,
  findings: readonly SignatureFinding[],
): readonly Role[] {
  const required = trust === null ? [] : requiredRoles(trust, manifest.kind)
  const signed = findings.filter(({ state }) => state === 'valid' || state === 'unknown')
  return leastMissing(required, signed, new Set())
}

function leastMissing(
  required: readonly Role[],
  signed: readonly SignatureFinding[],
  used: ReadonlySet<string>,
): readonly Role[] {
  const [role, ...rest] = required
  if (role === undefined) return []
  let best: readonly Role[] = [role, ...leastMissing(rest, signed, used)]
  for (const one of signed) {
    if (one.role !== role || used.has(one.person)) continue
    const missing = leastMissing(rest, signed, new Set([...used, one.person]))
    if (missing.length < best.length) best = missing
  }
  return best
}
