import { z } from 'zod'
import type { AppError } from '../errors/app-error.ts'
import { err, ok, type Result } from '../result.ts'
import { type BundleCrypto, sha256Hex } from './bundle-crypto.ts'
import { BUNDLE_LIMITS } from './bundle-file.ts'
import { BODY, DATA_SCHEMA, Manifest, type Signer } from './manifest.ts'
import { strict, whereOf } from './read-bundle.ts'
import { countsOf, ReportBody } from './report-body.ts'

/** What the unit decides about a report; the rest of the manifest follows from body, keys and program. */
export const ReportHeading = z.strictObject({
  to: Manifest.shape.to,
  station: Manifest.shape.station,
  seq: Manifest.shape.seq,
  previous: Manifest.shape.previous,
  supersedes: Manifest.shape.supersedes,
  void: Manifest.shape.void,
  pack: Manifest.shape.pack,
  repliesTo: Manifest.shape.repliesTo,
  /** Files that travel beside the signed one. */
  evidence: z.array(Manifest.shape.contents.element).max(1999),
})
export type ReportHeading = z.infer<typeof ReportHeading>

/** The manifest of a report over exactly this body text; errors are those a reader would raise. */
export function composeManifest(
  heading: ReportHeading,
  bodyText: string,
  signers: readonly Signer[],
  createdAt: string,
  crypto: BundleCrypto,
): Result<Manifest, AppError> {
  const json = strict(bodyText, BUNDLE_LIMITS.bodyDepth, '正文')
  if (!json.ok) return json
  const body = ReportBody.safeParse(json.value)
  if (!body.success) return err({ code: 'bundle.body-invalid', where: whereOf(body.error) })
  const unit = body.data.unit.unit
  if (unit === undefined) return err({ code: 'bundle.body-invalid', where: 'unit.unit' })
  const bytes = crypto.encodeUtf8(bodyText)
  const manifest = Manifest.safeParse({
    kind: 'report',
    from: unit,
    to: heading.to,
    station: heading.station,
    period: body.data.period,
    seq: heading.seq,
    previous: heading.previous,
    supersedes: heading.supersedes,
    void: heading.void,
    createdAt,
    schema: DATA_SCHEMA,
    pack: heading.pack,
    counts: countsOf(body.data),
    contacts: body.data.contacts,
    signers,
    repliesTo: heading.repliesTo,
    contents: [{ name: BODY, bytes: bytes.length, sha256: sha256Hex(crypto, bytes) }, ...heading.evidence],
  })
  return manifest.success
    ? ok(manifest.data)
    : err({ code: 'bundle.manifest-invalid', where: whereOf(manifest.error) })
}
