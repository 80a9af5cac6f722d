import { z } from 'zod'
import { KeyId, PersonId, PublicJwk, type PublicKey, Role, UnitCode } from '#shared/bundle/public-key.ts'
import type { AppError } from '#shared/errors/app-error.ts'
import { err, ok, type Result } from '#shared/result.ts'
import {
  decryptDirect,
  deriveKey,
  encryptDirect,
  generatePrivateJwk,
  isKeyPair,
  nodeBundleCrypto,
  type PrivateJwk,
  SUITE,
  thumbprint,
} from './crypto-suite.ts'

export const PASSPHRASE_MINIMUM = 10
const KEY_FORMAT = 'pbz-key-1'
const SALT_BYTES = 16

/** An unlocked key, in memory only. */
export interface SigningKey {
  readonly public: PublicKey
  readonly privateJwk: PrivateJwk
}

/** Who a new key is for; `person` is the name the trust list will know. */
export const KeyHolder = z.strictObject({ person: PersonId, role: Role, unit: UnitCode })
export type KeyHolder = z.infer<typeof KeyHolder>

const { N, r, p } = SUITE.scrypt

/** Literals: a hostile file cannot ask for more memory or weaker work. */
const KeyHeader = z.strictObject({
  alg: z.literal(SUITE.keyWrap),
  enc: z.literal(SUITE.content),
  typ: z.literal('pbz-key+json'),
  kdf: z.literal(SUITE.kdf),
  n: z.literal(N),
  r: z.literal(r),
  p: z.literal(p),
  salt: z.string().regex(/^[A-Za-z0-9_-]{22}$/),
  kid: KeyId,
  jwk: PublicJwk,
  person: PersonId,
  role: Role,
  unit: UnitCode,
  createdAt: z.iso.datetime(),
})
type KeyHeader = z.infer<typeof KeyHeader>

const KeyFile = z.strictObject({ format: z.literal(KEY_FORMAT), key: z.string().max(8000) })
const PrivateKey = PublicJwk.extend({ d: z.string().regex(/^[A-Za-z0-9_-]{43}$/) })

export interface NewKeyFile {
  readonly bytes: Uint8Array
  readonly public: PublicKey
}

/** Generates a key and seals it; `key.passphrase-short` below ten characters. */
export async function createKeyFile(
  holder: KeyHolder,
  passphrase: string,
  createdAt: string,
  randomBytes: (length: number) => Uint8Array,
): Promise<Result<NewKeyFile, AppError>> {
  // Spaces around a passphrase are part of it, but nothing to rely on.
  if ([...passphrase.trim()].length < PASSPHRASE_MINIMUM)
    return err({ code: 'key.passphrase-short', minimum: PASSPHRASE_MINIMUM })
  const key = signingKey(generatePrivateJwk(), holder)
  return ok({ public: key.public, bytes: await sealKey(key, passphrase, createdAt, randomBytes(SALT_BYTES)) })
}

/** A private key together with its public half and thumbprint. */
export function signingKey(privateJwk: PrivateJwk, holder: KeyHolder): SigningKey {
  const jwk: PublicJwk = { kty: privateJwk.kty, crv: privateJwk.crv, x: privateJwk.x }
  const { person, role, unit } = holder
  return { public: { kid: thumbprint(jwk), jwk, person, role, unit }, privateJwk }
}

/** The bytes of a key file. */
export async function sealKey(
  key: SigningKey,
  passphrase: string,
  createdAt: string,
  salt: Uint8Array,
): Promise<Uint8Array> {
  const header = {
    typ: 'pbz-key+json',
    kdf: SUITE.kdf,
    n: N,
    r,
    p,
    salt: Buffer.from(salt).toString('base64url'),
    ...key.public,
    createdAt,
  }
  const plaintext = Buffer.from(JSON.stringify(key.privateJwk), 'utf8')
  const jwe = await encryptDirect(plaintext, header, await deriveKey(passphrase, salt))
  return Buffer.from(JSON.stringify({ format: KEY_FORMAT, key: jwe }), 'utf8')
}

/** The public half, readable without the passphrase (`pubkey`, 登记表); `openKeyFile` proves it. */
export function readPublicKey(bytes: Uint8Array): Result<PublicKey, AppError> {
  const read = readKeyFile(bytes)
  return read.ok ? ok(publicPart(read.value.header)) : read
}

/** Unlocks a key file; `key.wrong-passphrase` also when any byte of it was changed. */
export async function openKeyFile(
  bytes: Uint8Array,
  passphrase: string,
): Promise<Result<SigningKey, AppError>> {
  const read = readKeyFile(bytes)
  if (!read.ok) return read
  const { header, jwe } = read.value
  const secret = await deriveKey(passphrase, Buffer.from(header.salt, 'base64url'))
  const plaintext = await decryptDirect(jwe, secret)
  if (plaintext === null) return err({ code: 'key.wrong-passphrase' })
  const jwk = PrivateKey.safeParse(parseJson(Buffer.from(plaintext).toString('utf8')))
  if (!jwk.success) return err({ code: 'key.damaged' })
  const sound = jwk.data.x === header.jwk.x && thumbprint(header.jwk) === header.kid && isKeyPair(jwk.data)
  return sound ? ok({ public: publicPart(header), privateJwk: jwk.data }) : err({ code: 'key.damaged' })
}

/** The passphrase of a `--passphrase-file`: its text without one final line break. */
export function passphraseOfFile(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .replace(/\r?\n$/, '')
}

function readKeyFile(bytes: Uint8Array): Result<{ header: KeyHeader; jwe: string }, AppError> {
  const json = bytes.length > 16_384 ? undefined : parseJson(nodeBundleCrypto.decodeUtf8(bytes))
  const file = KeyFile.safeParse(json)
  if (!file.success) return err({ code: isNewer(json) ? 'key.newer' : 'key.not-a-key-file' })
  const protectedPart = file.data.key.split('.')[0] ?? ''
  const header = KeyHeader.safeParse(parseJson(Buffer.from(protectedPart, 'base64url').toString('utf8')))
  return header.success
    ? ok({ header: header.data, jwe: file.data.key })
    : err({ code: 'key.not-a-key-file' })
}

function publicPart({ kid, jwk, person, role, unit }: KeyHeader): PublicKey {
  return { kid, jwk, person, role, unit }
}

function isNewer(json: unknown): boolean {
  const format = z.looseObject({ format: z.string() }).safeParse(json)
  return format.success && /^pbz-key-(?!1$)\d{1,4}$/.test(format.data.format)
}

function parseJson(text: string | null): unknown {
  try {
    return text === null ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}
