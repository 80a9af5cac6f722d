import { Button } from '@mantine/core'
import { openHistory } from '../../state/history-place.ts'
import { useMergePlace } from '../../state/merge-place.ts'
import { Panel } from '../../ui/Panel.tsx'
import { Status } from '../../ui/Status.tsx'
import { useRecords } from '../../workspace/use-workspace.ts'
import styles from './Enterprises.module.css'
import { FirmForm } from './FirmForm.tsx'
import { type RegisterRow, twinsOfFirm } from './register-rows.ts'

export interface FirmPanelProps {
  readonly firm: RegisterRow
  readonly focus?: string
  readonly onOpen: (id: string) => void
  readonly onClose: () => void
  readonly onVoid: () => void
  readonly onRestore: () => void
}

/** One firm: its form, firms it may be the same as, 作废 and 恢复. */
export function FirmPanel({ firm, focus, onOpen, onClose, onVoid, onRestore }: FirmPanelProps) {
  const records = useRecords()
  const openMerge = useMergePlace((state) => state.open)
  const isVoided = firm.voidedFor !== null
  const twins = isVoided ? [] : twinsOfFirm(records, firm)
  return (
    <Panel
      title={firm.name ?? '未填名称的企业'}
      subtitle={firm.code ?? '缺代码'}
      onClose={onClose}
      footer={
        <>
          {isVoided ? (
            <Button onClick={onRestore}>恢复</Button>
          ) : (
            <Button variant="default" onClick={onVoid}>
              作废
            </Button>
          )}
          <Button variant="default" onClick={() => openHistory('enterprise', firm.id)}>
            历史
          </Button>
        </>
      }
    >
      {isVoided ? (
        <p className={styles.voided}>
          <Status tone="waiting" word="已作废" /> 原因：{firm.voidedFor}
        </p>
      ) : null}
      {twins.map(({ twin, words }) => (
        <p key={twin.id} className={styles.twin}>
          <Status tone="warn" word="疑似重复" /> 与“{twin.name ?? '未填名称的企业'}”{words}
          <Button variant="subtle" onClick={() => onOpen(twin.id)}>
            打开
          </Button>
          <Button variant="subtle" onClick={() => openMerge({ type: 'enterprise', ids: [firm.id, twin.id] })}>
            合并…
          </Button>
        </p>
      ))}
      <FirmForm firm={firm} readOnly={isVoided} {...(focus === undefined ? {} : { focus })} />
    </Panel>
  )
}
