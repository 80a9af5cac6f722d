import { TextInput, type TextInputProps } from '@mantine/core'
import { useEffect, useState } from 'react'

export interface ComposedTextInputProps
  extends Omit<TextInputProps, 'value' | 'onChange' | 'onCompositionEnd'> {
  readonly text: string
  /** Told after each change, but never the letters an input method is still composing. */
  readonly onText: (text: string) => void
}

/** A text field whose text is used as one types: search and filters. */
export function ComposedTextInput({ text, onText, ...rest }: ComposedTextInputProps) {
  const [typed, setTyped] = useState(text)
  useEffect(() => setTyped(text), [text])
  return (
    <TextInput
      {...rest}
      value={typed}
      onChange={(event) => {
        const composing = 'isComposing' in event.nativeEvent && event.nativeEvent.isComposing === true
        setTyped(event.currentTarget.value)
        if (!composing) onText(event.currentTarget.value)
      }}
      onCompositionEnd={(event) => onText(event.currentTarget.value)}
    />
  )
}
