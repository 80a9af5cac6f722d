import { join } from 'node:path'
import { BUNDLE_LIMITS } from '#shared/bundle/bundle-file.ts'
import type { AppError } from '#shared/errors/app-error.ts'
import type { bundleChannels, SignedFileRef } from '#shared/ipc/bundle-channels.ts'
import type { FileToken } from '#shared/ipc/channel.ts'
import type { Handlers } from '#shared/ipc/contract.ts'
import { err, ok, type Result } from '#shared/result.ts'
import type { FileSystem } from '../files/file-system.ts'
import type { FileTokens } from '../files/file-tokens.ts'
import { readToken } from '../files/read-file.ts'
import { bundleFolder } from './bundle-folder.ts'
import { KeyStore, keyFolder } from './key-store.ts'
import { type KeptFile, Outbox } from './outbox.ts'
import { failedSelfTest } from './self-test.ts'
import { countersign, type SignedFile, signReport } from './sign-report.ts'
import { ownTrust, readTrust, verifyFile } from './verify-file.ts'

export interface BundleDeps {
  readonly fs: FileSystem
  readonly tokens: FileTokens
  /** The data folder of today: it may be chosen anew while the program runs. */
  readonly dataFolder: () => string
  /** ISO 8601 UTC. */
  readonly now: () => string
  readonly randomBytes: (length: number) => Uint8Array
}

const KEY_MEGABYTES = 1
const TRUST_MEGABYTES = 16

/** 密钥, 签名, 验证, 发件箱. The self-test runs once, before the first use of a key. */
export function bundleHandlers(deps: BundleDeps): Pick<Handlers, keyof typeof bundleChannels> {
  const { fs, tokens, now } = deps
  const keys = () =>
    new KeyStore(bundleFolder(fs, keyFolder(deps.dataFolder()), KEY_MEGABYTES), deps.randomBytes)
  const outbox = () =>
    new Outbox(bundleFolder(fs, join(deps.dataFolder(), 'outbox'), BUNDLE_LIMITS.megabytes))
  const bytesOf = async (token: FileToken, megabytes: number): Promise<Result<Uint8Array, AppError>> => {
    const file = await readToken(fs, tokens, token, megabytes)
    return file.ok ? ok(file.value.bytes) : file
  }
  const keep = async (file: SignedFile): Promise<Result<SignedFileRef, AppError>> => {
    const kept = await outbox().keep(file)
    return kept.ok ? ok(refOf(tokens, kept.value)) : kept
  }
  const selfTested = once(failedSelfTest)
  return {
    'keys:list': () => keys().list(),
    'keys:create': async ({ passphrase, ...holder }) => {
      const broken = await selfTested()
      return broken === null ? keys().create(holder, passphrase, now()) : err(broken)
    },
    'bundle:sign': async ({ heading, body, signer, countersigner }) => {
      const broken = await selfTested()
      if (broken !== null) return err(broken)
      const knownSigners = await keys().list()
      if (!knownSigners.ok) return knownSigners
      const key = await keys().open(signer.kid, signer.passphrase)
      if (!key.ok) return key
      // Both keys are unlocked before anything is signed: a wrong 口令 leaves nothing behind.
      const second =
        countersigner === undefined ? null : await keys().open(countersigner.kid, countersigner.passphrase)
      if (second !== null && !second.ok) return second
      const report = { heading, body, key: key.value, knownSigners: knownSigners.value, now: now() }
      const signed = await signReport(report)
      const both =
        signed.ok && second !== null ? await countersign(signed.value.bytes, second.value, now()) : signed
      return both.ok ? keep(both.value) : both
    },
    'bundle:countersign': async ({ token, signer }) => {
      const broken = await selfTested()
      if (broken !== null) return err(broken)
      const bytes = await bytesOf(token, BUNDLE_LIMITS.megabytes)
      if (!bytes.ok) return bytes
      const key = await keys().open(signer.kid, signer.passphrase)
      if (!key.ok) return key
      const signed = await countersign(bytes.value, key.value, now())
      return signed.ok ? keep(signed.value) : signed
    },
    'bundle:verify': async ({ token, trustToken, previousToken }) => {
      const broken = await selfTested()
      if (broken !== null) return err(broken)
      const bytes = await bytesOf(token, BUNDLE_LIMITS.megabytes)
      if (!bytes.ok) return bytes
      const trust = trustToken === undefined ? await ownKeys(keys()) : await givenTrust(trustToken, bytesOf)
      if (!trust.ok) return trust
      const previous =
        previousToken === undefined ? null : await bytesOf(previousToken, BUNDLE_LIMITS.megabytes)
      if (previous !== null && !previous.ok) return previous
      const context = { trust: trust.value, previous: previous?.value ?? null, now: now(), expected: {} }
      return ok((await verifyFile(bytes.value, context)).verdict)
    },
    'bundle:outbox': async () => {
      const kept = await outbox().list()
      if (!kept.ok) return kept
      return ok(
        kept.value.map((file) => {
          const { period, seq, createdAt, signatures } = file
          return { ...refOf(tokens, file), period, seq, createdAt, signatures }
        }),
      )
    },
  }
}

async function ownKeys(keys: KeyStore) {
  const own = await keys.list()
  return own.ok ? ok(ownTrust(own.value)) : own
}

async function givenTrust(
  token: FileToken,
  bytesOf: (token: FileToken, megabytes: number) => Promise<Result<Uint8Array, AppError>>,
) {
  const bytes = await bytesOf(token, TRUST_MEGABYTES)
  return bytes.ok ? readTrust(bytes.value) : bytes
}

function refOf(tokens: FileTokens, file: KeptFile): SignedFileRef {
  const { identity, code, name, path } = file
  return { token: tokens.issue({ kind: 'file', path }), identity, code, name, bytes: file.bytes.length }
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined
  return () => {
    made ??= make()
    return made
  }
}
