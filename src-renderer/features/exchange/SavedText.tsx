import { TextInput } from '@mantine/core'
import { useState } from 'react'

interface SavedTextProps {
  readonly label: string
  readonly description: string
  readonly value: string
  readonly isFit: (text: string) => boolean
  readonly onSave: (text: string) => void
}

/** A line of text that is kept with Enter or on leaving it; what does not fit stays and is told. */
export function SavedText({ label, description, value, isFit, onSave }: SavedTextProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const text = typed ?? value
  const fits = isFit(text.trim())

  function save() {
    if (typed === null || !fits) return
    setTyped(null)
    if (typed.trim() !== value) onSave(typed.trim())
  }
  return (
    <TextInput
      mb="sm"
      size="sm"
      label={label}
      description={description}
      maxLength={60}
      value={text}
      error={typed === null || fits ? null : '请填写，且不要太长'}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={save}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.nativeEvent.isComposing) save()
      }}
    />
  )
}
