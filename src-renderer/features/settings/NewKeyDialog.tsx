import { Button, Modal, PasswordInput, SegmentedControl, TextInput } from '@mantine/core'
import { useState } from 'react'
import { desktop } from '../../platform/desktop.ts'
import { sentenceOf } from '../../ui/sentence.ts'
import { createKey, keyProblem, type NewKey, PASSPHRASE_MINIMUM } from '../../use-cases/create-key.ts'
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
  const [typed, setTyped] = useState({
    role: 'preparer' as NewKey['role'],
    person: null as string | null,
    passphrase: '',
    repeated: '',
  })
  const [problem, setProblem] = useState<{
    readonly field: keyof NewKey | null
    readonly message: string
  } | null>(null)
  const [busy, setBusy] = useState(false)
  const key: NewKey = { ...typed, unit, person: typed.person ?? persons[typed.role] }

  async function create() {
    const wrong = keyProblem(key)
    setProblem(wrong)
    if (wrong !== null) return
    setBusy(true)
    const made = await createKey(desktop, key)
    setBusy(false)
    if (!made.ok) return setProblem({ field: null, message: sentenceOf(made.error) })
    onCreated()
    onClose()
  }

  const errorOf = (field: keyof NewKey) => (problem?.field === field ? problem.message : null)
  return (
    <Modal opened onClose={onClose} title="生成密钥" closeOnClickOutside={typed.passphrase === ''}>
      <form
        className={styles.form}
        aria-label="生成密钥"
        onSubmit={(event) => {
          event.preventDefault()
          void create()
        }}
      >
        <SegmentedControl
          size="sm"
          aria-label="角色"
          value={typed.role}
          data={[...ROLES]}
          onChange={(value) => setTyped({ ...typed, role: value === 'reviewer' ? 'reviewer' : 'preparer' })}
        />
        <TextInput
          size="sm"
          label="姓名"
          value={key.person}
          maxLength={60}
          autoComplete="off"
          error={errorOf('person')}
          onChange={(event) => setTyped({ ...typed, person: event.currentTarget.value })}
        />
        <PasswordInput
          size="sm"
          label="口令"
          description={`至少 ${PASSPHRASE_MINIMUM} 个字符，可用一句容易记住的话。口令忘记后无法找回，只能重新生成密钥并登记。`}
          data-autofocus
          value={typed.passphrase}
          error={errorOf('passphrase')}
          visibilityToggleButtonProps={{ 'aria-label': '显示或隐藏口令' }}
          onChange={(event) => setTyped({ ...typed, passphrase: event.currentTarget.value })}
        />
        <PasswordInput
          size="sm"
          label="再输一次口令"
          value={typed.repeated}
          error={errorOf('repeated')}
          visibilityToggleButtonProps={{ 'aria-label': '显示或隐藏口令' }}
          onChange={(event) => setTyped({ ...typed, repeated: event.currentTarget.value })}
        />
        {problem?.field === null ? (
          <p role="alert" className={styles.problem}>
            {problem.message}
          </p>
        ) : null}
        <div className={styles.formActions}>
          <Button variant="default" onClick={onClose}>
            取消
          </Button>
          <Button type="submit" loading={busy}>
            生成
          </Button>
        </div>
      </form>
    </Modal>
  )
}
