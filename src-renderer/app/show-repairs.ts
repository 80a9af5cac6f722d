import { notifications } from '@mantine/notifications'
import { useBackupState } from '../state/backup-state.ts'
import type { OpeningRepair } from '../workspace/open-workspace.ts'
import { repairWords } from './repair-words.ts'

/** Tells what opening had to put right; stays until the clerk has read it. */
export function showRepairs(repairs: readonly OpeningRepair[]): void {
  const { openingRestored, setOpeningRestored } = useBackupState.getState()
  setOpeningRestored(false)
  const isRestored = openingRestored || repairs.some((repair) => repair.kind === 'restored')
  for (const repair of repairs) {
    // 从备份恢复 has said so, and no folder was moved.
    if (isRestored && repair.kind === 'new-station') continue
    const { title, advice } = repairWords(repair)
    notifications.show({ title, message: advice, color: 'orange', autoClose: false })
  }
}
