import { useEffect, useState } from 'react'
import type { BackupStatus } from '#shared/ipc/backup-channels.ts'
import { desktop } from '../../platform/desktop.ts'

/** Whose passphrases open the backups of this office, `lost` or `unreadable` when this PC's key for them is; null: not known yet. */
export type Protection = BackupStatus['protection'] | null

export function useProtection(): Protection {
  const [protection, setProtection] = useState<Protection>(null)
  useEffect(() => {
    void desktop.call('backup:status', null).then((status) => {
      if (status.ok) setProtection(status.value.protection)
    })
  }, [])
  return protection
}
