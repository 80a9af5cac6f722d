import { TextInput } from '@mantine/core'
import styles from './succession.module.css'

/** Who hands over, who takes it, who watches. */
export interface SuccessionNames {
  readonly from: string
  readonly to: string
  readonly witness: string
}

const FIELDS = [
  ['from', '移交人'],
  ['to', '接交人'],
  ['witness', '监交人'],
] as const

export interface SuccessionFormProps {
  readonly names: SuccessionNames
  readonly onChange: (part: Partial<SuccessionNames>) => void
}

/** The three names of a 移交清单; an empty one is written by hand. */
export function SuccessionForm({ names, onChange }: SuccessionFormProps) {
  return (
    <fieldset className={styles.group}>
      <legend>移交清单上的人员</legend>
      {FIELDS.map(([field, title]) => (
        <TextInput
          key={field}
          size="xs"
          label={title}
          maxLength={40}
          autoComplete="off"
          placeholder="留空则签字时手写"
          value={names[field]}
          onChange={(event) => onChange({ [field]: event.currentTarget.value })}
        />
      ))}
    </fieldset>
  )
}
