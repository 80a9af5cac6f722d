import { Button } from '@mantine/core'
import { type PublicKey, ROLE_TITLES } from '#shared/bundle/public-key.ts'
import { useNewKey } from '../../state/use-new-key.ts'
import { PassphraseFields } from '../../ui/PassphraseFields.tsx'
import { sentenceOf } from '../../ui/sentence.ts'
import { PASSPHRASE_HINT } from '../../use-cases/create-key.ts'
import styles from './Report.module.css'

export interface NewKeyFormProps {
  readonly signer: 'preparer' | 'reviewer'
  readonly unit: string
  /** Prefilled from 本单位档案. */
  readonly person: string
  readonly onMade: (key: PublicKey) => void
  /** null where there is no other key to go back to. */
  readonly onCancel: (() => void) | null
}

/** A signing key of one person: name, and a 口令 typed twice. */
export function NewKeyForm({ signer: role, unit, person, onMade, onCancel }: NewKeyFormProps) {
  const draft = useNewKey(unit, role, () => person)
  const word = ROLE_TITLES[role]
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        void draft.create().then((made) => {
          if (made !== null) onMade(made)
        })
      }}
    >
      <p className={styles.lead}>新建{word}的签名密钥，保存在本机数据文件夹。口令只有本人知道。</p>
      <PassphraseFields
        texts={draft.key}
        nameLabel={`${word}姓名`}
        hint={PASSPHRASE_HINT}
        problem={draft.problem}
        onChange={draft.change}
      />
      {draft.failure === null ? null : (
        <p role="alert" className={styles.bad}>
          {sentenceOf(draft.failure)}
        </p>
      )}
      <div className={styles.actions}>
        <Button loading={draft.busy} type="submit">
          建立密钥
        </Button>
        {onCancel === null ? null : (
          <Button variant="default" onClick={onCancel}>
            不建了
          </Button>
        )}
      </div>
    </form>
  )
}
