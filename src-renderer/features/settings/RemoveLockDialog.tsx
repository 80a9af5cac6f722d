import { Modal, PasswordInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { desktop } from '../../platform/desktop.ts'
import { useLockState } from '../../state/lock-state.ts'
import { DialogEnd } from '../../ui/DialogEnd.tsx'
import { sentenceOf } from '../../ui/sentence.ts'
import { closableWhile } from '../../ui/unsaved-guard.ts'
import styles from './settings.module.css'

/** 停用 needs the 口令, so that no passer-by takes the lock away. */
export function RemoveLockDialog({ onClose }: { onClose: () => void }) {
  const [passphrase, setPassphrase] = useState('')
  const [failure, setFailure] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)

  async function remove(event: FormEvent) {
    event.preventDefault()
    if (passphrase === '') return setFailure('请输入锁屏口令')
    setBusy(true)
    const removed = await desktop.call('lock:remove', { passphrase })
    setBusy(false)
    if (!removed.ok) return setFailure(sentenceOf(removed.error))
    useLockState.getState().setMinutes(null)
    return onClose()
  }

  return (
    <Modal opened onClose={onClose} title="停用屏幕锁" {...closableWhile(passphrase === '')}>
      <form className={styles.form} aria-label="停用屏幕锁" onSubmit={(event) => void remove(event)}>
        <PasswordInput
          size="xs"
          label="锁屏口令"
          data-autofocus
          autoComplete="off"
          value={passphrase}
          error={failure}
          visibilityToggleButtonProps={{ 'aria-label': '显示或隐藏口令' }}
          onChange={(event) => {
            setPassphrase(event.currentTarget.value)
            setFailure(null)
          }}
        />
        <DialogEnd failure={null} confirm="停用" busy={busy} onCancel={onClose} />
      </form>
    </Modal>
  )
}
