import { Modal } from '@mantine/core'
import { useState } from 'react'
import type { BackupStatus } from '#shared/ipc/backup-channels.ts'
import { desktop } from '../../platform/desktop.ts'
import { DialogEnd } from '../../ui/DialogEnd.tsx'
import { SecretFields, useSecretDraft } from '../../ui/SecretFields.tsx'
import { closableWhile } from '../../ui/unsaved-guard.ts'
import {
  NO_PASSPHRASES,
  passphraseProblem,
  protectBackups,
  type TypedProblem,
} from '../../use-cases/backup-protect.ts'
import styles from './Backup.module.css'
import { PassphraseForm } from './PassphraseForm.tsx'
import { useBackupAction } from './use-backup-action.ts'

export interface ProtectDialogProps {
  readonly protection: BackupStatus['protection']
  readonly onDone: () => void
  readonly onClose: () => void
}

/** 设置口令, or 更换口令 after proving one that there is. */
export function ProtectDialog({ protection, onDone, onClose }: ProtectDialogProps) {
  const first = !Array.isArray(protection) || protection.length === 0
  const [typed, setTyped] = useState(NO_PASSPHRASES)
  const [problem, setProblem] = useState<TypedProblem | null>(null)
  const current = useSecretDraft()
  const action = useBackupAction()
  const isTouched = current.text !== '' || Object.values(typed).some((text) => text !== '')

  async function save() {
    const found = passphraseProblem(typed, first)
    setProblem(found)
    if (found !== null) return
    const done = await action.run(() => protectBackups(desktop, typed, first ? null : current.secret))
    if (done !== null) onDone()
  }

  return (
    <Modal
      opened
      size="lg"
      onClose={onClose}
      title={first ? '设置备份口令' : '更换备份口令'}
      {...closableWhile(!isTouched)}
    >
      <form
        className={styles.form}
        aria-label="备份口令"
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        {first ? (
          <p className={styles.quiet}>
            备份里有企业电话和经营数据，U盘丢失时口令可防止外人打开。设置后新的备份都会加密；以前没有加密的备份不变。
          </p>
        ) : (
          <>
            <p className={styles.quiet}>先证明有权更换；以前的备份仍用当时的口令打开，恢复单继续有效。</p>
            <SecretFields draft={current} />
          </>
        )}
        <PassphraseForm
          typed={typed}
          problem={problem}
          onType={(part) => {
            setProblem(null)
            setTyped((before) => ({ ...before, ...part }))
          }}
        />
        <DialogEnd
          failure={action.failure}
          confirm={first ? '设置' : '更换'}
          busy={action.busy}
          onCancel={onClose}
        />
      </form>
    </Modal>
  )
}
