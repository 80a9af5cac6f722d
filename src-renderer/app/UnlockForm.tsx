import { Button, PasswordInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { Desktop } from '#shared/ipc/contract.ts'
import { sentenceOf } from '../ui/sentence.ts'
import styles from './LockScreen.module.css'

export interface UnlockFormProps {
  readonly desktop: Desktop
  readonly onUnlock: () => void
  readonly onForgotten: () => void
}

/** The 锁屏口令. */
export function UnlockForm({ desktop, onUnlock, onForgotten }: UnlockFormProps) {
  const [passphrase, setPassphrase] = useState('')
  const [failure, setFailure] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)

  async function unlock(event: FormEvent) {
    event.preventDefault()
    if (passphrase === '') {
      setFailure('请输入锁屏口令')
      return
    }
    setBusy(true)
    const opened = await desktop.call('lock:open', { passphrase })
    setBusy(false)
    if (opened.ok) {
      onUnlock()
      return
    }
    setPassphrase('')
    setFailure(sentenceOf(opened.error))
  }

  return (
    <form className={styles.form} aria-label="解锁" onSubmit={(event) => void unlock(event)}>
      <PasswordInput
        label="锁屏口令"
        value={passphrase}
        autoFocus
        autoComplete="off"
        error={failure}
        visibilityToggleButtonProps={{ 'aria-label': '显示或隐藏口令' }}
        onChange={(event) => {
          setPassphrase(event.currentTarget.value)
          setFailure(null)
        }}
      />
      <Button type="submit" fullWidth loading={busy}>
        解锁
      </Button>
      <Button variant="subtle" size="xs" onClick={onForgotten}>
        忘记锁屏口令
      </Button>
    </form>
  )
}
