import { Button, PasswordInput } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import type { Desktop } from '#shared/ipc/contract.ts'
import { CONFIDENTIALITY } from '../state/permanent-words.ts'
import { sentenceOf } from '../ui/sentence.ts'
import styles from './LockScreen.module.css'

/**
 * Covers the window. A modal dialog of the browser, so that nothing behind it, other dialogs included, can be seen,
 * clicked or tabbed to.
 */
export function LockScreen({ desktop, onUnlock }: { desktop: Desktop; onUnlock: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null)
  const [passphrase, setPassphrase] = useState('')
  const [failure, setFailure] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)

  useEffect(() => {
    const shown = dialog.current
    if (shown === null) return undefined
    const stay = (event: Event) => event.preventDefault()
    // A browser lets a second Esc close a dialog whatever is answered to the first.
    const again = () => shown.showModal()
    shown.showModal()
    shown.addEventListener('cancel', stay)
    shown.addEventListener('close', again)
    return () => {
      shown.removeEventListener('cancel', stay)
      shown.removeEventListener('close', again)
      shown.close()
    }
  }, [])

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
    <dialog ref={dialog} className={styles.screen} aria-label="屏幕已锁定">
      <form className={styles.box} onSubmit={(event) => void unlock(event)}>
        <h1 className={styles.title}>
          <IconLock size={22} stroke={1.6} aria-hidden /> 屏幕已锁定
        </h1>
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
        <p className={styles.quiet}>锁定前填写的内容原样保留，解锁后继续。</p>
      </form>
      <p className={styles.quiet}>{CONFIDENTIALITY}</p>
    </dialog>
  )
}
