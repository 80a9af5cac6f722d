import { Button } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { Desktop } from '#shared/ipc/contract.ts'
import { useLockState } from '../state/lock-state.ts'
import { Failure } from '../ui/Failure.tsx'
import { SecretFields, useSecretDraft } from '../ui/SecretFields.tsx'
import { sentenceOf } from '../ui/sentence.ts'
import styles from './LockScreen.module.css'

export interface ReleaseFormProps {
  readonly desktop: Desktop
  readonly onUnlock: () => void
  readonly onBack: () => void
}

/** 忘记锁屏口令: a passphrase of the office or the 恢复单 takes the lock away. */
export function ReleaseForm({ desktop, onUnlock, onBack }: ReleaseFormProps) {
  const draft = useSecretDraft('reviewer')
  const [failure, setFailure] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)

  async function release(event: FormEvent) {
    event.preventDefault()
    const { secret } = draft
    if (secret === null) {
      setFailure('请输入口令或恢复单上的数字')
      return
    }
    setBusy(true)
    const released = await desktop.call('lock:release', { secret })
    setBusy(false)
    if (!released.ok) {
      setFailure(sentenceOf(released.error))
      return
    }
    useLockState.getState().setMinutes(null)
    onUnlock()
  }

  return (
    <form className={styles.form} aria-label="忘记锁屏口令" onSubmit={(event) => void release(event)}>
      <SecretFields draft={draft} />
      <Failure sentence={failure} />
      <Button type="submit" fullWidth loading={busy}>
        解锁并停用屏幕锁
      </Button>
      <Button variant="subtle" size="xs" onClick={onBack}>
        返回
      </Button>
    </form>
  )
}
