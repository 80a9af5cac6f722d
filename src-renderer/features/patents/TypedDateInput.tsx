import { TextInput } from '@mantine/core'
import { DateButton } from '../../ui/record-form/DateButton.tsx'

export interface TypedDateInputProps {
  readonly label: string
  readonly text: string
  readonly error?: string | null
  readonly required?: boolean
  readonly autoFocus?: boolean
  readonly onText: (text: string) => void
}

/** A date as typed, with a calendar beside it; whoever submits reads it by `parseTyped`. */
export function TypedDateInput(props: TypedDateInputProps) {
  return (
    <TextInput
      label={props.label}
      placeholder="如 2021.3.5"
      value={props.text}
      error={props.error}
      withAsterisk={props.required === true}
      data-autofocus={props.autoFocus === true ? true : undefined}
      onChange={(event) => props.onText(event.currentTarget.value)}
      rightSection={<DateButton title={props.label} value={props.text} onPick={props.onText} />}
    />
  )
}
