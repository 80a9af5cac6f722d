import type { PublicKey } from '#shared/bundle/public-key.ts'
import type { AppError } from '#shared/errors/app-error.ts'
import type { Desktop } from '#shared/ipc/contract.ts'
import type { Result } from '#shared/result.ts'

/** Signing 口令 have at least so many characters (DESIGN.md 5); the main process refuses shorter ones too. */
export const PASSPHRASE_MINIMUM = 10

/** Beside the field of a new 口令. */
export const PASSPHRASE_HINT = `至少 ${PASSPHRASE_MINIMUM} 个字符，可用一句容易记住的话。口令忘记后无法找回，只能另建密钥并登记。`

export interface NewKey {
  readonly person: string
  readonly role: 'preparer' | 'reviewer'
  readonly unit: string
  readonly passphrase: string
  /** The 口令 typed a second time. */
  readonly repeated: string
}

/** What is wrong with the typed key, by field; null when it may be made. */
export function keyProblem(key: NewKey): { readonly field: keyof NewKey; readonly message: string } | null {
  if (key.person.trim() === '') return { field: 'person', message: '请填写姓名' }
  if ([...key.passphrase].length < PASSPHRASE_MINIMUM)
    return { field: 'passphrase', message: `口令至少 ${PASSPHRASE_MINIMUM} 个字符` }
  if (key.passphrase !== key.repeated) return { field: 'repeated', message: '两次输入的口令不一致' }
  return null
}

/** Makes a key of the unit in the data folder; only its public half comes back. Expects `keyProblem` to be null. */
export function createKey(
  desktop: Pick<Desktop, 'call'>,
  { person, role, unit, passphrase }: NewKey,
): Promise<Result<PublicKey, AppError>> {
  return desktop.call('keys:create', { person: person.trim(), role, unit, passphrase })
}
