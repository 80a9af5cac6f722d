import { Modal, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { desktop } from '../../platform/desktop.ts'
import type { Protection } from '../../state/backup-state.ts'
import { DialogEnd } from '../../ui/DialogEnd.tsx'
import { SecretFields, useSecretDraft } from '../../ui/SecretFields.tsx'
import { sentenceOf } from '../../ui/sentence.ts'
import { closableWhile } from '../../ui/unsaved-guard.ts'
import { type Authorisation, takeOver } from '../../use-cases/take-over.ts'
import { useWorkspace } from '../../workspace/use-workspace.ts'
import styles from './succession.module.css'

export interface TakeOverDialogProps {
  /** 现任填报人. */
  readonly leaver: string
  readonly reviewer: string
  /** Where the office has passphrases one is asked for. */
  readonly protection: NonNullable<Protection>
  readonly onDone: (successor: string) => void
  readonly onClose: () => void
}

/** 接任: who goes on, and by whose leave. The leaver's own passphrase is never asked for. */
export function TakeOverDialog({ leaver, reviewer, protection, onDone, onClose }: TakeOverDialogProps) {
  const workspace = useWorkspace()
  const draft = useSecretDraft('reviewer')
  const [successor, setSuccessor] = useState('')
  const [agreed, setAgreed] = useState(reviewer)
  const [failure, setFailure] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)

  // Where the key is gone or cannot be read nobody can prove anything, and the answer says so.
  const isProtected = !Array.isArray(protection) || protection.length > 0

  async function authorisation(): Promise<Authorisation | string> {
    if (!isProtected) {
      const name = agreed.trim()
      return name === '' ? '请填写同意接任的审核人或负责人' : { by: 'person', name }
    }
    if (draft.secret === null) return '请输入审核人口令或恢复单上的数字'
    const proved = await desktop.call('backup:prove', { secret: draft.secret })
    return proved.ok ? proved.value : sentenceOf(proved.error)
  }

  async function confirm(event: FormEvent) {
    event.preventDefault()
    const name = successor.trim()
    if (name === '' || name === leaver) {
      setFailure(name === '' ? '请填写接任人姓名' : '接任人与现任填报人相同')
      return
    }
    setBusy(true)
    const allowed = await authorisation()
    const done = typeof allowed === 'string' ? allowed : await takeOver(workspace, name, allowed)
    setBusy(false)
    if (typeof done === 'string') setFailure(done)
    else if (!done.ok) setFailure(sentenceOf(done.error))
    else onDone(name)
  }

  const isTyped = successor !== '' || draft.text !== '' || agreed !== reviewer
  return (
    <Modal opened onClose={onClose} title="接任" {...closableWhile(!isTyped)}>
      <form className={styles.form} aria-label="接任" onSubmit={(event) => void confirm(event)}>
        <p className={styles.hint}>
          填报人由{leaver === '' ? '（未填）' : leaver}改为接任人，记入操作记录。不需要移交人的口令。
        </p>
        <TextInput
          size="xs"
          label="接任人姓名"
          maxLength={40}
          autoComplete="off"
          data-autofocus
          value={successor}
          onChange={(event) => setSuccessor(event.currentTarget.value)}
        />
        {isProtected ? (
          <SecretFields draft={draft} kinds={['reviewer', 'sheet']} />
        ) : (
          <TextInput
            size="xs"
            label="同意接任的审核人或负责人"
            description="本单位没有设置备份口令，无法核验授权；操作记录中会写明“未核验口令”"
            maxLength={40}
            autoComplete="off"
            value={agreed}
            onChange={(event) => setAgreed(event.currentTarget.value)}
          />
        )}
        <DialogEnd failure={failure} confirm="接任" busy={busy} onCancel={onClose} />
      </form>
    </Modal>
  )
}
