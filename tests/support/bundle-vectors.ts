import { createHash } from 'node:crypto'
import { privateJwkOfSeed } from '#main/bundles/crypto-suite.ts'
import { type SigningKey, signingKey } from '#main/bundles/key-file.ts'
import { countersign, type SignedFile, signReport } from '#main/bundles/sign-report.ts'
import type { ReportHeading } from '#shared/bundle/compose.ts'
import type { Role } from '#shared/bundle/public-key.ts'
import type { ReportBody } from '#shared/bundle/report-body.ts'
import type { TrustList } from '#shared/bundle/trust.ts'
import type { AppError } from '#shared/errors/app-error.ts'
import type { Result } from '#shared/result.ts'

/** Fixed keys, times and records of the published vectors. The seeds are public: never enrol these keys. */
export const UNIT = 'YY-430626'
export const SIGNED_AT = '2021-10-08T01:00:00Z'
export const COUNTERSIGNED_AT = '2021-10-08T02:30:00Z'
export const NOW = '2021-10-12T00:00:00Z'
export const KEY_PASSPHRASE = '仅供测试的口令一二三'

export function testSeed(name: string): Buffer {
  return createHash('sha256').update(`pbz-1 test key, public, never enrol: ${name}`).digest()
}

export function testKey(name: string, person: string, role: Role, unit = UNIT): SigningKey {
  return signingKey(privateJwkOfSeed(testSeed(name)), { person, role, unit })
}

export const preparer = testKey('preparer', '测试填报人', 'preparer')
export const reviewer = testKey('reviewer', '测试审核人', 'reviewer')

export const heading: ReportHeading = {
  to: 'YY-430600',
  station: 'station-test-0001',
  seq: 1,
  previous: null,
  supersedes: null,
  void: [],
  pack: { id: 'builtin-2020-2022', version: 'v1' },
  repliesTo: null,
  evidence: [],
}

export const body: ReportBody = {
  unit: {
    unit: UNIT,
    fullName: '平江县科技和工业信息化局',
    preparer: '测试填报人',
    officePhone: '0730-0000000',
  },
  period: '2021Q3',
  cutoff: '2021-09-30',
  contacts: 'omitted',
  records: {
    enterprise: [
      { name: '平江县示例新材料有限公司', code: '91430626EX1000012P', unit: '平江县', id: 'firm-1' },
    ],
    participation: [{ enterprise: 'firm-1', year: 2021, type: '破零', state: '在列', id: 'listing-1' }],
    patent: [
      {
        applicationNo: '201919000001.X',
        title: '一种示例材料的制备方法',
        kind: '发明',
        grantedOn: '2021-08-17',
        owners: { 'firm-1': { name: '平江县示例新材料有限公司', order: 1, enterprise: 'firm-1' } },
        id: 'patent-1',
      },
    ],
    figures: [{ enterprise: 'firm-1', year: 2021, period: '1-9月累计', rdExpense: 128.5, id: 'figures-1' }],
    activity: [{ date: '2021-07-15', name: '专利申请辅导', mode: '现场', headcount: 12, id: 'activity-1' }],
    plan: [],
  },
  figures: [
    {
      indicator: 'breakthroughFirms',
      title: '实现破零企业',
      unit: '家',
      quarter: 1,
      cumulative: 1,
      target: 4,
      missing: 0,
    },
    {
      indicator: 'rdExpense',
      title: '研发投入',
      unit: '万元',
      quarter: null,
      cumulative: 128.5,
      target: null,
      missing: 0,
    },
  ],
  overrides: [
    { subject: 'figure:rdExpense.quarter', computed: null, stated: null, reason: '企业上半年数据未报' },
  ],
}

export const trust: TrustList = {
  format: 'pbz-trust-1',
  serial: 1,
  expires: '2022-12-31',
  policy: { report: ['preparer'] },
  keys: [preparer, reviewer].map(({ public: { kid, jwk, unit, role, person } }) => ({
    kid,
    jwk,
    unit,
    role,
    person,
  })),
}

export function mustBeOk<T>(result: Result<T, AppError>): T {
  if (!result.ok) throw new Error(`expected success, got ${JSON.stringify(result.error)}`)
  return result.value
}

/** A signed report over `body`, with any part of the heading changed. */
export async function signedReport(
  change: Partial<ReportHeading> = {},
  changedBody: ReportBody = body,
  key: SigningKey = preparer,
): Promise<SignedFile> {
  return mustBeOk(
    await signReport({
      heading: { ...heading, ...change },
      body: JSON.stringify(changedBody),
      key,
      knownSigners: [reviewer.public],
      now: SIGNED_AT,
    }),
  )
}

export async function countersigned(file: SignedFile, key: SigningKey = reviewer): Promise<SignedFile> {
  return mustBeOk(await countersign(file.bytes, key, COUNTERSIGNED_AT))
}

/** The published files by name, as text. Deterministic: Ed25519 has no randomness. */
export async function bundleVectors(): Promise<ReadonlyMap<string, string>> {
  const one = await signedReport()
  const two = await countersigned(one)
  const next = await signedReport({ seq: 2, previous: one.identity, supersedes: one.identity })
  const keys = [
    { name: 'preparer', key: preparer },
    { name: 'reviewer', key: reviewer },
  ].map(({ name, key }) => ({ ...key.public, testOnlySeedHex: testSeed(name).toString('hex') }))
  const pretty = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`
  const text = (file: SignedFile) => Buffer.from(file.bytes).toString('utf8')
  return new Map([
    ['report-one-signature.pbz.json', text(one)],
    ['report-two-signatures.pbz.json', text(two)],
    ['report-corrected.pbz.json', text(next)],
    ['trust.json', pretty(trust)],
    ['keys.json', pretty(keys)],
    [
      'expected.json',
      pretty({
        'report-one-signature.pbz.json': { identity: one.identity, code: one.code, name: one.name },
        'report-two-signatures.pbz.json': { identity: two.identity, code: two.code, name: two.name },
        'report-corrected.pbz.json': { identity: next.identity, code: next.code, name: next.name },
        'key-file-preparer.json': { passphrase: KEY_PASSPHRASE, kid: preparer.public.kid },
      }),
    ],
  ])
}
