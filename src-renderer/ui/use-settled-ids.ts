import { useState } from 'react'

/**
 * The ids that belonged to a narrowed view when `key` last changed. Rows stay in view while they are edited, so that
 * the next keystroke does not land in another row.
 */
export function useSettledIds(key: string, ids: () => readonly string[]): ReadonlySet<string> {
  const [settled, setSettled] = useState(() => ({ key, ids: new Set(ids()) }))
  if (settled.key === key) return settled.ids
  const next = { key, ids: new Set(ids()) }
  setSettled(next)
  return next.ids
}
