import { Button } from '@mantine/core'
import { useState } from 'react'
import type { Row } from '#shared/records/dictionary.ts'
import { openHistory } from '../../state/history-place.ts'
import { Panel } from '../../ui/Panel.tsx'
import { Status } from '../../ui/Status.tsx'
import { useRecords } from '../../workspace/use-workspace.ts'
import styles from './Enterprises.module.css'
import { FirmForm } from './FirmForm.tsx'
import { MergeFirmsDialog } from './MergeFirmsDialog.tsx'
import { type RegisterRow, twinsOfFirm } from './register-rows.ts'

export interface FirmPanelProps {
  readonly firm: RegisterRow
  readonly focus?: string
  readonly onOpen: (id: string) => void
  readonly onClose: () => void
  readonly onVoid: () => void
  readonly onRestore: () => void
}

/** One firm: its form, firms with the same code, 作废 and 恢复. */
export function FirmPanel({ firm, focus, onOpen, onClose, onVoid, onRestore }: FirmPanelProps) {
  const records = useRecords()
  const [merging, setMerging] = useState<Row<'enterprise'> | null>(null)
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
      {twins.map((twin) => (
        <p key={twin.id} className={styles.twin}>
          <Status tone="warn" word="疑似重复" /> 与“{twin.name ?? '未填名称的企业'}”代码相同
          <Button variant="subtle" onClick={() => onOpen(twin.id)}>
            打开
          </Button>
          <Button variant="subtle" onClick={() => setMerging(twin)}>
            合并…
          </Button>
        </p>
      ))}
      {merging === null ? null : (
        <MergeFirmsDialog firms={[firm, merging]} onClose={() => setMerging(null)} />
      )}
      <FirmForm firm={firm} readOnly={isVoided} {...(focus === undefined ? {} : { focus })} />
    </Panel>
  )
}
