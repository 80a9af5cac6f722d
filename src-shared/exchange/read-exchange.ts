import type { BundleCrypto } from '../bundle/bundle-crypto.ts'
import { BUNDLE_LIMITS } from '../bundle/bundle-file.ts'
import { bodyProblem } from '../bundle/check-body.ts'
import { unitTitle } from '../bundle/check-signers.ts'
import { type Identity, KIND_TITLES, type Manifest, type Signer } from '../bundle/manifest.ts'
import { type ReadBundle, readBundle, readHeaders, strict, whereOf } from '../bundle/read-bundle.ts'
import type { AppError } from '../errors/app-error.ts'
import { err, ok, type Result } from '../result.ts'
import { EXCHANGE_LIMITS, ExchangeBody, firstGap } from './exchange-body.ts'

/** A 同步 file that is whole and signed by the key it carries; whether that key is accepted is another question. */
export interface ExchangeFile {
  readonly manifest: Manifest
  readonly identity: Identity
  readonly signer: Signer
  readonly body: ExchangeBody
}

/** Reads a foreign file in the order of DESIGN.md 5; every expected failure is a sentence. */
export async function readExchange(
  bytes: Uint8Array,
  unit: string,
  crypto: BundleCrypto,
  fileName = '',
): Promise<Result<ExchangeFile, AppError>> {
  const limit = EXCHANGE_LIMITS.megabytes
  if (bytes.length > limit * 1024 * 1024)
    return err({ code: 'bundle.too-large', megabytes: Math.ceil(bytes.length / 1024 / 1024), limit })
  const read = readBundle(bytes, crypto, fileName)
  if (!read.ok) return read
  const { manifest, identity } = read.value
  if (manifest.kind !== 'exchange')
    return err({ code: 'exchange.not-exchange', kind: KIND_TITLES[manifest.kind] })
  const signer = await provedSigner(read.value, crypto)
  if (!signer.ok) return signer
  if (manifest.from !== unit || manifest.to !== unit)
    return err({ code: 'exchange.other-unit', from: unitTitle(manifest.from) })
  const body = readBody(read.value, crypto)
  return body.ok ? ok({ manifest, identity, signer: signer.value, body: body.value }) : body
}

/** Exactly one signature, by the one key the file carries, in the role 本机. */
async function provedSigner(bundle: ReadBundle, crypto: BundleCrypto): Promise<Result<Signer, AppError>> {
  const headers = readHeaders(bundle, crypto)
  if (!headers.ok) return headers
  const [signature, ...more] = headers.value
  const [signer, ...others] = bundle.manifest.signers
  if (signature === undefined || signer === undefined || more.length > 0 || others.length > 0)
    return err({ code: 'exchange.not-signed-by-station' })
  const { header, raw } = signature
  if (header.kid !== signer.kid || header.role !== 'station' || signer.role !== 'station')
    return err({ code: 'exchange.not-signed-by-station' })
  const fits = await crypto.verifySignature({ payload: bundle.file.manifest.payload, ...raw }, signer.jwk)
  return fits ? ok(signer) : err({ code: 'bundle.signature-bad', index: 1, person: signer.person })
}

function readBody(bundle: ReadBundle, crypto: BundleCrypto): Result<ExchangeBody, AppError> {
  const problem = bodyProblem(bundle, crypto)
  if (problem !== null) return err(problem)
  const json = strict(bundle.file.body, BUNDLE_LIMITS.bodyDepth, '正文')
  if (!json.ok) return json
  const parsed = ExchangeBody.safeParse(json.value)
  if (!parsed.success) return err({ code: 'bundle.body-invalid', where: whereOf(parsed.error) })
  // As it stands in the file: an edit's digest is that of its text, so nothing may change places.
  const body = json.value as ExchangeBody
  const { manifest } = bundle
  if (body.station !== manifest.station) return err({ code: 'bundle.body-disagrees', what: '本机编号' })
  if (Object.keys(manifest.counts).join() !== 'edits' || manifest.counts.edits !== body.edits.length)
    return err({ code: 'bundle.body-disagrees', what: '修改数' })
  const gap = firstGap(body)
  return gap === null ? ok(body) : err({ code: 'exchange.not-whole', where: gap })
}
