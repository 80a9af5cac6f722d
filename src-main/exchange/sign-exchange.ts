import { type BundleFile, encodeBundleFile } from '#shared/bundle/bundle-file.ts'
import { bundleFileName } from '#shared/bundle/file-name.ts'
import { FORMAT, type Identity } from '#shared/bundle/manifest.ts'
import { ALGORITHM, typeOfKind } from '#shared/bundle/protected-header.ts'
import type { Clock } from '#shared/edits/edit.ts'
import type { AppError } from '#shared/errors/app-error.ts'
import { composeExchange, type ExchangeChain, type ExchangePart } from '#shared/exchange/compose-exchange.ts'
import { readExchange } from '#shared/exchange/read-exchange.ts'
import { ok, type Result } from '#shared/result.ts'
import { nodeBundleCrypto as crypto, signPayload } from '../bundles/crypto-suite.ts'
import type { StationKey } from '../stations/station-key.ts'

export interface WrittenExchange {
  readonly name: string
  readonly bytes: Uint8Array
  readonly identity: Identity
}

/** Who writes: the unit, 本机名称, the station's key, and all that its journal holds. */
export interface ExchangeWriter {
  readonly unit: string
  readonly name: string
  readonly key: StationKey
  readonly knows: Clock
  /** ISO 8601 UTC. */
  readonly now: string
}

/** Makes and signs one 同步 file, and reads it back as another PC would before giving it out. */
export async function signExchange(
  writer: ExchangeWriter,
  chain: ExchangeChain,
  part: ExchangePart,
): Promise<Result<WrittenExchange, AppError>> {
  const { unit, name, key, knows, now } = writer
  const { before, after, edits } = part
  const body = { name, station: key.station, before, after, knows, edits: [...edits] }
  const text = JSON.stringify(body)
  const { kid, jwk } = key
  const signer = { kid, jwk, person: name, role: 'station' as const }
  const heading = { ...chain, unit, createdAt: now }
  const manifest = composeExchange(heading, body, text, signer, crypto)
  if (!manifest.ok) return manifest
  const payload = crypto.encodeUtf8(JSON.stringify(manifest.value))
  const header = { alg: ALGORITHM, kid, typ: typeOfKind('exchange'), role: 'station', signedAt: now } as const
  const signature = await signPayload(payload, header, key.privateJwk)
  const file: BundleFile = {
    format: FORMAT,
    manifest: { payload: crypto.encodeBase64Url(payload), signatures: [signature] },
    body: text,
  }
  const bytes = crypto.encodeUtf8(encodeBundleFile(file))
  const again = await readExchange(bytes, unit, crypto)
  if (!again.ok) return again
  return ok({ name: bundleFileName(manifest.value), bytes, identity: again.value.identity })
}
