import type { Secret } from '#shared/backup/secret.ts'
import type { AppError } from '#shared/errors/app-error.ts'
import type { Desktop } from '#shared/ipc/contract.ts'
import type { Result } from '#shared/result.ts'
import { PASSPHRASE_MINIMUM } from './create-key.ts'

/** Passphrases as typed; an empty one is left as it is. */
export interface TypedPassphrases {
  readonly office: string
  readonly officeAgain: string
  readonly reviewer: string
  readonly reviewerAgain: string
}

export const NO_PASSPHRASES: TypedPassphrases = {
  office: '',
  officeAgain: '',
  reviewer: '',
  reviewerAgain: '',
}

export interface TypedProblem {
  readonly field: keyof TypedPassphrases
  readonly message: string
}

/** What is wrong with typed passphrases; null when they may be set. `first`: there are none yet. */
export function passphraseProblem(typed: TypedPassphrases, first: boolean): TypedProblem | null {
  const { office, officeAgain, reviewer, reviewerAgain } = typed
  if (office === '' && (first || reviewer === '')) return { field: 'office', message: '请设置口令' }
  if (office !== '' && isShort(office)) return { field: 'office', message: TOO_SHORT }
  if (office !== officeAgain) return { field: 'officeAgain', message: '两次输入的口令不一致' }
  if (reviewer !== '' && isShort(reviewer)) return { field: 'reviewer', message: TOO_SHORT }
  if (reviewer !== reviewerAgain) return { field: 'reviewerAgain', message: '两次输入的口令不一致' }
  if (reviewer !== '' && reviewer === office)
    return { field: 'reviewer', message: '审核人口令不能与办公室口令相同' }
  return null
}

const TOO_SHORT = `口令至少 ${PASSPHRASE_MINIMUM} 个字符`
const isShort = (text: string): boolean => [...text.trim()].length < PASSPHRASE_MINIMUM

/** Sets the passphrases of the backups; expects `passphraseProblem` to be null. */
export function protectBackups(
  desktop: Pick<Desktop, 'call'>,
  { office, reviewer }: TypedPassphrases,
  current: Secret | null,
): Promise<Result<null, AppError>> {
  return desktop.call('backup:protect', {
    office: office === '' ? null : office,
    reviewer: reviewer === '' ? null : reviewer,
    current,
  })
}
