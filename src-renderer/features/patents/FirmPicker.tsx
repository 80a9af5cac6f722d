import { useState } from 'react'
import { useFirmSuggestions } from '../../state/use-firm-suggestions.ts'
import { SuggestBox } from '../../ui/SuggestBox.tsx'

export interface PickedOwner {
  readonly name: string
  /** Absent for a name outside the register. */
  readonly enterprise?: string
}

export interface FirmPickerProps {
  readonly label: string
  readonly onPick: (owner: PickedOwner) => void
}

/** Finds a firm by name, code or pinyin initials, or takes the typed text as a name outside the register. */
export function FirmPicker({ label, onPick }: FirmPickerProps) {
  const [typed, setTyped] = useState('')
  const suggestions = useFirmSuggestions(typed, '作为名录外权利人')
  return (
    <SuggestBox
      label={label}
      placeholder={label}
      text={typed}
      onType={setTyped}
      suggestions={suggestions}
      onPick={({ firm: { name, enterprise } }) => {
        setTyped('')
        onPick(enterprise === null ? { name } : { name, enterprise })
      }}
    />
  )
}
