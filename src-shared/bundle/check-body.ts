import type { AppError } from '../errors/app-error.ts'
import { conforms } from '../records/conforms.ts'
import { err, ok, type Result } from '../result.ts'
import { type BundleCrypto, sha256Hex } from './bundle-crypto.ts'
import { BUNDLE_LIMITS } from './bundle-file.ts'
import { KIND_TITLES, type Manifest } from './manifest.ts'
import { type ReadBundle, strict, whereOf } from './read-bundle.ts'
import { countsOf, holdsPersonalFields, ReportBody } from './report-body.ts'

const conformsToReport = conforms(ReportBody)

/** Step 6: length and digest of the body, then the strict rule, then its schema and what the manifest says of it. */
export function checkBody(bundle: ReadBundle, crypto: BundleCrypto): Result<ReportBody, AppError> {
  const { manifest, bodyBytes } = bundle
  const content = manifest.contents[0]
  if (content === undefined) return err({ code: 'bundle.manifest-invalid', where: 'contents' })
  if (bodyBytes.length !== content.bytes)
    return err({ code: 'bundle.body-length', expected: content.bytes, actual: bodyBytes.length })
  if (sha256Hex(crypto, bodyBytes) !== content.sha256) return err({ code: 'bundle.body-digest' })
  if (manifest.kind !== 'report')
    return err({ code: 'bundle.kind-unsupported', kind: KIND_TITLES[manifest.kind] })
  const json = strict(bundle.file.body, BUNDLE_LIMITS.bodyDepth, '正文')
  if (!json.ok) return json
  const report = conformsToReport(json.value)
    ? { success: true as const, data: json.value as ReportBody }
    : ReportBody.safeParse(json.value)
  if (!report.success) return err({ code: 'bundle.body-invalid', where: whereOf(report.error) })
  const what = disagreement(report.data, manifest)
  return what === null ? ok(report.data) : err({ code: 'bundle.body-disagrees', what })
}

function disagreement(body: ReportBody, manifest: Manifest): string | null {
  if (body.unit.unit !== manifest.from) return '填报单位'
  if (body.period !== manifest.period || !manifest.period.startsWith(body.cutoff.slice(0, 4))) return '期别'
  if (!sameCounts(countsOf(body), manifest.counts)) return '记录数'
  if (body.contacts !== manifest.contacts) return '联系方式选项'
  if (body.contacts === 'omitted' && holdsPersonalFields(body)) return '联系方式选项'
  return null
}

function sameCounts(
  actual: Readonly<Record<string, number>>,
  stated: Readonly<Record<string, number>>,
): boolean {
  const names = Object.keys(actual)
  return names.length === Object.keys(stated).length && names.every((name) => actual[name] === stated[name])
}
