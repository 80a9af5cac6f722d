import { type ReactNode, useEffect, useState } from 'react'
import type { Desktop } from '#shared/ipc/contract.ts'
import { LOCK_MINUTES } from '#shared/ipc/lock-channels.ts'
import { useLockState } from '../state/lock-state.ts'
import { LockScreen } from './LockScreen.tsx'
import { useIdleLock } from './use-idle-lock.ts'

/** With a 屏幕锁 the program starts locked and opens nothing before it is unlocked for the first time. */
export function LockGate({ desktop, children }: { desktop: Desktop; children: ReactNode }) {
  const [admitted, setAdmitted] = useState(false)
  const locked = useLockState((state) => state.locked)
  useIdleLock()

  useEffect(() => {
    void desktop.call('lock:status', null).then((status) => {
      // What cannot be asked counts as locked: unlocking asks again.
      const minutes = status.ok ? status.value.minutes : LOCK_MINUTES[0]
      useLockState.getState().setMinutes(minutes)
      if (minutes === null) setAdmitted(true)
      else useLockState.getState().lock()
    })
  }, [desktop])

  function unlock() {
    useLockState.getState().unlock()
    setAdmitted(true)
  }

  return (
    <>
      {admitted ? children : null}
      {locked ? <LockScreen desktop={desktop} onUnlock={unlock} /> : null}
    </>
  )
}
