import { Checkbox, PasswordInput } from '@mantine/core'
import { useState } from 'react'
import type { TypedPassphrases, TypedProblem } from '../../use-cases/backup-protect.ts'
import styles from './Backup.module.css'

export interface PassphraseFormProps {
  readonly typed: TypedPassphrases
  readonly problem: TypedProblem | null
  readonly onType: (part: Partial<TypedPassphrases>) => void
}

/** The office's passphrase twice, and that of the 审核人 when wanted. */
export function PassphraseForm({ typed, problem, onType }: PassphraseFormProps) {
  const [withReviewer, setWithReviewer] = useState(typed.reviewer !== '')
  const field = (name: keyof TypedPassphrases, label: string) => (
    <PasswordInput
      size="xs"
      label={label}
      autoComplete="off"
      value={typed[name]}
      error={problem?.field === name ? problem.message : null}
      visibilityToggleButtonProps={{ 'aria-label': '显示或隐藏口令' }}
      onChange={(event) => onType({ [name]: event.currentTarget.value })}
    />
  )
  return (
    <div className={styles.form}>
      <div className={styles.pair}>
        {field('office', '办公室口令')}
        {field('officeAgain', '再输一次办公室口令')}
      </div>
      <Checkbox
        size="xs"
        label="另设审核人口令：填报人离岗或忘记口令时，由审核人打开"
        checked={withReviewer}
        onChange={(event) => {
          setWithReviewer(event.currentTarget.checked)
          if (!event.currentTarget.checked) onType({ reviewer: '', reviewerAgain: '' })
        }}
      />
      {withReviewer ? (
        <div className={styles.pair}>
          {field('reviewer', '审核人口令')}
          {field('reviewerAgain', '再输一次审核人口令')}
        </div>
      ) : null}
    </div>
  )
}
