import { Button } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import type { Desktop } from '#shared/ipc/contract.ts'
import { useBackupState, useBackupWatch } from '../state/backup-state.ts'
import { useScreenState } from '../state/screen-state.ts'
import styles from './BackupLine.module.css'
import { backupAlarm } from './backup-alarm.ts'

/** The red line: no good backup for more than three days. Nothing while all is well. */
export function BackupLine({ desktop }: { desktop: Desktop }) {
  useBackupWatch(desktop)
  const alarm = backupAlarm(
    useBackupState((state) => state.status),
    new Date().toISOString(),
  )
  const { screen, goTo } = useScreenState()
  if (alarm === null) return null
  return (
    <div className={styles.line} data-tone={alarm.tone} role="alert" aria-label="备份提醒">
      <IconAlertTriangle size={18} stroke={1.8} aria-hidden />
      <span className={styles.words}>{alarm.sentence}</span>
      {screen === 'backup' ? null : (
        <Button size="compact-sm" variant="default" onClick={() => goTo('backup')}>
          去“备份”
        </Button>
      )}
    </div>
  )
}
