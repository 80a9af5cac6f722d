import { Button, Modal } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { OutboxEntry } from '#shared/ipc/bundle-channels.ts'
import type { FileToken } from '#shared/ipc/channel.ts'
import { PROFILE_ID } from '#shared/records/profile.ts'
import { desktop } from '../../platform/desktop.ts'
import { newId } from '../../platform/new-id.ts'
import { DialogEnd } from '../../ui/DialogEnd.tsx'
import { Status } from '../../ui/Status.tsx'
import {
  type Continued,
  continueChain,
  mayNeverHaveReported,
  unknownSent,
} from '../../use-cases/backup-continue-chain.ts'
import { useWorkspace } from '../../workspace/use-workspace.ts'
import styles from './Backup.module.css'
import { useBackupAction } from './use-backup-action.ts'

/** 接上报送次序 after a restore: the last sent file or a 回执; may wait, and 报送 goes on warning. */
export function ChainDialog({ onClose }: { onClose: () => void }) {
  const workspace = useWorkspace()
  const action = useBackupAction()
  const [sent, setSent] = useState<readonly OutboxEntry[]>([])
  const [mayBeNever, setMayBeNever] = useState(false)
  const [done, setDone] = useState<Continued | null>(null)

  useEffect(() => {
    const { records } = workspace
    void desktop.call('bundle:outbox', null).then((outbox) => {
      const unit = records.get('profile', PROFILE_ID)?.unit ?? ''
      if (!outbox.ok) return
      const submissions = records.of('submission')
      setSent(unknownSent(submissions, outbox.value, unit))
      setMayBeNever(mayNeverHaveReported(submissions, outbox.value, unit))
    })
  }, [workspace])

  async function take(token: FileToken) {
    const taken = await action.run(() => continueChain({ desktop, workspace, newId }, token))
    if (taken !== null) setDone(taken.value)
  }

  async function never() {
    if ((await action.run(() => desktop.call('backup:settle-chain', null))) !== null) onClose()
  }

  async function pick() {
    const picked = await action.run(() => desktop.call('files:pick', { purpose: 'bundle', multiple: false }))
    const file = picked?.value?.[0]
    if (file !== undefined) await take(file.token)
  }

  if (done !== null) {
    return (
      <Modal opened onClose={onClose} title="接上报送次序">
        <div className={styles.form}>
          <p className={styles.line}>
            <Status tone="good" word={done.words} />
          </p>
          <p className={styles.line}>已核对并登记 {done.fileName}，下一份报送从这里接续。</p>
          <div className={styles.end}>
            <Button onClick={onClose}>完成</Button>
          </div>
        </div>
      </Modal>
    )
  }
  return (
    <Modal opened size="lg" onClose={onClose} title="接上报送次序">
      <div className={styles.form}>
        <p className={styles.line}>
          备份之后报送过的文件，恢复的台账里没有登记。请选最后一次报送的文件（.pbz.json）；它还在发件箱里的，选市级对它的回执也可以。备份之后没有报送过的，选备份前最后一次报送的文件。
        </p>
        {sent.map((entry) => (
          <div key={entry.identity} className={styles.end}>
            <p className={styles.line}>
              发件箱里有未登记的第 {entry.seq} 号：{entry.name}
            </p>
            <Button size="compact-sm" variant="default" onClick={() => void take(entry.token)}>
              就是这一份
            </Button>
          </div>
        ))}
        {mayBeNever ? (
          <div className={styles.end}>
            <p className={styles.line}>本单位还没有用本程序报送过：</p>
            <Button size="compact-sm" variant="default" onClick={() => void never()}>
              从未报送过
            </Button>
          </div>
        ) : null}
        <DialogEnd
          failure={action.failure}
          confirm="选择文件"
          busy={action.busy}
          cancel="以后再选"
          onConfirm={() => void pick()}
          onCancel={onClose}
        />
      </div>
    </Modal>
  )
}
