import { useEffect, useState } from 'react'
import type { BackupStatus } from '#shared/ipc/backup-channels.ts'
import type { Reply } from '#shared/ipc/contract.ts'
import { desktop } from '../../platform/desktop.ts'

export type BackupList = Extract<Reply<'backup:list'>, { ok: true }>['value']

/** Every backup in both places; asked for again whenever the status changed. Null until answered. */
export function useBackupList(status: BackupStatus | null): BackupList | null {
  const [list, setList] = useState<BackupList | null>(null)
  const last = JSON.stringify([status?.data.lastGood, status?.second])
  useEffect(() => {
    // Read here so that the effect follows it.
    if (last === '') return
    void desktop.call('backup:list', null).then((reply) => {
      if (reply.ok) setList(reply.value)
    })
  }, [last])
  return list
}
