import { type BundleFile, encodeBundleFile } from '#shared/bundle/bundle-file.ts'
import { checkBody } from '#shared/bundle/check-body.ts'
import { checkSigners, unitTitle } from '#shared/bundle/check-signers.ts'
import { composeManifest, type ReportHeading } from '#shared/bundle/compose.ts'
import { fileCode } from '#shared/bundle/file-code.ts'
import { bundleFileName } from '#shared/bundle/file-name.ts'
import { FORMAT, type Identity, type Manifest } from '#shared/bundle/manifest.ts'
import { ALGORITHM, typeOfKind } from '#shared/bundle/protected-header.ts'
import { type PublicKey, ROLE_TITLES, type Role } from '#shared/bundle/public-key.ts'
import { readBundle, readHeaders } from '#shared/bundle/read-bundle.ts'
import type { AppError } from '#shared/errors/app-error.ts'
import { err, ok, type Result } from '#shared/result.ts'
import { nodeBundleCrypto as crypto, signPayload } from './crypto-suite.ts'
import type { SigningKey } from './key-file.ts'
import { ownTrust, verifyFile } from './verify-file.ts'

export interface SignedFile {
  readonly bytes: Uint8Array
  readonly identity: Identity
  /** The 30-digit code for paper. */
  readonly code: string
  readonly name: string
}

export interface ReportToSign {
  readonly heading: ReportHeading
  /** JSON.stringify of a ReportBody, byte for byte as it will travel. */
  readonly body: string
  readonly key: SigningKey
  /** Other keys of the unit whose public half travels, so that the city can enrol them (DOMAIN.md J18). */
  readonly knownSigners: readonly PublicKey[]
  /** Signing time, ISO 8601 UTC. */
  readonly now: string
}

const SIGNS_REPORTS: readonly Role[] = ['preparer', 'reviewer']

/** Makes and signs a report file, and reads it back as a stranger would before giving it out. */
export async function signReport(report: ReportToSign): Promise<Result<SignedFile, AppError>> {
  const { heading, body, key, now } = report
  const others = report.knownSigners.filter(
    (one) => one.kid !== key.public.kid && one.unit === key.public.unit && SIGNS_REPORTS.includes(one.role),
  )
  const signers = [key.public, ...others].map(({ kid, jwk, person, role }) => ({ kid, jwk, person, role }))
  const manifest = composeManifest(heading, body, signers, now, crypto)
  if (!manifest.ok) return manifest
  const unfit = keyProblem(key, manifest.value)
  if (unfit !== null) return err(unfit)
  const payload = crypto.encodeUtf8(JSON.stringify(manifest.value))
  const file: BundleFile = {
    format: FORMAT,
    manifest: { payload: crypto.encodeBase64Url(payload), signatures: [] },
    body,
  }
  return withSignature(file, manifest.value, key, now)
}

/** Adds one signature over the same manifest bytes, so the identity stays. */
export async function countersign(
  bytes: Uint8Array,
  key: SigningKey,
  now: string,
  fileName = '',
): Promise<Result<SignedFile, AppError>> {
  const read = readBundle(bytes, crypto, fileName)
  if (!read.ok) return read
  const headers = readHeaders(read.value, crypto)
  if (!headers.ok) return headers
  const { kid, person } = key.public
  // The own key may be carried by nobody: a second countersignature must still find the first.
  const own = ownTrust([{ ...key.public, unit: read.value.manifest.from }])
  const [broken] = (await checkSigners(read.value, headers.value, own, crypto)).broken
  if (broken !== undefined) return err(broken)
  const { file, manifest } = read.value
  const body = checkBody(read.value, crypto)
  if (!body.ok) return body
  const signed = new Set(headers.value.map(({ header }) => header.kid))
  const persons = manifest.signers.filter((one) => signed.has(one.kid)).map((one) => one.person)
  if (signed.has(kid) || persons.includes(person)) return err({ code: 'bundle.already-signed', person })
  const unfit = keyProblem(key, manifest)
  return unfit === null ? withSignature(file, manifest, key, now) : err(unfit)
}

async function withSignature(
  file: BundleFile,
  manifest: Manifest,
  key: SigningKey,
  now: string,
): Promise<Result<SignedFile, AppError>> {
  const { kid, role } = key.public
  const header = { alg: ALGORITHM, kid, typ: typeOfKind(manifest.kind), role, signedAt: now } as const
  const payload = crypto.decodeBase64Url(file.manifest.payload)
  const signature = await signPayload(payload, header, key.privateJwk)
  const signed: BundleFile = {
    ...file,
    manifest: { payload: file.manifest.payload, signatures: [...file.manifest.signatures, signature] },
  }
  const bytes = crypto.encodeUtf8(encodeBundleFile(signed))
  const own = ownTrust([...manifest.signers, key.public].map((one) => ({ ...one, unit: manifest.from })))
  const { verdict } = await verifyFile(bytes, { trust: own, previous: null, now, expected: {} })
  if (verdict.outcome === 'rejected' || verdict.identity === null)
    throw new Error(`own signature did not verify: ${verdict.summary}`)
  const { identity } = verdict
  return ok({ bytes, identity, code: fileCode(identity), name: bundleFileName(manifest) })
}

function keyProblem(key: SigningKey, manifest: Manifest): AppError | null {
  const { unit, role } = key.public
  if (unit !== manifest.from)
    return { code: 'bundle.key-of-other-unit', unit: unitTitle(unit), from: unitTitle(manifest.from) }
  if (!SIGNS_REPORTS.includes(role)) return { code: 'bundle.key-role-unfit', role: ROLE_TITLES[role] }
  return null
}
