import { describe, expect, test } from 'vitest'
import { nodeBundleCrypto, thumbprint } from '#main/bundles/crypto-suite.ts'
import { StationKeys } from '#main/stations/station-key.ts'
import { keyCode } from '#shared/exchange/key-code.ts'
import { FaultyFileSystem } from '#tests/support/faulty-file-system.ts'
import { value } from '../journal/journal-fixture.ts'

const NOW = '2021-03-05T08:00:00.000Z'
const STATION = 'a'.repeat(32)

function keysOn(fs = new FaultyFileSystem('/profile')) {
  return { fs, keys: new StationKeys(fs, '/profile/stations') }
}

describe('the key of a station', () => {
  test('is made once, read back as the same, and is another one for another folder or station', async () => {
    const { fs, keys } = keysOn()
    expect(value(await keys.load('/台账', STATION))).toBeNull()
    const made = value(await keys.create('/台账', STATION, NOW))
    expect(value(await new StationKeys(fs, '/profile/stations').load('/台账', STATION))).toEqual(made)
    expect(made.kid).toBe(thumbprint(made.jwk))
    expect(Object.keys(made.jwk)).toEqual(['kty', 'crv', 'x'])
    expect(value(await keys.load('/另一处', STATION))).toBeNull()
    expect(value(await keys.load('/台账', 'b'.repeat(32)))).toBeNull()
  })

  test.each([
    ['cut', (text: string) => text.slice(0, 40)],
    ['of another station', (text: string) => text.replace(STATION, 'b'.repeat(32))],
    ['with halves that do not belong together', (text: string) => text.replace(/"d":"(.{5})/, '"d":"AAAAA')],
  ])('is refused when it is %s, and what stands there stays', async (_name, spoil) => {
    const { fs, keys } = keysOn()
    value(await keys.create('/台账', STATION, NOW))
    const [path = '', bytes] = [...fs.files][0] ?? []
    const spoiled = Buffer.from(spoil(Buffer.from(bytes ?? []).toString('utf8')))
    fs.files.set(path, spoiled)
    expect(await keys.load('/台账', STATION)).toEqual({ ok: false, error: { code: 'exchange.key-damaged' } })
    expect(fs.files.get(path)).toEqual(spoiled)
  })

  test('is told when the disk is full, and no half of it is left', async () => {
    const { fs, keys } = keysOn()
    fs.failAt('write', 'ENOSPC')
    expect(await keys.create('/台账', STATION, NOW)).toMatchObject({ error: { code: 'file.disk-full' } })
    expect([...fs.files.keys()]).toEqual([])
  })

  test('has a 30-digit code, that of a file over the bytes of its thumbprint', () => {
    // RFC 8037, A.3: this key has the thumbprint kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k.
    const jwk = { kty: 'OKP', crv: 'Ed25519', x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo' } as const
    const hex = Buffer.from('kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k', 'base64url').toString('hex')
    const digits = (BigInt(`0x${hex.slice(0, 25)}`) % 10n ** 30n).toString().padStart(30, '0')
    expect(keyCode(jwk, nodeBundleCrypto).replaceAll(' ', '')).toBe(digits)
    expect(keyCode(jwk, nodeBundleCrypto)).toMatch(/^(\d{5} ){5}\d{5}$/)
  })
})
