import { unitTitle } from '#shared/bundle/check-signers.ts'
import { inspectBundle } from '#shared/bundle/inspect.ts'
import { KIND_TITLES } from '#shared/bundle/manifest.ts'
import { readBundle } from '#shared/bundle/read-bundle.ts'
import type { AppError } from '#shared/errors/app-error.ts'
import { err, ok, type Result } from '#shared/result.ts'
import { nodeBundleCrypto } from '../bundles/crypto-suite.ts'
import type { KeptFile, Outbox } from '../bundles/outbox.ts'
import { readPreviousFile } from '../bundles/verify-file.ts'

/** The last file of a unit's report chain, as it stands in the 发件箱 now. */
export interface LastSent {
  readonly file: KeptFile
  readonly station: string
  readonly supersedes: string | null
}

/**
 * Takes the last sent report of this unit, or a 回执 whose report is in the 发件箱, so that the chain goes on after a
 * restore. Every signature of a report is verified and it is kept byte for byte; a 回执 only says which of our own
 * files it answers, and that one is verified.
 */
export async function takeLastSent(
  bytes: Uint8Array,
  fileName: string,
  unit: string,
  outbox: Outbox,
): Promise<Result<LastSent, AppError>> {
  const said = readBundle(bytes, nodeBundleCrypto, fileName)
  if (!said.ok) return said
  const { manifest, identity } = said.value
  const isReceipt = manifest.kind === 'receipt'
  const owner = isReceipt ? manifest.to : manifest.from
  if (owner !== unit) {
    return err({ code: 'backup.not-ours', fileName, from: unitTitle(owner), unit: unitTitle(unit) })
  }
  if (isReceipt) return answered(manifest.repliesTo, fileName, outbox)
  if (manifest.kind !== 'report')
    return err({ code: 'backup.not-in-chain', fileName, kind: KIND_TITLES[manifest.kind] })
  const read = await readPreviousFile(bytes, fileName)
  if (!read.ok) return read
  const seen = inspectBundle(bytes, nodeBundleCrypto, fileName)
  if (!seen.ok) return seen
  const { code, name } = seen.value
  const kept = await outbox.keep({ bytes, identity, code, name })
  return kept.ok ? ok({ file: kept.value, station: manifest.station, supersedes: manifest.supersedes }) : kept
}

async function answered(
  identity: string | null,
  fileName: string,
  outbox: Outbox,
): Promise<Result<LastSent, AppError>> {
  const files = await outbox.list()
  if (!files.ok) return files
  const file = files.value.find((one) => one.identity === identity)
  const read = file === undefined ? null : await readPreviousFile(file.bytes, file.name)
  if (file === undefined || read === null || !read.ok)
    return err({ code: 'backup.answered-missing', fileName })
  return ok({ file, station: read.value.manifest.station, supersedes: read.value.manifest.supersedes })
}
