import type { PreviousFile } from '#shared/bundle/check-order.ts'
import { type Inspection, inspectBundle } from '#shared/bundle/inspect.ts'
import { parseTrust } from '#shared/bundle/parse-trust.ts'
import type { PublicKey } from '#shared/bundle/public-key.ts'
import type { TrustList } from '#shared/bundle/trust.ts'
import {
  readPrevious,
  type Verification,
  type VerifyContext,
  verifyBundle,
} from '#shared/bundle/verify-policy.ts'
import type { AppError } from '#shared/errors/app-error.ts'
import type { Result } from '#shared/result.ts'
import { nodeBundleCrypto } from './crypto-suite.ts'

/** Verifies every signature by itself and applies the policy; never throws for what a file contains. */
export function verifyFile(bytes: Uint8Array, context: VerifyContext): Promise<Verification> {
  return verifyBundle(bytes, context, nodeBundleCrypto)
}

/** What a file says of itself, unverified. */
export function inspectFile(bytes: Uint8Array, fileName = ''): Result<Inspection, AppError> {
  return inspectBundle(bytes, nodeBundleCrypto, fileName)
}

/** The file the next report follows: whole, its signatures good by the keys it carries. */
export function readPreviousFile(
  bytes: Uint8Array,
  fileName: string,
): Promise<Result<PreviousFile, AppError>> {
  return readPrevious(bytes, nodeBundleCrypto, fileName)
}

/** Reads TRUST.json; `bundle.trust-invalid` or `bundle.key-unsafe`. */
export function readTrust(bytes: Uint8Array): Result<TrustList, AppError> {
  return parseTrust(bytes, nodeBundleCrypto)
}

/** 本机密钥: a unit's own keys are enough to check its own files. It expires never and says nothing of others. */
export function ownTrust(keys: readonly PublicKey[]): TrustList {
  const unique = new Map(keys.map((key) => [key.kid, key]))
  return {
    format: 'pbz-trust-1',
    serial: 0,
    expires: '9999-12-31',
    keys: [...unique.values()].map(({ kid, jwk, unit, role, person }) => ({ kid, jwk, unit, role, person })),
  }
}
