import type { z } from 'zod'
import type { AppError } from '../errors/app-error.ts'
import { err, ok, type Result } from '../result.ts'
import { type BundleCrypto, decodeCanonicalBase64Url, sha256Hex } from './bundle-crypto.ts'
import { BUNDLE_LIMITS, BundleFile, type BundleSignature, hasFixedOrder } from './bundle-file.ts'
import { DATA_SCHEMA, FORMAT, type Identity, Kind, Manifest } from './manifest.ts'
import { ALGORITHM, ProtectedHeader, typeOfKind } from './protected-header.ts'
import { thumbprintInput } from './public-key.ts'
import { splitBundle } from './split-bundle.ts'
import { parseStrictJson, type StrictJsonProblem } from './strict-json.ts'

export interface ReadSignature {
  readonly raw: BundleSignature
  readonly header: ProtectedHeader
}

/** A file whose form is right; nothing in it is vouched for yet. */
export interface ReadBundle {
  readonly file: BundleFile
  /** UTF-8 of `file.body`: what the manifest's digest is taken from. */
  readonly bodyBytes: Uint8Array
  readonly manifest: Manifest
  readonly identity: Identity
}

/**
 * Step 1: limits, strict UTF-8, the byte-exact rule, canonical base64url, the manifest's schema. `fileName` only helps to
 * tell a damaged file from a foreign one.
 */
export function readBundle(
  bytes: Uint8Array,
  crypto: BundleCrypto,
  fileName = '',
): Result<ReadBundle, AppError> {
  if (bytes.length === 0) return err({ code: 'bundle.empty' })
  const limit = BUNDLE_LIMITS.megabytes
  if (bytes.length > limit * 1024 * 1024)
    return err({ code: 'bundle.too-large', megabytes: Math.ceil(bytes.length / 1024 / 1024), limit })
  return readQuickly(bytes, crypto) ?? readWhole(bytes, crypto, fileName)
}

/** A large body is taken out before any text is built; null when the file is not of the usual form. */
function readQuickly(bytes: Uint8Array, crypto: BundleCrypto): Result<ReadBundle, AppError> | null {
  const split = splitBundle(bytes)
  const head = split === null ? null : decodeJson(crypto, split.head, BUNDLE_LIMITS.fileDepth, '外层')
  if (split === null || head === null || !head.ok) return null
  const body = crypto.decodeUtf8(split.body)
  if (body === null) return null
  const file = BundleFile.safeParse({ ...(head.value as object), body })
  if (!file.success || !hasFixedOrder({ ...(head.value as object), body } as BundleFile)) return null
  return readManifest({ file: file.data, bodyBytes: split.body }, crypto)
}

function readWhole(bytes: Uint8Array, crypto: BundleCrypto, fileName: string): Result<ReadBundle, AppError> {
  const text = crypto.decodeUtf8(bytes)
  const isOurs = wasBundle(bytes, fileName)
  const unreadable: AppError = { code: isOurs ? 'bundle.damaged' : 'bundle.not-a-bundle' }
  if (text === null) return err(isOurs ? { code: 'bundle.not-utf8' } : unreadable)
  const json = strict(text, BUNDLE_LIMITS.fileDepth, '外层')
  if (!json.ok) return isOurs && json.error.code !== 'bundle.not-a-bundle' ? json : err(unreadable)
  if (isNewerFormat(json.value)) return err({ code: 'bundle.newer' })
  const file = BundleFile.safeParse(json.value)
  if (!file.success) return err(unprotectedHeader(json.value) ?? unreadable)
  // Stronger than the byte-exact rule alone: the order of members is fixed as well.
  if (!hasFixedOrder(json.value as BundleFile)) return err({ code: 'bundle.not-exact', part: '外层' })
  return readManifest({ file: file.data, bodyBytes: crypto.encodeUtf8(file.data.body) }, crypto)
}

const BEGINNING_BYTES = 96

/** Whether a file that cannot be read was once one of ours: by how it begins, or by its name. */
function wasBundle(bytes: Uint8Array, fileName: string): boolean {
  const beginning = String.fromCharCode(...bytes.subarray(0, BEGINNING_BYTES))
  return (
    beginning.includes(FORMAT) ||
    beginning.includes('"manifest":{"payload":"') ||
    fileName.toLowerCase().endsWith('.pbz.json')
  )
}

function readManifest(
  read: Pick<ReadBundle, 'file' | 'bodyBytes'>,
  crypto: BundleCrypto,
): Result<ReadBundle, AppError> {
  const { payload } = read.file.manifest
  if (payload.length > BUNDLE_LIMITS.payloadCharacters)
    return err({ code: 'bundle.manifest-invalid', where: '过大' })
  const bytes = decodeCanonicalBase64Url(crypto, payload)
  const json = bytes === null ? null : decodeJson(crypto, bytes, BUNDLE_LIMITS.manifestDepth, '清单')
  if (bytes === null || json === null) return err({ code: 'bundle.not-exact', part: '清单' })
  if (!json.ok) return json
  const refused = futureProblem(json.value)
  if (refused !== null) return err(refused)
  const manifest = Manifest.safeParse(json.value)
  if (!manifest.success) return err({ code: 'bundle.manifest-invalid', where: whereOf(manifest.error) })
  const signers = manifest.data.signers.map(({ jwk, kid }) => ({ jwk, kid, where: '清单中签名人' }))
  const unsafe = keyProblem(signers, crypto)
  if (unsafe !== null) return err(unsafe)
  return ok({ ...read, manifest: manifest.data, identity: sha256Hex(crypto, bytes) })
}

/** Step 2: the header allow-list, one kind, every key at most once. Stops at the first problem. */
export function readHeaders(bundle: ReadBundle, crypto: BundleCrypto): Result<ReadSignature[], AppError> {
  const { signatures } = bundle.file.manifest
  if (signatures.length === 0) return err({ code: 'bundle.no-signature' })
  const found: ReadSignature[] = []
  for (const [at, raw] of signatures.entries()) {
    const index = at + 1
    const header = readHeader(raw, index, crypto)
    if (!header.ok) return header
    if (header.value.typ !== typeOfKind(bundle.manifest.kind))
      return err({ code: 'bundle.type-mismatch', index })
    if (found.some((one) => one.header.kid === header.value.kid))
      return err({ code: 'bundle.signature-doubled', index })
    found.push({ raw, header: header.value })
  }
  return ok(found)
}

function readHeader(
  raw: BundleSignature,
  index: number,
  crypto: BundleCrypto,
): Result<ProtectedHeader, AppError> {
  const notExact: AppError = { code: 'bundle.not-exact', part: `第 ${index} 个签名` }
  const bytes = decodeCanonicalBase64Url(crypto, raw.protected)
  const json = bytes === null ? null : decodeJson(crypto, bytes, BUNDLE_LIMITS.headerDepth, '签名说明')
  if (json === null) return err(notExact)
  if (!json.ok) return json
  const algorithm = memberOf(json.value, 'alg')
  if (algorithm !== ALGORITHM)
    return err({ code: 'bundle.algorithm', index, algorithm: String(algorithm).slice(0, 20) })
  // After the algorithm: an empty signature under `none` is better told by its algorithm.
  const signature = decodeCanonicalBase64Url(crypto, raw.signature)
  if (signature === null || signature.length !== 64) return err(notExact)
  const header = ProtectedHeader.safeParse(json.value)
  return header.success
    ? ok(header.data)
    : err({ code: 'bundle.header-invalid', index, where: whereOf(header.error) })
}

interface NamedKey {
  readonly kid: string
  readonly jwk: Manifest['signers'][number]['jwk']
  readonly where: string
}

/** The first key that is unsafe or does not carry its own thumbprint, as an error; else null. */
export function keyProblem(keys: readonly NamedKey[], crypto: BundleCrypto): AppError | null {
  for (const { kid, jwk, where } of keys) {
    const x = decodeCanonicalBase64Url(crypto, jwk.x)
    if (x === null || !crypto.isSafePublicKey(x)) return { code: 'bundle.key-unsafe', where }
    const thumbprint = crypto.encodeBase64Url(crypto.sha256(crypto.encodeUtf8(thumbprintInput(jwk))))
    if (thumbprint !== kid) return { code: 'bundle.key-id-wrong', where }
  }
  return null
}

/** Strictly parsed JSON, or the problem in words. */
export function strict(text: string, depth: number, part: string): Result<unknown, AppError> {
  const parsed = parseStrictJson(text, { depth })
  return parsed.ok ? parsed : err(strictProblem(parsed.error, part))
}

/** Dotted path of the first schema problem, or 结构 at the root. */
export function whereOf(error: z.ZodError): string {
  const issue = error.issues[0]
  const unknown = issue?.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : []
  return [...(issue?.path ?? []), ...unknown].map(String).join('.').slice(0, 80) || '结构'
}

function decodeJson(
  crypto: BundleCrypto,
  bytes: Uint8Array,
  depth: number,
  part: string,
): Result<unknown, AppError> | null {
  const text = crypto.decodeUtf8(bytes)
  return text === null ? null : strict(text, depth, part)
}

function strictProblem(problem: StrictJsonProblem, part: string): AppError {
  switch (problem) {
    case 'not-json':
      return part === '外层' ? { code: 'bundle.not-a-bundle' } : { code: 'bundle.not-exact', part }
    case 'too-deep':
      return { code: 'bundle.too-deep', part }
    case 'forbidden-key':
      return { code: 'bundle.forbidden-key', part }
    default:
      return { code: 'bundle.not-exact', part }
  }
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined
}

/** `pbz-2` and later: a format this program cannot know. */
function isNewerFormat(value: unknown): boolean {
  const format = memberOf(value, 'format')
  return typeof format === 'string' && /^pbz-(?!0*[01]$)\d{1,4}$/.test(format)
}

/** Tells an unprotected header from a file that cannot be read at all. */
function unprotectedHeader(value: unknown): AppError | null {
  const signatures = memberOf(memberOf(value, 'manifest'), 'signatures')
  if (Array.isArray(signatures)) {
    const at = signatures.findIndex((one) => memberOf(one, 'header') !== undefined)
    if (at >= 0) return { code: 'bundle.header-invalid', index: at + 1, where: 'header' }
  }
  return null
}

/** A newer data schema or an unknown kind is told as such, before the strict schema calls it invalid. */
function futureProblem(value: unknown): AppError | null {
  const schema = memberOf(value, 'schema')
  if (typeof schema === 'number' && Number.isInteger(schema) && schema > DATA_SCHEMA)
    return { code: 'bundle.newer' }
  const kind = memberOf(value, 'kind')
  if (typeof kind === 'string' && !Kind.safeParse(kind).success)
    return { code: 'bundle.kind-unknown', kind: kind.slice(0, 20) }
  return null
}
