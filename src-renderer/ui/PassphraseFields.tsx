import { PasswordInput, TextInput } from '@mantine/core'

export interface PassphraseTexts {
  readonly person: string
  readonly passphrase: string
  /** The same once more. */
  readonly repeated: string
}

export interface PassphraseFieldsProps {
  readonly texts: PassphraseTexts
  /** Whose name is asked for: 姓名, 审核人姓名. */
  readonly nameLabel: string
  readonly hint: string
  readonly problem: { readonly field: string; readonly message: string } | null
  readonly onChange: (part: Partial<PassphraseTexts>) => void
}

/** A person and a new 口令, typed twice. */
export function PassphraseFields({ texts, nameLabel, hint, problem, onChange }: PassphraseFieldsProps) {
  const errorOf = (field: keyof PassphraseTexts) => (problem?.field === field ? problem.message : null)
  const reveal = { 'aria-label': '显示或隐藏口令' }
  return (
    <>
      <TextInput
        size="xs"
        label={nameLabel}
        value={texts.person}
        maxLength={60}
        autoComplete="off"
        error={errorOf('person')}
        onChange={(event) => onChange({ person: event.currentTarget.value })}
      />
      <PasswordInput
        size="xs"
        label="设置口令"
        description={hint}
        data-autofocus
        value={texts.passphrase}
        error={errorOf('passphrase')}
        visibilityToggleButtonProps={reveal}
        onChange={(event) => onChange({ passphrase: event.currentTarget.value })}
      />
      <PasswordInput
        size="xs"
        label="再输一次口令"
        value={texts.repeated}
        error={errorOf('repeated')}
        visibilityToggleButtonProps={reveal}
        onChange={(event) => onChange({ repeated: event.currentTarget.value })}
      />
    </>
  )
}
