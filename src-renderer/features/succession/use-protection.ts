import { useEffect, useState } from 'react'
import { desktop } from '../../platform/desktop.ts'

/** Whose passphrases open the backups of this office; null while not known. A lost key cannot prove anyone. */
export function useProtection(): readonly string[] | null {
  const [protection, setProtection] = useState<readonly string[] | null>(null)
  useEffect(() => {
    void desktop.call('backup:status', null).then((status) => {
      if (!status.ok) return
      const { protection: found } = status.value
      setProtection(found === 'lost' ? [] : found)
    })
  }, [])
  return protection
}
