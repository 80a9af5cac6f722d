import { useEffect } from 'react'
import { useLockState } from '../state/lock-state.ts'

const ACTIVITY = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const
const LOOK_EVERY_MS = 5_000

/** Locks after the set minutes without a key or the mouse, and at once on Ctrl+L. */
export function useIdleLock(): void {
  const minutes = useLockState((state) => state.minutes)
  const lock = useLockState((state) => state.lock)
  useEffect(() => {
    if (minutes === null) return undefined
    let lastSeen = clocks()
    const seen = () => {
      lastSeen = clocks()
    }
    const look = () => {
      const now = clocks()
      const idle = Math.max(now.running - lastSeen.running, now.wall - lastSeen.wall)
      if (idle >= minutes * 60_000) lock()
    }
    const press = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.key.toLowerCase() !== 'l') return
      event.preventDefault()
      lock()
    }
    for (const name of ACTIVITY) window.addEventListener(name, seen, { passive: true })
    window.addEventListener('keydown', press)
    const timer = setInterval(look, LOOK_EVERY_MS)
    return () => {
      clearInterval(timer)
      window.removeEventListener('keydown', press)
      for (const name of ACTIVITY) window.removeEventListener(name, seen)
    }
  }, [minutes, lock])
}

/** One of them may stand still while the PC sleeps, the other may be set back. */
function clocks(): { readonly running: number; readonly wall: number } {
  return { running: performance.now(), wall: Date.now() }
}
