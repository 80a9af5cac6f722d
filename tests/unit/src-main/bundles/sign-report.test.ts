import { expect, test } from 'vitest'
import { countersign, signReport } from '#main/bundles/sign-report.ts'
import { verifyFile } from '#main/bundles/verify-file.ts'
import { forge } from '#tests/support/bundle-forge.ts'
import {
  body,
  COUNTERSIGNED_AT,
  heading,
  mustBeOk,
  NOW,
  preparer,
  reviewer,
  SIGNED_AT,
  signedReport,
  testKey,
  trust,
} from '#tests/support/bundle-vectors.ts'

const report = { heading, body: JSON.stringify(body), key: preparer, knownSigners: [], now: SIGNED_AT }
const failure = (code: string, details: object = {}) => ({ ok: false, error: { code, ...details } })

test('a countersignature leaves manifest, identity and code as they are', async () => {
  const one = await signedReport()
  const two = mustBeOk(await countersign(one.bytes, reviewer, COUNTERSIGNED_AT))
  const manifestOf = (bytes: Uint8Array) => JSON.parse(Buffer.from(bytes).toString('utf8')).manifest
  expect({ identity: two.identity, code: two.code, name: two.name }).toEqual({
    identity: one.identity,
    code: one.code,
    name: one.name,
  })
  expect(manifestOf(two.bytes).payload).toBe(manifestOf(one.bytes).payload)
  expect(manifestOf(two.bytes).signatures.slice(0, 1)).toEqual(manifestOf(one.bytes).signatures)
})

test('a reviewer who is enrolled but not named in the file may countersign', async () => {
  const one = mustBeOk(await signReport(report))
  const two = mustBeOk(await countersign(one.bytes, reviewer, COUNTERSIGNED_AT))
  const context = { trust, previous: null, now: NOW, expected: {} }
  expect((await verifyFile(two.bytes, context)).verdict.outcome).toBe('accepted')
})

test('nobody countersigns twice, even when the file does not know the key', async () => {
  const one = mustBeOk(await signReport(report))
  const two = mustBeOk(await countersign(one.bytes, reviewer, COUNTERSIGNED_AT))
  expect(await countersign(two.bytes, reviewer, COUNTERSIGNED_AT)).toEqual(
    failure('bundle.already-signed', { person: reviewer.public.person }),
  )
  const third = testKey('third', '王复核', 'reviewer')
  expect((await countersign(two.bytes, third, COUNTERSIGNED_AT)).ok).toBe(true)
})

test('only keys of the unit that sign reports travel as known signers', async () => {
  const foreign = testKey('foreign', '邻县', 'reviewer', 'YY-430621')
  const station = testKey('station', '本机', 'station')
  const signed = mustBeOk(
    await signReport({
      ...report,
      knownSigners: [preparer, foreign, station, reviewer].map((k) => k.public),
    }),
  )
  const { verdict } = await verifyFile(signed.bytes, { trust, previous: null, now: NOW, expected: {} })
  expect(verdict.manifest?.signers.map((signer) => signer.kid)).toEqual([
    preparer.public.kid,
    reviewer.public.kid,
  ])
})

test.each([
  ['another unit', testKey('foreign', '邻县', 'preparer', 'YY-430621'), 'bundle.key-of-other-unit'],
  ['a station', testKey('station', '本机', 'station'), 'bundle.key-role-unfit'],
])('a key of %s does not sign a report', async (_, key, code) => {
  const signed = await signReport({ ...report, key })
  expect(signed).toMatchObject({ ok: false, error: { code } })
})

test('a body that a reader would refuse is not signed', async () => {
  expect(await signReport({ ...report, body: `${report.body} ` })).toEqual(
    failure('bundle.not-exact', { part: '正文' }),
  )
  expect(await signReport({ ...report, body: '{}' })).toEqual(
    failure('bundle.body-invalid', { where: 'unit' }),
  )
})

test('nobody signs twice, not even under a second key', async () => {
  const one = await signedReport()
  const person = preparer.public.person
  const again = failure('bundle.already-signed', { person })
  expect(await countersign(one.bytes, preparer, COUNTERSIGNED_AT)).toEqual(again)
  expect(await countersign(one.bytes, testKey('second', person, 'reviewer'), COUNTERSIGNED_AT)).toEqual(again)
})

test('a damaged file is not countersigned', async () => {
  const text = Buffer.from((await signedReport()).bytes).toString('utf8')
  const altered = Buffer.from(text.replace('示例新材料', '示例旧材料'))
  expect(await countersign(altered, reviewer, COUNTERSIGNED_AT)).toEqual(failure('bundle.body-digest'))
  const badly = forge({ signers: [{ key: { ...preparer, privateJwk: reviewer.privateJwk } }] })
  expect(await countersign(badly, reviewer, COUNTERSIGNED_AT)).toEqual(
    failure('bundle.signature-bad', { index: 1, person: '测试填报人' }),
  )
})
