import { Button, Modal, SegmentedControl } from '@mantine/core'
import { useNewKey } from '../../state/use-new-key.ts'
import { PassphraseFields } from '../../ui/PassphraseFields.tsx'
import { sentenceOf } from '../../ui/sentence.ts'
import { closableWhile } from '../../ui/unsaved-guard.ts'
import { PASSPHRASE_HINT } from '../../use-cases/create-key.ts'
import styles from './settings.module.css'

export interface NewKeyDialogProps {
  readonly unit: string
  /** Proposed names by role, from 本单位档案. */
  readonly persons: { readonly preparer: string; readonly reviewer: string }
  readonly onCreated: () => void
  readonly onClose: () => void
}

const ROLES = [
  { value: 'preparer', label: '填报人' },
  { value: 'reviewer', label: '审核人' },
] as const

/** A new key: whose, in which role, and its 口令 typed twice. */
export function NewKeyDialog({ unit, persons, onCreated, onClose }: NewKeyDialogProps) {
  const draft = useNewKey(unit, 'preparer', (role) => persons[role])
  return (
    <Modal opened onClose={onClose} title="生成密钥" {...closableWhile(!draft.isTyped)}>
      <form
        className={styles.form}
        aria-label="生成密钥"
        onSubmit={(event) => {
          event.preventDefault()
          void draft.create().then((made) => {
            if (made === null) return
            onCreated()
            onClose()
          })
        }}
      >
        <SegmentedControl
          size="sm"
          aria-label="角色"
          value={draft.key.role}
          data={[...ROLES]}
          onChange={(value) => draft.change({ role: value === 'reviewer' ? 'reviewer' : 'preparer' })}
        />
        <PassphraseFields
          texts={draft.key}
          nameLabel="姓名"
          hint={PASSPHRASE_HINT}
          problem={draft.problem}
          onChange={draft.change}
        />
        {draft.failure === null ? null : (
          <p role="alert" className={styles.problem}>
            {sentenceOf(draft.failure)}
          </p>
        )}
        <div className={styles.formActions}>
          <Button variant="default" onClick={onClose}>
            取消
          </Button>
          <Button type="submit" loading={draft.busy}>
            生成
          </Button>
        </div>
      </form>
    </Modal>
  )
}
