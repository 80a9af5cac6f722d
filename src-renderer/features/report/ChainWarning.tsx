import { Button } from '@mantine/core'
import { useBackupState } from '../../state/backup-state.ts'
import { useScreenState } from '../../state/screen-state.ts'
import { Status } from '../../ui/Status.tsx'

/** After a restore, until the last sent file was named: the next file may not continue the chain. */
export function ChainWarning() {
  const isOpen = useBackupState((state) => state.status?.chainOpen ?? false)
  const goTo = useScreenState((state) => state.goTo)
  if (!isOpen) return null
  return (
    <>
      <Status tone="warn" word="恢复后还没有接上报送次序" />
      <Button size="compact-sm" variant="default" onClick={() => goTo('backup')}>
        去接上
      </Button>
    </>
  )
}
