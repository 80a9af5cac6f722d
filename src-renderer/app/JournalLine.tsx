import { Button } from '@mantine/core'
import type { Desktop } from '#shared/ipc/contract.ts'
import { useScreenState } from '../state/screen-state.ts'
import { Status } from '../ui/Status.tsx'
import styles from './Shell.module.css'
import { useJournalDamage } from './use-journal-damage.ts'

/** Above the screen when the journal on the disk is no longer what was written. */
export function JournalLine({ desktop }: { desktop: Desktop }) {
  const damage = useJournalDamage(desktop)
  const goTo = useScreenState((state) => state.goTo)
  if (damage === null) return null
  return (
    <div className={styles.warning} role="alert" aria-label="台账日志">
      <Status tone="bad" word={`台账日志“${damage.file}”第 ${damage.line} 行已损坏`} />{' '}
      请先不要继续录入，用最近一份完好的备份恢复。{' '}
      <Button size="compact-sm" variant="default" onClick={() => goTo('backup')}>
        去“备份”
      </Button>
    </div>
  )
}
