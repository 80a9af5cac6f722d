import type { RestoreEnd } from '../use-cases/backup-restore.ts'
import { useBackupState } from './backup-state.ts'
import { useOpeningState } from './opening-state.ts'
import { useScreenState } from './screen-state.ts'

/** Leaves 从备份恢复 after 确认恢复. The workspace is opened again always: no window may work on a closed journal. */
export function leaveRestore(end: RestoreEnd): void {
  const backup = useBackupState.getState()
  if (end.at === 'done') {
    backup.setJustRestored(end.restored.chainOpen)
    backup.setOpeningRestored(true)
  }
  backup.setRestoring(false)
  useScreenState.getState().goTo('backup')
  useOpeningState.getState().reopen()
}
