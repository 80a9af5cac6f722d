import type { AppError } from '../errors/app-error.ts'
import { err, ok, type Result } from '../result.ts'
import type { BundleCrypto } from './bundle-crypto.ts'
import { keyProblem } from './read-bundle.ts'
import { TrustList } from './trust.ts'
import { trustWhere } from './trust-where.ts'

/** Reads TRUST.json. It is not byte-exact: until it travels in a directive it may be written by hand. */
export function parseTrust(bytes: Uint8Array, crypto: BundleCrypto): Result<TrustList, AppError> {
  const text = crypto.decodeUtf8(bytes)
  let json: unknown
  try {
    json = text === null ? undefined : JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    json = undefined
  }
  if (json === undefined) return err({ code: 'bundle.trust-invalid', where: '不是 JSON 文件' })
  const trust = TrustList.safeParse(json)
  if (!trust.success) return err({ code: 'bundle.trust-invalid', where: trustWhere(trust.error) })
  const keys = trust.data.keys.map(({ kid, jwk, person }) => ({ kid, jwk, where: `信任名单中“${person}”` }))
  const unsafe = keyProblem(keys, crypto)
  return unsafe === null ? ok(trust.data) : err(unsafe)
}
