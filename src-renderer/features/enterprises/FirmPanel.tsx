import { Button } from '@mantine/core'
import { useState } from 'react'
import { unfinishedPurge } from '#shared/purge/purge-preview.ts'
import { openHistory } from '../../state/history-place.ts'
import { useMergePlace } from '../../state/merge-place.ts'
import { Panel } from '../../ui/Panel.tsx'
import { Status } from '../../ui/Status.tsx'
import { useRecords, useWorkspace } from '../../workspace/use-workspace.ts'
import styles from './Enterprises.module.css'
import { FirmForm } from './FirmForm.tsx'
import { PurgeDialog } from './PurgeDialog.tsx'
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
  const workspace = useWorkspace()
  const [purging, setPurging] = useState(false)
  const openMerge = useMergePlace((state) => state.open)
  const unfinished =
    firm.purges === undefined ? [] : unfinishedPurge(workspace.history('enterprise', firm.id, null))
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
          <Button variant="subtle" color="gray" onClick={() => setPurging(true)}>
            清除个人信息…
          </Button>
        </>
      }
    >
      {isVoided ? (
        <p className={styles.voided}>
          <Status tone="waiting" word="已作废" /> 原因：{firm.voidedFor}
        </p>
      ) : null}
      {unfinished.length === 0 || purging ? null : (
        <p className={styles.twin}>
          <Status tone="bad" word="清除没有做完" /> 这家企业的个人信息已要求清除，本机的历史里还有这些值。
          <Button variant="subtle" onClick={() => setPurging(true)}>
            继续清除…
          </Button>
        </p>
      )}
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
      {purging ? (
        <PurgeDialog
          firm={firm}
          unfinished={unfinished.length === 0 ? null : unfinished}
          onClose={() => setPurging(false)}
        />
      ) : null}
      <FirmForm firm={firm} readOnly={isVoided} {...(focus === undefined ? {} : { focus })} />
    </Panel>
  )
}
