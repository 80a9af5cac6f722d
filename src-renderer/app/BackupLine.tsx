import { Button } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useState } from 'react'
import type { Desktop } from '#shared/ipc/contract.ts'
import { useBackupState, useBackupWatch } from '../state/backup-state.ts'
import { useScreenState } from '../state/screen-state.ts'
import styles from './BackupLine.module.css'
import { backupAlarm } from './backup-alarm.ts'

/** Where it is remembered that the missing passphrase was read and put away. */
const SAID_KEY = 'pbz-passphrase-said'

/** The red line: no good backup for more than three days; what is missing, as a reminder. Nothing while all is well. */
export function BackupLine({ desktop, isTrial }: { desktop: Desktop; isTrial: boolean }) {
  useBackupWatch(desktop)
  const [passphraseSaid, setSaid] = useState(() => localStorage.getItem(SAID_KEY) !== null)
  const status = useBackupState((state) => state.status)
  const alarm = backupAlarm(status, { now: new Date().toISOString(), isTrial, passphraseSaid })
  const { screen, goTo } = useScreenState()
  if (alarm === null) return null

  function putAway() {
    localStorage.setItem(SAID_KEY, new Date().toISOString())
    setSaid(true)
  }

  return (
    <div className={styles.line} data-tone={alarm.tone} role="alert" aria-label="备份提醒">
      <IconAlertTriangle size={18} stroke={1.8} aria-hidden />
      <span className={styles.words}>{alarm.sentence}</span>
      {screen === 'backup' ? null : (
        <Button size="compact-sm" variant="default" onClick={() => goTo('backup')}>
          去“备份”
        </Button>
      )}
      {alarm.once === undefined ? null : (
        <Button size="compact-sm" variant="default" onClick={putAway}>
          知道了
        </Button>
      )}
    </div>
  )
}
