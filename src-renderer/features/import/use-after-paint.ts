import { useEffect, useRef, useState } from 'react'

/** Long enough for a changed busy state to be painted. */
const SHORTEST_PAUSE_MS = 60
/** After slow work several quick ticks are gathered into one run. */
const LONGEST_PAUSE_MS = 1500

export interface Work<T> {
  /** The last finished result; null before the first. */
  readonly value: T | null
  readonly isBusy: boolean
}

/** Runs `work` whenever it changes, after the screen has been painted; null means nothing to do. */
export function useAfterPaint<T>(work: (() => T) | null): Work<T> {
  const [done, setDone] = useState<{ readonly of: () => T; readonly value: T } | null>(null)
  const lastTook = useRef(0)
  useEffect(() => {
    if (work === null) return
    const pause = Math.min(LONGEST_PAUSE_MS, Math.max(SHORTEST_PAUSE_MS, lastTook.current))
    const timer = setTimeout(() => {
      const since = performance.now()
      const value = work()
      lastTook.current = performance.now() - since
      setDone({ of: work, value })
    }, pause)
    return () => clearTimeout(timer)
  }, [work])
  return { value: work === null ? null : (done?.value ?? null), isBusy: work !== null && done?.of !== work }
}
