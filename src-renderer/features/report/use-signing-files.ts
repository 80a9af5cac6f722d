import { useCallback, useEffect, useState } from 'react'
import type { PublicKey } from '#shared/bundle/public-key.ts'
import type { AppError } from '#shared/errors/app-error.ts'
import type { OutboxEntry } from '#shared/ipc/bundle-channels.ts'
import { desktop } from '../../platform/desktop.ts'

export interface SigningFiles {
  readonly outbox: readonly OutboxEntry[]
  readonly keys: readonly PublicKey[]
  readonly failure: AppError | null
  /** Reads both again, after something was signed or a key was made. */
  refresh(): void
}

/** 发件箱 and the keys of this PC. */
export function useSigningFiles(): SigningFiles {
  const [outbox, setOutbox] = useState<readonly OutboxEntry[]>([])
  const [keys, setKeys] = useState<readonly PublicKey[]>([])
  const [failure, setFailure] = useState<AppError | null>(null)
  const [reading, setReading] = useState(0)
  useEffect(() => {
    let gone = reading < 0
    void Promise.all([desktop.call('bundle:outbox', null), desktop.call('keys:list', null)]).then(
      ([sent, known]) => {
        if (gone) return
        if (sent.ok) setOutbox(sent.value)
        if (known.ok) setKeys(known.value)
        setFailure(sent.ok ? (known.ok ? null : known.error) : sent.error)
      },
    )
    return () => {
      gone = true
    }
  }, [reading])
  const refresh = useCallback(() => setReading((before) => before + 1), [])
  return { outbox, keys, failure, refresh }
}
