import { z } from 'zod'
import type { AppError } from '../errors/app-error.ts'
import { migrateFields } from '../migration/migrations.ts'
import { conforms } from '../records/conforms.ts'
import { err, ok, type Result } from '../result.ts'
import { type BundleCrypto, sha256Hex } from './bundle-crypto.ts'
import { BUNDLE_LIMITS } from './bundle-file.ts'
import { DATA_SCHEMA, KIND_TITLES, type Manifest } from './manifest.ts'
import { type ReadBundle, strict, whereOf } from './read-bundle.ts'
import { countsOf, holdsPersonalFields, ReportBody } from './report-body.ts'

const conformsToReport = conforms(ReportBody)

/** Length and digest of the body against the manifest; null when they fit. */
export function bodyProblem({ manifest, bodyBytes }: ReadBundle, crypto: BundleCrypto): AppError | null {
  const content = manifest.contents[0]
  if (content === undefined) return { code: 'bundle.manifest-invalid', where: 'contents' }
  if (bodyBytes.length !== content.bytes)
    return { code: 'bundle.body-length', expected: content.bytes, actual: bodyBytes.length }
  return sha256Hex(crypto, bodyBytes) === content.sha256 ? null : { code: 'bundle.body-digest' }
}

/** Step 6: length and digest of the body, then the strict rule, then its schema and what the manifest says of it. */
export function checkBody(bundle: ReadBundle, crypto: BundleCrypto): Result<ReportBody, AppError> {
  const { manifest } = bundle
  const problem = bodyProblem(bundle, crypto)
  if (problem !== null) return err(problem)
  if (manifest.kind === 'exchange') return err({ code: 'exchange.is-exchange' })
  if (manifest.kind !== 'report')
    return err({ code: 'bundle.kind-unsupported', kind: KIND_TITLES[manifest.kind] })
  const json = strict(bundle.file.body, BUNDLE_LIMITS.bodyDepth, '正文')
  if (!json.ok) return json
  const today = inTodaysWords(json.value, manifest.schema)
  const report = conformsToReport(today)
    ? { success: true as const, data: today as ReportBody }
    : ReportBody.safeParse(today)
  if (!report.success) return err({ code: 'bundle.body-invalid', where: whereOf(report.error) })
  const what = disagreement(report.data, manifest)
  return what === null ? ok(report.data) : err({ code: 'bundle.body-disagrees', what })
}

/** As much of a body's shape as a migration step relies on. */
const Steppable = z.looseObject({
  unit: z.record(z.string(), z.unknown()),
  records: z.record(z.string(), z.array(z.record(z.string(), z.unknown()))),
})

/** The steps come before the check of what they give, so they must not meet what they cannot handle. */
function inTodaysWords(body: unknown, schema: number): unknown {
  const old = schema === DATA_SCHEMA ? null : Steppable.safeParse(body)
  if (old?.success !== true) return body
  const { unit, records } = old.data
  const stepped = Object.entries(records).map(([type, rows]) => [
    type,
    rows.map((fields) => migrateFields(type, fields, schema)),
  ])
  return { ...old.data, unit: migrateFields('profile', unit, schema), records: Object.fromEntries(stepped) }
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
