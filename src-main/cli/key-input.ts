import { ROLE_TITLES, type Role } from '#shared/bundle/public-key.ts'
import { type AppError, inFile } from '#shared/errors/app-error.ts'
import { err, type Result } from '#shared/result.ts'
import { openKeyFile, passphraseOfFile, type SigningKey } from '../bundles/key-file.ts'
import { readFileWithin } from '../files/read-file.ts'
import type { CliIo } from './io.ts'

export const KEY_MEGABYTES = 1

/** The passphrase in a file, without its final line break. */
export async function readPassphrase(io: CliIo, path: string): Promise<Result<string, AppError>> {
  const file = await readFileWithin(io.fs, path, KEY_MEGABYTES)
  return file.ok ? { ok: true, value: passphraseOfFile(file.value.bytes) } : file
}

/** Unlocks a key file; a key of another role than one of `roles` is refused. */
export async function unlockKey(
  io: CliIo,
  keyPath: string,
  passphrasePath: string,
  roles: readonly Role[],
): Promise<Result<SigningKey, AppError>> {
  const file = await readFileWithin(io.fs, keyPath, KEY_MEGABYTES)
  if (!file.ok) return file
  const passphrase = await readPassphrase(io, passphrasePath)
  if (!passphrase.ok) return passphrase
  const key = await openKeyFile(file.value.bytes, passphrase.value)
  if (!key.ok) return err(inFile(key.error, file.value.name))
  const { person, role } = key.value.public
  if (roles.includes(role)) return key
  const wanted = roles.map((one) => ROLE_TITLES[one]).join('或')
  return err({ code: 'cli.wrong-role', person, role: ROLE_TITLES[role], wanted })
}
