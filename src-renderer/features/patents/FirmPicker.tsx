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
  /** False when it could not be saved: the typed text comes back. */
  readonly onPick: (owner: PickedOwner) => Promise<boolean> | undefined
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
        const before = typed
        setTyped('')
        void onPick(enterprise === null ? { name } : { name, enterprise })?.then((done) => {
          if (!done) setTyped((now) => (now === '' ? before : now))
        })
      }}
    />
  )
}
