import { type KeyboardEvent, type ReactNode, type Ref, useId, useState } from 'react'
import { isComposing } from './composing.ts'
import styles from './SuggestBox.module.css'

export interface Suggestion {
  readonly id: string
  readonly label: string
  readonly detail?: string
}

export interface SuggestBoxProps<S extends Suggestion> {
  readonly label: string
  readonly placeholder: string
  readonly text: string
  readonly onType: (text: string) => void
  /** For the typed text, best first; shown while there is text. */
  readonly suggestions: readonly S[]
  readonly onPick: (suggestion: S) => void
  /** Enter while nothing is typed. */
  readonly onEnterEmpty?: () => void
  /** Backspace while nothing is typed. */
  readonly onBackspaceEmpty?: () => void
  readonly inputRef?: Ref<HTMLInputElement>
  /** Before the field, inside its frame: what was picked. */
  readonly children?: ReactNode
}

/** A text field that proposes while one types: arrows choose, Enter takes. An input method is left alone. */
export function SuggestBox<S extends Suggestion>(props: SuggestBoxProps<S>) {
  const { text, suggestions, onPick } = props
  const [at, setAt] = useState(0)
  const [focused, setFocused] = useState(false)
  const list = useId()
  const open = focused && text.trim() !== '' && suggestions.length > 0
  const current = Math.min(at, suggestions.length - 1)

  function press(event: KeyboardEvent<HTMLInputElement>) {
    if (isComposing(event.nativeEvent)) return
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (open && step !== 0) {
      event.preventDefault()
      setAt((current + step + suggestions.length) % suggestions.length)
    } else if (event.key === 'Enter') {
      event.preventDefault()
      event.stopPropagation()
      const picked = suggestions[current]
      if (text.trim() === '') props.onEnterEmpty?.()
      else if (open && picked !== undefined) onPick(picked)
    } else if (event.key === 'Backspace' && text === '') props.onBackspaceEmpty?.()
  }

  return (
    <div className={styles.frame}>
      {props.children}
      <input
        ref={props.inputRef}
        className={styles.input}
        role="combobox"
        aria-label={props.label}
        aria-expanded={open}
        aria-controls={list}
        aria-activedescendant={open ? `${list}-${current}` : undefined}
        autoComplete="off"
        spellCheck={false}
        placeholder={props.placeholder}
        value={text}
        onChange={(event) => {
          setAt(0)
          props.onType(event.currentTarget.value)
        }}
        onFocus={() => setFocused(true)}
        onBlur={() => setFocused(false)}
        onKeyDown={press}
      />
      {open ? (
        <div id={list} role="listbox" aria-label={`${props.label}可选项`} className={styles.list}>
          {suggestions.map((suggestion, index) => (
            <div
              key={suggestion.id}
              id={`${list}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === current}
              className={styles.option}
              onMouseDown={(event) => {
                event.preventDefault()
                onPick(suggestion)
              }}
            >
              <span className={styles.label}>{suggestion.label}</span>
              <span className={styles.detail}>{suggestion.detail}</span>
            </div>
          ))}
        </div>
      ) : null}
    </div>
  )
}
