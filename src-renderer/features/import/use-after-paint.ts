import { useEffect, useState } from 'react'

/** Long enough for a changed busy state to be painted, and to gather several quick ticks into one run. */
const PAUSE_MS = 60

export interface Work<T> {
  /** The last finished result; null before the first. */
  readonly value: T | null
  readonly isBusy: boolean
}

/** Runs `work` whenever it changes, after the screen has been painted; null means nothing to do. */
export function useAfterPaint<T>(work: (() => T) | null): Work<T> {
  const [done, setDone] = useState<{ readonly of: () => T; readonly value: T } | null>(null)
  useEffect(() => {
    if (work === null) return
    const timer = setTimeout(() => setDone({ of: work, value: work() }), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [work])
  return { value: work === null ? null : (done?.value ?? null), isBusy: work !== null && done?.of !== work }
}
