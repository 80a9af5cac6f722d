import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import {
  createKeyFile,
  openKeyFile,
  passphraseOfFile,
  readPublicKey,
  sealKey,
} from '#main/bundles/key-file.ts'
import { KEY_PASSPHRASE, mustBeOk, preparer, reviewer } from '#tests/support/bundle-vectors.ts'

const HOLDER = { person: '李示例', role: 'preparer', unit: 'YY-430626' } as const
const CREATED = '2021-01-04T01:00:00Z'
const published = readFileSync(new URL('../../../fixtures/bundles/key-file-preparer.json', import.meta.url))

/** The published key file with one member of its header replaced. */
function withHeader(change: Record<string, unknown>): Buffer {
  const file = JSON.parse(published.toString('utf8'))
  const [header = '', ...rest] = file.key.split('.')
  const members = JSON.parse(Buffer.from(header, 'base64url').toString('utf8'))
  const changed = Buffer.from(JSON.stringify({ ...members, ...change })).toString('base64url')
  return Buffer.from(JSON.stringify({ ...file, key: [changed, ...rest].join('.') }))
}

describe('a key file', () => {
  test('opens with its passphrase only, and shows its public half without', async () => {
    const made = mustBeOk(await createKeyFile(HOLDER, '一二三四五六七八九十', CREATED, randomBytes))
    const opened = mustBeOk(await openKeyFile(made.bytes, '一二三四五六七八九十'))
    expect(opened.public).toEqual(made.public)
    expect(readPublicKey(made.bytes)).toEqual({ ok: true, value: made.public })
    expect(await openKeyFile(made.bytes, '一二三四五六七八九十一')).toEqual({
      ok: false,
      error: { code: 'key.wrong-passphrase' },
    })
  })

  test('never holds the private key in the clear', async () => {
    const bytes = await sealKey(preparer, KEY_PASSPHRASE, CREATED, randomBytes(16))
    expect(Buffer.from(bytes).includes(preparer.privateJwk.d)).toBe(false)
  })

  test('as published opens', async () => {
    expect(await openKeyFile(published, KEY_PASSPHRASE)).toEqual({ ok: true, value: preparer })
  })

  test('opens with the full-width spelling an input method may give', async () => {
    const bytes = await sealKey(preparer, 'Abcdefghij1', CREATED, randomBytes(16))
    expect((await openKeyFile(bytes, 'Ａｂｃｄｅｆｇｈｉｊ１')).ok).toBe(true)
  })

  test('needs a passphrase of ten characters, counted as code points', async () => {
    const short = await createKeyFile(HOLDER, '𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈', CREATED, randomBytes)
    expect(short).toEqual({ ok: false, error: { code: 'key.passphrase-short', minimum: 10 } })
  })

  test.each([
    ['person', { person: '别人' }],
    ['role', { role: 'reviewer' }],
    ['unit', { unit: 'YY-430621' }],
    ['public key', { jwk: reviewer.public.jwk, kid: reviewer.public.kid }],
  ])('whose %s was changed does not open', async (_, change) => {
    expect(await openKeyFile(withHeader(change), KEY_PASSPHRASE)).toEqual({
      ok: false,
      error: { code: 'key.wrong-passphrase' },
    })
  })

  test.each([
    ['weaker work', { n: 2 }],
    ['memory without bound', { r: 1024 }],
    ['another key management', { alg: 'A128KW' }],
    ['another content encryption', { enc: 'A128CBC-HS256' }],
  ])('that asks for %s is no key file', async (_, change) => {
    expect(await openKeyFile(withHeader(change), KEY_PASSPHRASE)).toEqual({
      ok: false,
      error: { code: 'key.not-a-key-file' },
    })
  })

  test.each([
    ['nothing', '', 'key.not-a-key-file'],
    ['a workbook', 'PK\u0003\u0004', 'key.not-a-key-file'],
    ['a newer key file', '{"format":"pbz-key-2","key":""}', 'key.newer'],
  ])('is told from %s', async (_, text, code) => {
    expect(await openKeyFile(Buffer.from(text), KEY_PASSPHRASE)).toEqual({ ok: false, error: { code } })
  })
})

test('a passphrase file loses one final line break and nothing else', () => {
  const read = (text: string) => passphraseOfFile(Buffer.from(text))
  expect([read('口令 \n'), read('口令\r\n'), read('\uFEFF口令'), read('口令\n\n')]).toEqual([
    '口令 ',
    '口令',
    '口令',
    '口令\n',
  ])
})
