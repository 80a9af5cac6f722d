import { useState } from 'react'
import type { PublicKey } from '#shared/bundle/public-key.ts'
import type { AppError } from '#shared/errors/app-error.ts'
import { desktop } from '../platform/desktop.ts'
import { createKey, keyProblem, type NewKey } from '../use-cases/create-key.ts'

export interface NewKeyDraft {
  readonly key: NewKey
  /** What is wrong with a field, as typed when it was last tried. */
  readonly problem: ReturnType<typeof keyProblem>
  /** Why the main process did not make it. */
  readonly failure: AppError | null
  readonly busy: boolean
  /** Something was typed that closing would lose. */
  readonly isTyped: boolean
  change(part: Partial<NewKey>): void
  /** Makes the key; null when something is wrong, which is then told. */
  create(): Promise<PublicKey | null>
}

/** A key being typed; `proposed` names its person until another one is typed. */
export function useNewKey(
  unit: string,
  role: NewKey['role'],
  proposed: (role: NewKey['role']) => string,
): NewKeyDraft {
  const [typed, setTyped] = useState<Partial<NewKey>>({ role })
  const [problem, setProblem] = useState<NewKeyDraft['problem']>(null)
  const [failure, setFailure] = useState<AppError | null>(null)
  const [busy, setBusy] = useState(false)
  const chosen = typed.role ?? role
  const key: NewKey = { unit, role: chosen, person: proposed(chosen), passphrase: '', repeated: '', ...typed }
  return {
    key,
    problem,
    failure,
    busy,
    isTyped: [typed.person, typed.passphrase, typed.repeated].some((text) => Boolean(text)),
    change: (part) => setTyped({ ...typed, ...part }),
    async create() {
      const wrong = keyProblem(key)
      setProblem(wrong)
      setFailure(null)
      if (wrong !== null) return null
      setBusy(true)
      const made = await createKey(desktop, key)
      setBusy(false)
      if (!made.ok) setFailure(made.error)
      return made.ok ? made.value : null
    },
  }
}
