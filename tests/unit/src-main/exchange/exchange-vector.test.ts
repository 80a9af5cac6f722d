import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { nodeBundleCrypto, privateJwkOfSeed, thumbprint } from '#main/bundles/crypto-suite.ts'
import { signExchange } from '#main/exchange/sign-exchange.ts'
import { digestOf } from '#main/journal/edit-lines.ts'
import type { Edit } from '#shared/edits/edit.ts'
import { createRecord, setFields } from '#shared/edits/operations.ts'
import { keyCode } from '#shared/exchange/key-code.ts'
import { readExchange } from '#shared/exchange/read-exchange.ts'
import { Pc, readAll, value } from '../journal/journal-fixture.ts'

const FILE = join(import.meta.dirname, '../../../fixtures/exchange/exchange-two-edits.pbz.json')
const STATION = '3f0c5a9b1d2e4f60718293a4b5c6d7e8'
const UNIT = 'YY-430626'

/** Public: whoever has read this can sign with it. Never accept its code on a real PC. */
const privateJwk = privateJwkOfSeed(new Uint8Array(32).fill(7))
const { kty, crv, x } = privateJwk
const jwk = { kty, crv, x }
const key = { station: STATION, kid: thumbprint(jwk), jwk, privateJwk }

const common = { by: '李某', why: { kind: 'typed' } } as const
const first: Edit = {
  ...common,
  commit: '00000000-0000-4000-8000-000000000001',
  seen: {},
  at: '2021-03-05T08:00:00.000Z',
  title: '新增企业',
  ops: [createRecord('enterprise', 'a', { name: '样例轴承公司', product: '轴承' })],
  id: { station: STATION, n: 1 },
  prev: null,
}
const second: Edit = {
  ...common,
  commit: '00000000-0000-4000-8000-000000000002',
  seen: { [STATION]: 1 },
  at: '2021-03-05T09:00:00.000Z',
  title: '修改主导产品',
  ops: [setFields('enterprise', 'a', { product: '齿轮' })],
  id: { station: STATION, n: 2 },
  prev: digestOf(first),
}

test('the vector is read as it was frozen, and its edits are taken up by a journal', async () => {
  const file = value(await readExchange(await readFile(FILE), UNIT, nodeBundleCrypto))
  expect([file.identity, file.signer.kid, keyCode(file.signer.jwk, nodeBundleCrypto)]).toEqual([
    'aa29ec96efa12da31492071f789919059a6adf6d8ad15706241fea2ca22e9847',
    '--6IM5l0OosLj9yWskISYhUA3n_3CURQkmrYMSha_ck',
    '24750 56800 62544 63005 45050 07467',
  ])
  const journal = await new Pc().opened()
  const taken = value(await journal.takeUpWritten(file.body.edits))
  expect([taken.taken.length, taken.left]).toEqual([2, []])
  expect(await readAll(journal)).toEqual([first, second])
})

test('today’s program writes the vector byte for byte', async () => {
  const clock = { [STATION]: 2 }
  const edits = [first, second].map((edit) => ({ migration: 1, edit }))
  const writer = { unit: UNIT, name: '科室二号机', key, knows: clock, now: '2021-03-05T10:00:00.000Z' }
  const made = await signExchange(writer, { seq: 1, previous: null }, { before: {}, after: clock, edits })
  await expect(Buffer.from(value(made).bytes).toString('utf8')).toMatchFileSnapshot(FILE)
})
