import { Button, PasswordInput, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { PublicKey } from '#shared/bundle/public-key.ts'
import { desktop } from '../../platform/desktop.ts'
import { sentenceOf } from '../../ui/sentence.ts'
import { createKey, PASSPHRASE_MINIMUM } from '../../use-cases/create-key.ts'
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

type Failure = { readonly field: string; readonly message: string }

/** A signing key of one person: name, and a 口令 typed twice. */
export function NewKeyForm({ signer: role, unit, person, onMade, onCancel }: NewKeyFormProps) {
  const [name, setName] = useState(person)
  const [passphrase, setPassphrase] = useState('')
  const [repeated, setRepeated] = useState('')
  const [failure, setFailure] = useState<Failure | null>(null)
  const [busy, setBusy] = useState(false)
  const word = role === 'preparer' ? '填报人' : '审核人'
  const errorAt = (field: string) => (failure?.field === field ? failure.message : null)

  const make = async () => {
    setBusy(true)
    const made = await createKey(desktop, { person: name, role, unit, passphrase, repeated })
    setBusy(false)
    if (made.ok) return onMade(made.value)
    const { error } = made
    setFailure('code' in error ? { field: 'passphrase', message: sentenceOf(error) } : error)
  }
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        void make()
      }}
    >
      <p className={styles.lead}>
        新建{word}的签名密钥，保存在本机数据文件夹。口令只有本人知道，忘记后不能找回，只能另建密钥。
      </p>
      <TextInput
        size="xs"
        label={`${word}姓名`}
        value={name}
        error={errorAt('person')}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <div className={styles.pair}>
        <PasswordInput
          size="xs"
          label="设置口令"
          description={`至少 ${PASSPHRASE_MINIMUM} 个字符，可用一句容易记住的话`}
          value={passphrase}
          error={errorAt('passphrase')}
          visibilityToggleButtonProps={{ 'aria-label': '显示口令' }}
          onChange={(event) => setPassphrase(event.currentTarget.value)}
        />
        <PasswordInput
          size="xs"
          label="再输一次"
          description="与左边相同"
          value={repeated}
          error={errorAt('repeated')}
          visibilityToggleButtonProps={{ 'aria-label': '显示口令' }}
          onChange={(event) => setRepeated(event.currentTarget.value)}
        />
      </div>
      <div className={styles.actions}>
        <Button loading={busy} type="submit">
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
