import { IconLock } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import type { Desktop } from '#shared/ipc/contract.ts'
import { CONFIDENTIALITY } from '../state/permanent-words.ts'
import styles from './LockScreen.module.css'
import { ReleaseForm } from './ReleaseForm.tsx'
import { UnlockForm } from './UnlockForm.tsx'

/**
 * Covers the window. A modal dialog of the browser, so that nothing behind it, other dialogs included, can be seen,
 * clicked or tabbed to.
 */
export function LockScreen({ desktop, onUnlock }: { desktop: Desktop; onUnlock: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null)
  const [isForgotten, setForgotten] = useState(false)

  useEffect(() => {
    const shown = dialog.current
    if (shown === null) return undefined
    const stay = (event: Event) => event.preventDefault()
    // A browser lets a second Esc close a dialog whatever is answered to the first.
    const again = () => shown.showModal()
    // The screens behind go on listening; typing into the dialog needs no listener.
    const keepToItself = (event: KeyboardEvent) => {
      event.stopImmediatePropagation()
      if (!(event.target instanceof Node && shown.contains(event.target))) event.preventDefault()
    }
    shown.showModal()
    window.addEventListener('keydown', keepToItself, { capture: true })
    shown.addEventListener('cancel', stay)
    shown.addEventListener('close', again)
    return () => {
      window.removeEventListener('keydown', keepToItself, { capture: true })
      shown.removeEventListener('cancel', stay)
      shown.removeEventListener('close', again)
      shown.close()
    }
  }, [])

  return (
    <dialog ref={dialog} className={styles.screen} aria-label="屏幕已锁定">
      <div className={styles.box}>
        <h1 className={styles.title}>
          <IconLock size={22} stroke={1.6} aria-hidden /> 屏幕已锁定
        </h1>
        {isForgotten ? (
          <ReleaseForm desktop={desktop} onUnlock={onUnlock} onBack={() => setForgotten(false)} />
        ) : (
          <UnlockForm desktop={desktop} onUnlock={onUnlock} onForgotten={() => setForgotten(true)} />
        )}
        <p className={styles.quiet}>
          锁定前填写的内容原样保留，解锁后继续；还有内容没有保存时，解锁后才能关闭程序。
        </p>
      </div>
      <p className={styles.quiet}>{CONFIDENTIALITY}</p>
    </dialog>
  )
}
