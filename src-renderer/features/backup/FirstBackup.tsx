import { Button } from '@mantine/core'
import { IconUsb } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { desktop } from '../../platform/desktop.ts'
import { refreshBackupStatus, useBackupState } from '../../state/backup-state.ts'
import { DialogEnd } from '../../ui/DialogEnd.tsx'
import {
  NO_PASSPHRASES,
  passphraseProblem,
  protectBackups,
  type TypedProblem,
} from '../../use-cases/backup-protect.ts'
import { chooseSecondPlace } from '../../use-cases/backup-second-place.ts'
import styles from './Backup.module.css'
import { SAME_DISK } from './backup-words.ts'
import { PassphraseForm } from './PassphraseForm.tsx'
import { useBackupAction } from './use-backup-action.ts'

/** Once after 首次设置: the second place and the passphrase. Both may wait; then the program reminds. */
export function FirstBackup() {
  const second = useBackupState((state) => state.status?.second ?? null)
  const setProposing = useBackupState((state) => state.setProposing)
  const [typed, setTyped] = useState(NO_PASSPHRASES)
  const [problem, setProblem] = useState<TypedProblem | null>(null)
  const action = useBackupAction()
  const isTyped = Object.values(typed).some((text) => text !== '')

  useEffect(() => {
    void refreshBackupStatus(desktop)
  }, [])

  async function finish() {
    const found = isTyped ? passphraseProblem(typed, true) : null
    setProblem(found)
    if (found !== null) return
    if (isTyped) {
      const done = await action.run(() => protectBackups(desktop, typed, null))
      if (done === null) return
    }
    await leave()
  }

  async function leave() {
    if (second === null) await desktop.call('backup:choose-second', { token: null })
    setProposing(false)
  }

  return (
    <main className={styles.screen}>
      <form
        className={styles.sheet}
        aria-label="备份设置"
        onSubmit={(event) => {
          event.preventDefault()
          void finish()
        }}
      >
        <h1 className={styles.title}>最后一步：备份</h1>
        <p className={styles.quiet}>
          程序会自动备份：修改后每 15
          分钟一次，每天、每月各留一份，写完后重新打开核对。这里的设置以后可在“备份”页更改。
        </p>
        <div className={styles.columns}>
          <section className={styles.column} aria-label="第二处备份">
            <h2 className={styles.cardHead}>第二处备份（建议）</h2>
            <p className={styles.quiet}>
              请选另一块磁盘、U盘或共享文件夹。电脑损坏、重装系统、丢失时，靠这一份恢复。U盘不在时不打扰，超过
              3 天才提醒。
            </p>
            <p className={styles.line}>{second === null ? '还没有选择' : `已选：${second.folder.name}`}</p>
            {second?.sameDisk ? <p className={styles.line}>{SAME_DISK}</p> : null}
            <div className={styles.actions}>
              <Button
                variant="default"
                leftSection={<IconUsb size={16} aria-hidden />}
                onClick={() => void action.run(() => chooseSecondPlace(desktop))}
              >
                {second === null ? '选择位置' : '更换'}
              </Button>
            </div>
          </section>
          <section className={styles.column} aria-label="备份口令">
            <h2 className={styles.cardHead}>备份口令（建议）</h2>
            <p className={styles.quiet}>
              备份里有企业电话和经营数据，U盘丢失时口令可防止外人打开。日常使用不用输入；忘记时可用恢复单（在“备份”页打印）。
            </p>
            <PassphraseForm
              typed={typed}
              problem={problem}
              onType={(part) => {
                setProblem(null)
                setTyped((before) => ({ ...before, ...part }))
              }}
            />
          </section>
        </div>
        <DialogEnd
          failure={action.failure}
          confirm="完成"
          busy={action.busy}
          cancel="以后再说"
          onCancel={() => void leave()}
        />
      </form>
    </main>
  )
}
