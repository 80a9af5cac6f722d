import { Button, PasswordInput, Select } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import type { PublicKey } from '#shared/bundle/public-key.ts'
import type { Profile } from '#shared/records/profile.ts'
import { NewKeyForm } from './NewKeyForm.tsx'
import styles from './Report.module.css'

export interface KeyChoiceProps {
  readonly signer: 'preparer' | 'reviewer'
  readonly profile: Profile
  readonly keys: readonly PublicKey[]
  /** What is wrong with the last try. */
  readonly failure: string | null
  readonly busy: boolean
  readonly action: string
  /** Why it cannot be done now; null when it can. */
  readonly obstacle: string | null
  readonly onKeyMade: () => void
  readonly onSign: (unlock: { readonly kid: string; readonly passphrase: string }) => void
  /** Other buttons beside the action. */
  readonly children?: ReactNode
}

const ROLE_WORDS = { preparer: '填报人', reviewer: '审核人' }

/** A person's key and 口令, with the key made right here where there is none. Typed text stays after a failure. */
export function KeyChoice(props: KeyChoiceProps) {
  const { signer: role, profile, failure, busy, action, obstacle, onKeyMade, onSign, children } = props
  const keys = props.keys.filter((key) => key.role === role && key.unit === profile.unit)
  const [making, setMaking] = useState(false)
  const [chosen, setChosen] = useState<string | null>(null)
  const [passphrase, setPassphrase] = useState('')
  const kid = keys.some((key) => key.kid === chosen) ? chosen : (keys.at(-1)?.kid ?? null)
  const person = (role === 'preparer' ? profile.preparer : profile.reviewer) ?? ''

  if (making || keys.length === 0) {
    return (
      <NewKeyForm
        signer={role}
        unit={profile.unit ?? ''}
        person={person}
        onMade={(made) => {
          setChosen(made.kid)
          setMaking(false)
          onKeyMade()
        }}
        onCancel={keys.length === 0 ? null : () => setMaking(false)}
      />
    )
  }
  const sign = () => {
    if (kid !== null && passphrase !== '' && obstacle === null) onSign({ kid, passphrase })
  }
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        sign()
      }}
    >
      <div className={styles.keyRow}>
        <Select
          size="xs"
          label={`${ROLE_WORDS[role]}签名密钥`}
          value={kid}
          allowDeselect={false}
          data={keys.map((key) => ({ value: key.kid, label: keyLabel(key, keys) }))}
          onChange={setChosen}
        />
        <Button variant="default" onClick={() => setMaking(true)}>
          另建密钥
        </Button>
      </div>
      <PasswordInput
        size="xs"
        label={`${ROLE_WORDS[role]}口令`}
        value={passphrase}
        error={failure}
        visibilityToggleButtonProps={{ 'aria-label': '显示口令' }}
        onChange={(event) => setPassphrase(event.currentTarget.value)}
      />
      <div className={styles.actions}>
        <Button loading={busy} disabled={obstacle !== null || passphrase === ''} type="submit">
          {action}
        </Button>
        {children}
        {obstacle === null ? null : <span className={styles.muted}>{obstacle}</span>}
      </div>
    </form>
  )
}

/** Two keys of one person differ by the beginning of their thumbprint. */
function keyLabel(key: PublicKey, keys: readonly PublicKey[]): string {
  const isOnly = keys.filter((other) => other.person === key.person).length === 1
  return isOnly ? key.person : `${key.person}（${key.kid.slice(0, 6)}）`
}
