import { createHash, createPrivateKey, sign } from 'node:crypto'
import type { PrivateJwk } from '#main/bundles/crypto-suite.ts'
import { thumbprint } from '#main/bundles/crypto-suite.ts'
import type { SigningKey } from '#main/bundles/key-file.ts'
import { body, preparer, reviewer, SIGNED_AT, UNIT } from './bundle-vectors.ts'

type Json = Record<string, unknown>

export interface Forgery {
  readonly manifest?: Json
  /** Raw payload text, when it shall not be what JSON.stringify makes. */
  readonly payloadText?: string
  readonly bodyText?: string
  readonly signers?: readonly { readonly key: SigningKey; readonly header?: Json; readonly text?: string }[]
  /** Members added to or replaced in the file. */
  readonly file?: Json
}

const base64Url = (text: string) => Buffer.from(text, 'utf8').toString('base64url')

/** A manifest as our program would write it, with members replaced; an undefined member is left out. */
export function plainManifest(change: Json = {}, bodyText = JSON.stringify(body)): Json {
  return {
    kind: 'report',
    from: UNIT,
    to: 'YY-430600',
    station: 'station-test-0001',
    period: '2021Q3',
    seq: 1,
    previous: null,
    supersedes: null,
    void: [],
    createdAt: SIGNED_AT,
    schema: 1,
    pack: { id: 'builtin-2020-2022', version: 'v1' },
    counts: { enterprise: 1, participation: 1, patent: 1, figures: 1, activity: 1, plan: 0 },
    contacts: 'omitted',
    signers: [preparer, reviewer].map(({ public: { kid, jwk, person, role } }) => ({
      kid,
      jwk,
      person,
      role,
    })),
    repliesTo: null,
    contents: [
      {
        name: 'body',
        bytes: Buffer.byteLength(bodyText),
        sha256: createHash('sha256').update(bodyText).digest('hex'),
      },
    ],
    ...change,
  }
}

/** Signs whatever it is told to, with node:crypto alone: what an attacker who owns these keys could make. */
export function forge(forgery: Forgery = {}): Buffer {
  const bodyText = forgery.bodyText ?? JSON.stringify(body)
  const payload = base64Url(forgery.payloadText ?? JSON.stringify(plainManifest(forgery.manifest, bodyText)))
  const signatures = (forgery.signers ?? [{ key: preparer }]).map(({ key, header, text }) => {
    const plain = { alg: 'Ed25519', kid: key.public.kid, typ: 'pbz-report+json' }
    const rest = { role: key.public.role, signedAt: SIGNED_AT }
    const protectedPart = base64Url(text ?? JSON.stringify({ ...plain, ...rest, ...header }))
    return {
      protected: protectedPart,
      signature: rawSignature(`${protectedPart}.${payload}`, key.privateJwk),
    }
  })
  const file = { format: 'pbz-1', manifest: { payload, signatures }, body: bodyText, ...forgery.file }
  return Buffer.from(JSON.stringify(file), 'utf8')
}

function rawSignature(input: string, jwk: PrivateJwk): string {
  const key = createPrivateKey({ key: { ...jwk }, format: 'jwk' })
  return sign(null, Buffer.from(input), key).toString('base64url')
}

export function kidOf(x: string): string {
  return thumbprint({ kty: 'OKP', crv: 'Ed25519', x })
}
