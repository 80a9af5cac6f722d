import { useEffect, useState } from 'react'
import { type Initials, loadInitials } from '../platform/pinyin.ts'

/** Pinyin initials once `wanted`; null until the dictionary is there. */
export function useInitials(wanted: boolean): Initials | null {
  const [initials, setInitials] = useState<{ readonly of: Initials } | null>(null)
  useEffect(() => {
    if (!wanted || initials !== null) return
    let gone = false
    void loadInitials().then((of) => {
      if (!gone) setInitials({ of })
    })
    return () => {
      gone = true
    }
  }, [wanted, initials])
  return initials?.of ?? null
}
